// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

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
 * A column of a displayed table: its header and its cells in HTML and as text.
 *
 * <p>Unless the column has its own print formatter, numbers look the same in every locale: integers
 * in full, others with up to six decimals, as many as the visible values need for six significant
 * digits. All cells of a column have the same number of decimals.
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

  /** The decimals depend on the rows that will be shown. */
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

  /** Whether the column formats its own values: it is not numeric, or has a print formatter. */
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

  /** A value with all its digits, as Tablesaw prints it in English; may be empty. */
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

  /** The decimal value as printed: that of the float itself, not of its conversion to double. */
  private BigDecimal exact(int row) {
    return new BigDecimal(column.get(row).toString());
  }
}
