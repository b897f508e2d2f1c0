package digits.tablesaw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * One column of a table that is shown: the HTML of its header and of each of its cells.
 *
 * <p>Numbers are written the same in every locale, unless the column has a print formatter of its
 * own: whole numbers as they are, others with as many decimals as six significant digits of the
 * shown values need, at most six, the same for the whole column.
 */
final class ShownColumn {

  private static final Set<ColumnType> WHOLE =
      Set.of(ColumnType.INTEGER, ColumnType.LONG, ColumnType.SHORT);
  private static final Set<ColumnType> REAL = Set.of(ColumnType.DOUBLE, ColumnType.FLOAT);

  private static final String QUIET = "color: var(--jp-content-font-color3, #757575)";
  private static final int DIGITS = 6;
  private static final double LARGE = 1e15;
  private static final double SMALL = 1e-6;

  private final Column<?> column;
  private final boolean ownFormat;
  private int decimals;

  /** The rows are those that will be shown. */
  ShownColumn(Column<?> column, int[] rows) {
    this.column = column;
    ownFormat = hasOwnFormat(rows);
    for (int row : ownFormat ? new int[0] : rows) {
      if (!column.isMissing(row) && isPlain(number(row))) {
        BigDecimal rounded = exact(row).round(new MathContext(DIGITS));
        decimals = Math.max(decimals, Math.min(DIGITS, rounded.stripTrailingZeros().scale()));
      }
    }
  }

  /** Whether the column itself writes its values: no numbers, or numbers with a formatter. */
  private boolean hasOwnFormat(int[] rows) {
    boolean whole = WHOLE.contains(column.type());
    if (!whole && !REAL.contains(column.type())) {
      return true;
    }
    NumberColumnFormatter usual =
        whole ? NumberColumnFormatter.ints() : NumberColumnFormatter.floatingPointDefault();
    return Arrays.stream(rows)
        .filter(row -> !column.isMissing(row))
        .anyMatch(row -> !column.getString(row).equals(usual.getFormat().format(column.get(row))));
  }

  String header() {
    return String.format(
        Locale.ROOT,
        "<th scope=\"col\" title=\"%s\" style=\"%s\">%s</th>",
        Html.escape(column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        style(),
        Html.escape(Clip.text(name())));
  }

  private String style() {
    if (column instanceof NumericColumn<?>) {
      return "text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap";
    }
    ColumnType type = column.type();
    return type == ColumnType.BOOLEAN
        ? "text-align: center"
        : "text-align: left" + (type == ColumnType.STRING ? "" : "; white-space: nowrap");
  }

  String name() {
    return Objects.toString(column.name(), "");
  }

  String cell(int row) {
    String own = column.getString(row);
    String text =
        column.isMissing(row)
            ? "<span title=\"missing\" style=\"" + QUIET + "\">" + missing(own) + "</span>"
            : Html.escape(Clip.text(ownFormat ? own : formatted(row)));
    return "<td style=\"" + style() + "\">" + text + "</td>";
  }

  private static String missing(String own) {
    boolean unsaid = own == null || own.isBlank() || own.equals("null") || own.equals("NaN");
    return unsaid ? "–" : Html.escape(Clip.text(own));
  }

  private String formatted(int row) {
    double number = number(row);
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    return WHOLE.contains(column.type()) || isPlain(number)
        ? exact(row).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : String.format(Locale.ROOT, "%.5e", number);
  }

  /** A value as Tablesaw prints it in English, with all its digits; may be empty. */
  String words(int row) {
    if (ownFormat || column.isMissing(row)) {
      return Objects.toString(column.getString(row), "");
    }
    DecimalFormat printed = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    printed.setMaximumFractionDigits(340);
    return printed.format(column.get(row));
  }

  private static boolean isPlain(double number) {
    double size = Math.abs(number);
    return size == 0 || size >= SMALL && size < LARGE;
  }

  private double number(int row) {
    return ((Number) column.get(row)).doubleValue();
  }

  /** The decimal that is printed for the value: a float's own, not that of its double. */
  private BigDecimal exact(int row) {
    return new BigDecimal(column.get(row).toString());
  }
}
