// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the JavaScript objects that jsplot writes into its pages.
 *
 * <p>They have unquoted names, trailing commas, NaN, missing values, and occasionally a number in
 * the digits of the locale. Strings in single quotes are escaped for HTML but not for JavaScript: a
 * quote is {@code &#39;}, and backslashes and line breaks are literal. Strings in double quotes are
 * JSON.
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

  private static final String JSON_TEXT = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";
  private static final String TEXT = "'([^']*)'|&quot;(.*?)&quot;|&#39;(.*?)&#39;";
  private static final String FORGOTTEN_VALUE = ":\\s*(?=[,}])";
  private static final String FOREIGN_DIGIT = "[\\p{Nd}&&[^0-9]]|٫";

  private static final Pattern TOKEN =
      Pattern.compile(
          String.join("|", JSON_TEXT, TEXT, FORGOTTEN_VALUE, FOREIGN_DIGIT), Pattern.DOTALL);

  private JavascriptLiteral() {}

  /**
   * Reads the first object in a script such as <code>var layout = {title: 'a'};</code>. Numbers may
   * be NaN or infinite, and values null.
   *
   * @param part what the object is, for error messages
   */
  static Map<String, Object> read(String script, String part) {
    String object = script.substring(Math.max(0, script.indexOf('{')));
    try {
      return JSON.readValue(
          TOKEN.matcher(object).replaceAll(token -> Matcher.quoteReplacement(json(token))));
    } catch (JacksonException e) {
      throw new UnreadableFigureException(
          part + " is not in the form that jsplot writes: " + e.getOriginalMessage(), e);
    }
  }

  private static String json(MatchResult token) {
    return switch (token.group().charAt(0)) {
      case '"' -> token.group();
      case ':' -> ": null";
      case '٫' -> ".";
      case '\'', '&' ->
          Stream.of(token.group(1), token.group(2), token.group(3))
              .filter(Objects::nonNull)
              .map(Html::unescapeQuotes)
              .map(
                  text ->
                      '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"')
              .findFirst()
              .orElseThrow();
      default -> String.valueOf(Character.digit(token.group().codePointAt(0), 10));
    };
  }
}
