package digits.data;

import java.util.Locale;

/** What a person reads: numbers look the same in every locale. */
public final class Message {

  private Message() {}

  /** Fills in a format of {@link java.util.Formatter}. */
  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
