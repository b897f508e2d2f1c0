// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits on the length of texts in a notebook, in UTF-16 units. */
final class Clip {

  private static final int LONGEST = 200;

  private static final Pattern GRAPHEME = Pattern.compile("\\X"); // Such as é or a flag.

  private Clip() {}

  static String text(String text) {
    return text(text, LONGEST);
  }

  /** Shortens a text between two graphemes and appends an ellipsis. */
  static String text(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    Matcher characters = GRAPHEME.matcher(text.substring(0, Math.min(text.length(), longest + 2)));
    int end = 0;
    while (characters.find() && characters.end() <= longest) {
      end = characters.end();
    }
    if (end == 0) { // A single longer grapheme.
      end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
    return text.substring(0, end) + "…";
  }

  /**
   * Halves the maximum length of the parts until the whole fits into the given number of UTF-8
   * bytes, or the parts are down to six units.
   */
  static String fit(int bytes, IntFunction<String> write) {
    int longest = LONGEST;
    String whole = write.apply(longest);
    while (whole.getBytes(StandardCharsets.UTF_8).length > bytes && longest > 6) {
      longest /= 2;
      whole = write.apply(longest);
    }
    return whole;
  }
}
