package digits.tablesaw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * How the numbers of one column are written: whole numbers as they are, others with as many
 * decimals as six significant digits of the shown values need, at most six, the same for the whole
 * column. The same in every locale.
 *
 * <p>A column with a print formatter of its own keeps it.
 */
final class Numerals {

  /** Not numbers, or numbers with a formatter of their own. */
  static final Numerals NONE = new Numerals(Optional.empty(), 0);

  private static final int DIGITS = 6;
  private static final double LARGE = 1e15;
  private static final double SMALL = 1e-6;

  private final Optional<NumericColumn<?>> column;
  private final int decimals;

  private Numerals(Optional<NumericColumn<?>> column, int decimals) {
    this.column = column;
    this.decimals = decimals;
  }

  static Numerals of(NumericColumn<?> column, int[] rows) {
    ColumnType type = column.type();
    boolean whole =
        type == ColumnType.INTEGER || type == ColumnType.LONG || type == ColumnType.SHORT;
    boolean real = type == ColumnType.DOUBLE || type == ColumnType.FLOAT;
    if (!whole && !real) {
      return NONE;
    }
    NumberColumnFormatter usual =
        whole ? NumberColumnFormatter.ints() : NumberColumnFormatter.floatingPointDefault();
    int decimals = 0;
    for (int row : rows) {
      if (column.isMissing(row)) {
        continue;
      }
      if (!column.getString(row).equals(usual.getFormat().format(column.get(row)))) {
        return NONE;
      }
      if (real && isPlain(column.getDouble(row))) {
        BigDecimal rounded = exact(column, row).round(new MathContext(DIGITS));
        decimals = Math.max(decimals, rounded.stripTrailingZeros().scale());
      }
    }
    return new Numerals(Optional.of(column), Math.min(DIGITS, decimals));
  }

  /**
   * Writes one value.
   *
   * @param row where it stands; its value is not missing
   * @return the value, or nothing where the column's own way is to be used
   */
  Optional<String> format(int row) {
    return column.map(numbers -> format(numbers, row));
  }

  /**
   * Writes one value with all its digits, as Tablesaw does where numbers have a decimal point.
   *
   * @param row where it stands; its value is not missing
   * @return the value, or nothing where the column's own way is to be used
   */
  Optional<String> print(int row) {
    DecimalFormat printed = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    printed.setMaximumFractionDigits(340);
    return column.map(numbers -> printed.format(numbers.get(row)));
  }

  private String format(NumericColumn<?> numbers, int row) {
    Number value = (Number) numbers.get(row);
    if (!(value instanceof Double || value instanceof Float)) {
      return value.toString();
    }
    double number = value.doubleValue();
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    return isPlain(number)
        ? exact(numbers, row).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : String.format(Locale.ROOT, "%.5e", number);
  }

  private static boolean isPlain(double number) {
    double size = Math.abs(number);
    return size == 0 || size >= SMALL && size < LARGE;
  }

  /** The decimal that is printed for the value: a float's own, not that of its double. */
  private static BigDecimal exact(NumericColumn<?> numbers, int row) {
    return new BigDecimal(numbers.get(row).toString());
  }
}
