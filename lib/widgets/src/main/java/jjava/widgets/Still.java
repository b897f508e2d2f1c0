// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * The static form of a widget, shown where there is no kernel or no ipywidgets.
 *
 * @param html a single element with its text escaped, or empty if there is nothing to show
 * @param text the same as plain text
 */
public record Still(String html, String text) {

  public Still {
    Needed.of(html, "HTML");
    Needed.of(text, "A text");
  }

  /** A line of text, possibly empty; it is escaped in HTML. */
  public static Still of(String text) {
    return new Still(
        Needed.of(text, "A text").isEmpty() ? "" : "<div>" + escape(text) + "</div>", text);
  }

  /** The message of a failure, with an expandable stack trace in HTML. */
  static Still failure(Throwable failure) {
    String message = failure.getMessage();
    String text =
        message == null || message.isBlank()
            ? "This failed without a message: see the details."
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

  /** Messages may quote input from the page, which can be long. */
  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }

  /** A PNG picture with a text alternative. */
  static Still picture(String base64, String words) {
    return new Still(
        "<img alt=\"" + escape(words) + "\" src=\"data:image/png;base64," + base64.strip() + "\">",
        words);
  }

  /** Several static forms in a column or a row. */
  static Still all(List<Still> parts, boolean beside) {
    List<Still> said = parts.stream().filter(part -> !part.html.isEmpty()).toList();
    if (said.isEmpty()) {
      return Still.of("");
    }
    // Pages strip most styles from untrusted output, so only a few are used.
    String style =
        beside ? " style=\"display: inline-block; vertical-align: top; margin-right: 12px\"" : "";
    return new Still(
        said.stream()
            .map(part -> "<div" + style + ">" + part.html + "</div>")
            .collect(Collectors.joining("", "<div>", "</div>")),
        said.stream().map(Still::text).collect(Collectors.joining(beside ? "   " : "\n")));
  }

  /** Escapes text for HTML. */
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
