// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

/** Escaping of text in HTML. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Undoes jsplot's escaping of quotes. Angle brackets stay escaped. */
  static String unescapeQuotes(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'");
  }

  static String unescape(String html) {
    return unescapeQuotes(html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
