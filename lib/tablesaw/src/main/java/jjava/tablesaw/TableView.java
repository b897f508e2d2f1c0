// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * Converts Tablesaw tables to HTML and to text for a notebook.
 *
 * <p>At most the first and last ten rows and columns are shown, with a count of those left out.
 * Numbers are right-aligned, text and dates left-aligned; a missing value is a dash. Colours follow
 * the theme of the page.
 */
public final class TableView {

  private static final int END = 10;

  private static final String QUIET =
      "color: var(--jp-content-font-color2, #616161); font-weight: normal";

  private TableView() {}

  /** Returns HTML with inline styles only; all names and values are escaped. */
  public static String html(Relation table) {
    Span rows = new Span(table.rowCount(), END);
    Span columns = new Span(table.columnCount(), END);
    List<ShownColumn> shown =
        Arrays.stream(columns.shown())
            .mapToObj(place -> new ShownColumn(table.column(place), rows.shown()))
            .toList();
    boolean all = columns.hidden() == 0;
    String names = all ? "" : quiet("th", "center", between(columns, "column"));
    String dots = all ? "" : quiet("td", "center", "…");
    String wide = "td colspan=\"" + Math.max(1, shown.size() + (all ? 0 : 1)) + "\"";
    StringBuilder html = new StringBuilder(4096);
    html.append("<div style=\"overflow-x: auto; color: var(--jp-content-font-color1, inherit)\">");
    html.append("<table style=\"margin-left: 0\">").append(caption(table.name()));
    html.append("<thead>").append(row(shown, names, ShownColumn::header)).append("</thead><tbody>");
    for (int place : rows.shown()) {
      if (rows.gapBefore(place)) {
        html.append("<tr>" + quiet(wide, "center", between(rows, "row")) + "</tr>");
      }
      html.append(row(shown, dots, column -> column.cell(place)));
    }
    html.append("</tbody>");
    if (rows.hidden() > 0 || !all || rows.size() == 0 || columns.size() == 0) {
      String size = count(rows.size(), "row") + " × " + count(columns.size(), "column");
      html.append("<tfoot><tr>" + quiet(wide, "left", size) + "</tr></tfoot>");
    }
    return html.append("</table></div>").toString();
  }

  private static String caption(String name) {
    return name == null || name.isBlank()
        ? ""
        : "<caption style=\"caption-side: top; text-align: left; white-space: nowrap; font-weight: 600; "
            + "padding: 0 0.5em 0.3em 0.5em; color: var(--jp-content-font-color1, inherit)\">"
            + Html.escape(Clip.text(name))
            + "</caption>";
  }

  /** A row; the cell for the columns left out may be empty. */
  private static String row(
      List<ShownColumn> shown, String gap, Function<ShownColumn, String> cell) {
    List<String> cells = new ArrayList<>(shown.stream().map(cell).toList());
    cells.add(Math.min(END, cells.size()), gap);
    return "<tr>" + String.join("", cells) + "</tr>";
  }

  private static String quiet(String tag, String align, String text) {
    String style = "style=\"text-align: " + align + "; " + QUIET + "\"";
    return "<" + tag + " " + style + ">" + text + "</" + tag.substring(0, 2) + ">";
  }

  /**
   * Returns plain text as Tablesaw prints it in English, with at most the first and last ten rows
   * and columns. Long values are cut so that the text has fewer than 20,000 bytes in UTF-8.
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
            Clip.text(table.column(columns.size() - END).name()));
  }

  /** The table itself, or an unnamed table with a single column. */
  static Relation relation(Object value) {
    return value instanceof Column<?> column
        ? Table.create((String) null, column)
        : (Relation) value;
  }

  private static String between(Span span, String thing) {
    return "… " + count(span.hidden(), thing) + " …";
  }

  private static String count(int number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
