package digits.widgets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * What a widget shows, where there are no widgets.
 *
 * @param html one element, everything in it escaped; empty if there is nothing to say
 * @param text the same in characters
 */
public record Still(String html, String text) {

  public Still {
    Needed.of(html, "HTML");
    Needed.of(text, "A text");
  }

  /** A line of text, which may be empty; its HTML is escaped. */
  public static Still of(String text) {
    return new Still(
        Needed.of(text, "A text").isEmpty() ? "" : "<div>" + escape(text) + "</div>", text);
  }

  /** A failure in its own words, and in HTML its stack trace to unfold. */
  static Still failure(Throwable failure) {
    String message = failure.getMessage();
    String text =
        message == null || message.isBlank()
            ? "This failed without a message: the details say where."
            : cut(message, 1_000);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return new Still(
        "<details role=\"alert\" style=\"color: var(--jp-error-color1, #b00020); line-height: 1.5\">"
            + "<summary style=\"cursor: pointer\">"
            + escape(text)
            + "</summary><pre style=\"line-height: 1.3; overflow-x: auto\">"
            + escape(cut(trace.toString(), 20_000))
            + "</pre></details>",
        text);
  }

  /** A message may quote what the page has sent, and that may be long. */
  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
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

  /** Makes text safe to stand in HTML. */
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
