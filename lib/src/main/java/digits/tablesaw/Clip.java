package digits.tablesaw;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bounds on what is written into a notebook, in UTF-16 units. */
final class Clip {

  /** The longest single text. */
  private static final int LONGEST = 200;

  /** A letter with its accents, or a picture of several code points. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Clip() {}

  static String text(String text) {
    return text(text, LONGEST);
  }

  /** The text, or its beginning, cut between two characters, and an ellipsis. */
  static String text(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    Matcher characters = CHARACTER.matcher(text.substring(0, Math.min(text.length(), longest + 2)));
    int end = 0;
    while (characters.find() && characters.end() <= longest) {
      end = characters.end();
    }
    if (end == 0) { // A single character that is longer.
      end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
    return text.substring(0, end) + "…";
  }

  /**
   * Writes with shorter and shorter parts, until the whole has no more bytes of UTF-8 than wanted
   * or the parts have six units.
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
