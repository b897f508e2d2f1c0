package digits.tablesaw;

import java.util.Locale;
import java.util.Objects;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** One column of a table that is shown: the HTML of its header and of each of its cells. */
final class ShownColumn {

  private static final String QUIET = "color: var(--jp-content-font-color3, #757575)";

  private final Column<?> column;
  private final Numerals numerals;
  private final String style;

  private ShownColumn(Column<?> column, Numerals numerals, String style) {
    this.column = column;
    this.numerals = numerals;
    this.style = style;
  }

  /**
   * Chooses how a column is shown.
   *
   * @param column the column
   * @param rows the rows that will be shown
   * @return the column as it is shown
   */
  static ShownColumn of(Column<?> column, int[] rows) {
    if (column instanceof NumericColumn<?> numbers) {
      return new ShownColumn(
          column,
          Numerals.of(numbers, rows),
          "text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap");
    }
    if (column instanceof BooleanColumn) {
      return new ShownColumn(column, Numerals.NONE, "text-align: center");
    }
    boolean time = column.type() != ColumnType.STRING;
    return new ShownColumn(
        column, Numerals.NONE, "text-align: left" + (time ? "; white-space: nowrap" : ""));
  }

  String header() {
    return String.format(
        Locale.ROOT,
        "<th scope=\"col\" title=\"%s\" style=\"%s\">%s</th>",
        HtmlText.escape(column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        style,
        HtmlText.escape(Clip.text(name(), Clip.LONGEST)));
  }

  String name() {
    return Objects.toString(column.name(), "");
  }

  String cell(int row) {
    String open = "<td style=\"" + style + "\">";
    if (column.isMissing(row)) {
      String own = column.getString(row);
      boolean unsaid = own == null || own.isBlank() || own.equals("null") || own.equals("NaN");
      return open
          + ("<span title=\"missing\" style=\"" + QUIET + "\">")
          + (unsaid ? "–" : HtmlText.escape(Clip.text(own, Clip.LONGEST)))
          + "</span></td>";
    }
    String text = numerals.format(row).orElseGet(() -> column.getString(row));
    return open + HtmlText.escape(Clip.text(text, Clip.LONGEST)) + "</td>";
  }

  /** A value as Tablesaw prints it where numbers have a decimal point; may be empty. */
  String words(int row) {
    String text =
        column.isMissing(row)
            ? column.getString(row)
            : numerals.print(row).orElseGet(() -> column.getString(row));
    return Objects.toString(text, "");
  }
}
