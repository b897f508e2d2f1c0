package digits.tablesaw;

/** Text made safe to stand in HTML, and text that was made so by Tablesaw's templates. */
final class HtmlText {

  private HtmlText() {}

  /**
   * Escapes the characters that mean something in HTML.
   *
   * @param text any text
   */
  static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /**
   * Takes back the escaping of quotes only. What could be read as a tag stays escaped.
   *
   * @param html text escaped for HTML
   */
  static String unescapeQuotes(String html) {
    return html.indexOf('&') < 0
        ? html
        : html.replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#x27;", "'");
  }

  /**
   * Takes back all escaping.
   *
   * @param html text escaped for HTML
   * @return the text as its author wrote it
   */
  static String unescape(String html) {
    return unescapeQuotes(html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
