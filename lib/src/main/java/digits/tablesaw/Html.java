package digits.tablesaw;

/** Text that stands in HTML, or stood there. */
final class Html {

  private Html() {}

  /** Makes text safe to stand in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Takes back the escaping of quotes by jsplot. What could be read as a tag stays escaped. */
  static String unescapeQuotes(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'");
  }

  /** Takes back all escaping. */
  static String unescape(String html) {
    return unescapeQuotes(html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
