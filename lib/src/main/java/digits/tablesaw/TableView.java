package digits.tablesaw;

import java.util.Locale;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A Tablesaw table as it is shown in a notebook.
 *
 * <p>At most the first and the last ten rows are shown, and the first and the last ten columns;
 * what is left out is counted. Numbers stand right, text and dates left, missing values as a dash.
 * Colours are those of the page's theme.
 */
public final class TableView {

  private static final int END = 10;

  private static final String QUIET =
      "color: var(--jp-content-font-color2, #616161); font-weight: normal";

  private TableView() {}

  /**
   * The table in HTML, with inline style only.
   *
   * @param table any table or slice of one; may have no rows or no columns
   * @return one element that holds the table; every name and value in it is escaped
   */
  public static String html(Relation table) {
    Span rows = new Span(table.rowCount(), END);
    Span columns = new Span(table.columnCount(), END);
    StringBuilder html = new StringBuilder(4096);
    html.append("<div style=\"overflow-x: auto; color: var(--jp-content-font-color1, inherit)\">");
    html.append("<table style=\"margin-left: 0\">");
    appendCaption(html, table);
    appendRows(html, table, rows, columns);
    if (rows.hidden() > 0 || columns.hidden() > 0 || rows.size() == 0 || columns.size() == 0) {
      int width = Math.max(1, columns.shown().length + (columns.hidden() > 0 ? 1 : 0));
      html.append("<tfoot><tr><td colspan=\"").append(width);
      html.append("\" style=\"text-align: left; ").append(QUIET).append("\">");
      html.append(count(rows.size(), "row")).append(" × ");
      html.append(count(columns.size(), "column")).append("</td></tr></tfoot>");
    }
    html.append("</table>");
    return html.append("</div>").toString();
  }

  /**
   * The table in characters, as Tablesaw prints it in English.
   *
   * @param table any table or slice of one
   * @return its name, and at most the first and the last ten columns and rows; long texts are cut
   *     so that all fits into 20,000 bytes of UTF-8
   */
  public static String text(Relation table) {
    Span columns = new Span(table.columnCount(), END);
    String text = TableText.of(table, new Span(table.rowCount(), END), columns);
    return columns.hidden() == 0
        ? text
        : String.format(
            Locale.ROOT,
            "%s%n%s in all, %s left out before %s",
            text,
            count(columns.size(), "column"),
            count(columns.hidden(), "column"),
            Clip.text(table.column(columns.size() - END).name(), Clip.LONGEST));
  }

  /** A table, or a column as the only one of a table without a name. */
  static Relation relation(Object value) {
    return value instanceof Column<?> column
        ? Table.create((String) null, column)
        : (Relation) value;
  }

  private static void appendCaption(StringBuilder html, Relation table) {
    String name = table.name();
    if (name != null && !name.isBlank()) {
      html.append("<caption style=\"caption-side: top; text-align: left; font-weight: 600; ")
          .append("padding: 0 0.5em 0.3em 0.5em; color: var(--jp-content-font-color1, inherit)\">")
          .append(HtmlText.escape(Clip.text(name, Clip.LONGEST)))
          .append("</caption>");
    }
  }

  private static void appendRows(StringBuilder html, Relation table, Span rows, Span columns) {
    int[] places = columns.shown();
    ShownColumn[] shown = new ShownColumn[places.length];
    html.append("<thead><tr>");
    for (int c = 0; c < places.length; c++) {
      shown[c] = ShownColumn.of(table.column(places[c]), rows.shown());
      if (columns.gapBefore(places[c])) {
        String text = "… " + count(columns.hidden(), "column") + " …";
        html.append("<th style=\"text-align: center; ").append(QUIET).append("\">");
        html.append(text).append("</th>");
      }
      html.append(shown[c].header());
    }
    html.append("</tr></thead><tbody>");
    for (int row : rows.shown()) {
      if (rows.gapBefore(row)) {
        html.append("<tr><td colspan=\"").append(shown.length + (columns.hidden() > 0 ? 1 : 0));
        html.append("\" style=\"text-align: center; ").append(QUIET).append("\">… ");
        html.append(count(rows.hidden(), "row")).append(" …</td></tr>");
      }
      html.append("<tr>");
      for (int c = 0; c < places.length; c++) {
        if (columns.gapBefore(places[c])) {
          html.append("<td style=\"text-align: center; ").append(QUIET).append("\">…</td>");
        }
        html.append(shown[c].cell(row));
      }
      html.append("</tr>");
    }
    html.append("</tbody>");
  }

  private static String count(int number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
