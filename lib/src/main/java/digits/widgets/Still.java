package digits.widgets;

import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * What a widget shows, said without it.
 *
 * @param html one element, everything in it escaped
 * @param text the same in characters
 */
public record Still(String html, String text) {

  public Still {
    Needed.of(html, "HTML");
    Needed.of(text, "A text");
  }

  /**
   * A line of text.
   *
   * @param text what the widget says; may be empty
   * @return the text, and the same escaped in an element
   */
  public static Still of(String text) {
    return new Still(
        Needed.of(text, "A text").isEmpty() ? "" : "<div>" + escape(text) + "</div>", text);
  }

  /** A picture in PNG, and what it shows in words. */
  static Still picture(String base64, String words) {
    return new Still(
        "<img alt=\"" + escape(words) + "\" src=\"data:image/png;base64," + base64.strip() + "\">",
        words);
  }

  /** Several, one below or beside the other. */
  static Still all(List<Still> parts, boolean beside) {
    List<Still> said = parts.stream().filter(part -> !part.html.isEmpty()).toList();
    if (said.isEmpty()) {
      return Still.of("");
    }
    // Pages that do not trust the output drop most of what a style says, so little is said.
    String style =
        beside ? " style=\"display: inline-block; vertical-align: top; margin-right: 12px\"" : "";
    return new Still(
        said.stream()
            .map(part -> "<div" + style + ">" + part.html + "</div>")
            .collect(Collectors.joining("", "<div>", "</div>")),
        said.stream().map(Still::text).collect(Collectors.joining(beside ? "   " : "\n")));
  }

  /**
   * Makes text safe to stand in HTML.
   *
   * @param text any text
   */
  public static String escape(String text) {
    return Needed.of(text, "A text")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  DisplayData output() {
    DisplayData output = new DisplayData(text);
    output.putHTML(html);
    return output;
  }
}
