package digits.tablesaw;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * The JavaScript objects that jsplot writes into its pages, made JSON.
 *
 * <p>They have names without quotes, trailing commas, NaN, values that were forgotten, and now and
 * then a number in the digits of the reader's locale. Texts stand in single quotes, escaped for
 * HTML and not for JavaScript: there a quote is {@code &#39;}, and a backslash or a line break is
 * the author's own. Texts in double quotes are JSON's.
 */
final class JavascriptLiteral {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build()
          .readerFor(new TypeReference<Map<String, Object>>() {});

  private final String script;
  private final StringBuilder json;
  private char last;

  private JavascriptLiteral(String script) {
    this.script = script;
    this.json = new StringBuilder(script.length() + 64);
  }

  /**
   * Reads the first object of a script such as <code>var layout = {title: 'a'};</code>.
   *
   * @param script a script with an object in it
   * @param part what the object is, for the message of a failure
   * @return names and values: texts, numbers (NaN and infinities too), truth values, lists, maps,
   *     null
   * @throws UnreadableFigureException if there is no such object
   */
  static Map<String, Object> read(String script, String part) {
    int start = Math.max(0, script.indexOf('{'));
    try {
      return JSON.readValue(new JavascriptLiteral(script).json(start));
    } catch (JacksonException e) {
      throw new UnreadableFigureException(
          part + " is not written as jsplot writes it: " + e.getOriginalMessage(), e);
    }
  }

  private String json(int start) {
    int i = start;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == '\'') {
        i = copyText(i + 1, "'");
      } else if (script.startsWith("&quot;", i)) {
        i = copyText(i + 6, "&quot;");
      } else if (script.startsWith("&#39;", i)) {
        i = copyText(i + 5, "&#39;");
      } else if (c == '"') {
        i = copyJsonText(i);
      } else {
        if ((c == ',' || c == '}') && last == ':') {
          json.append("null");
        }
        json.append(ascii(c));
        last = Character.isWhitespace(c) ? last : c;
        i++;
      }
    }
    return json.toString();
  }

  private static char ascii(char c) {
    return Character.isDigit(c)
        ? Character.forDigit(Character.digit(c, 10), 10)
        : c == '٫' ? '.' : c;
  }

  /** Copies a text that ends at the next such quote; returns where to go on. */
  private int copyText(int start, String quote) {
    int found = script.indexOf(quote, start);
    int end = found < 0 ? script.length() : found;
    String text = HtmlText.unescapeQuotes(script.substring(start, end));
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
    last = '"';
    return end + (found < 0 ? 0 : quote.length());
  }

  private int copyJsonText(int start) {
    int end = start + 1;
    while (end < script.length() && script.charAt(end) != '"') {
      end += script.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end + 1, script.length());
    json.append(script, start, end);
    last = '"';
    return end;
  }
}
