package digits.notebook;

import java.util.Locale;

/**
 * From margins, which have no bounds, to bars. The scale is the same for every digit and every
 * model, so that any two bars can be compared.
 */
public final class MarginScale {

  /** The margin of the longest bar: a logistic classifier then says yes with 99.995 percent. */
  public static final int LIMIT = 10;

  private MarginScale() {}

  /** The length of a bar, from -1 (no) to 1 (yes); not a number counts as 0. */
  public static double share(double margin) {
    return Double.isNaN(margin) ? 0 : Math.max(-1, Math.min(1, margin / LIMIT));
  }

  /** Whether the bar is cut off, because the margin is beyond the scale. */
  public static boolean isCut(double margin) {
    return Math.abs(margin) > LIMIT;
  }

  /** A margin with its sign, in at most seven characters. */
  public static String text(double margin) {
    double size = Math.abs(margin);
    if (Double.isInfinite(margin)) {
      return margin > 0 ? "+inf" : "-inf";
    }
    return String.format(
        Locale.ROOT, size < 999.5 ? "%+.2f" : size < 99_999.5 ? "%+.0f" : "%+.0e", margin);
  }
}
