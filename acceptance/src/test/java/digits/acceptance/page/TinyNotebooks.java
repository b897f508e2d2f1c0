package digits.acceptance.page;

import java.util.Locale;

/** Cells of Java that show something. */
final class TinyNotebooks {

  static final String IMPORTS =
      """
      import org.dflib.jjava.jupyter.kernel.display.DisplayData;
      DisplayData shown(String type, Object content) {
        var data = new DisplayData("something to see");
        data.putData(type, content);
        return data;
      }""";

  private TinyNotebooks() {}

  static String html(String html) {
    return String.format(Locale.ROOT, "shown(\"text/html\", \"%s\")", html.replace("\"", "\\\""));
  }

  /**
   * A figure.
   *
   * @param trace what is drawn, as arguments of Map.of
   * @param layout its titles, as arguments of Map.of
   */
  static String figure(String trace, String layout) {
    return String.format(
        Locale.ROOT,
        "shown(\"application/vnd.plotly.v1+json\","
            + " Map.of(\"data\", List.of(Map.of(%s)), \"layout\", Map.of(%s)))",
        trace,
        layout);
  }

  /** The layout of a figure whose title and axes have these names; an empty one is left out. */
  static String titles(String title, String x, String y) {
    return String.format(
        Locale.ROOT,
        "\"title\", Map.of(\"text\", \"%s\"), \"xaxis\", Map.of(\"title\", Map.of(\"text\", \"%s\")),"
            + " \"yaxis\", Map.of(\"title\", Map.of(\"text\", \"%s\"))",
        title,
        x,
        y);
  }
}
