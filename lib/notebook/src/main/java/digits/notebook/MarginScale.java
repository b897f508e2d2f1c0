package digits.notebook;

import digits.data.Message;

/**
 * Maps margins, which are unbounded, to bars. The scale is the same for every digit and model, so
 * that any two bars can be compared.
 */
public final class MarginScale {

  /** The margin of the longest bar, to a logistic classifier a probability of 99.995 %. */
  public static final int LIMIT = 10;

  private MarginScale() {}

  /** The length of a bar from -1 (no) to 1 (yes), and 0 for NaN. */
  public static double share(double margin) {
    return Double.isNaN(margin) ? 0 : Math.max(-1, Math.min(1, margin / LIMIT));
  }

  /** Whether the margin is beyond the scale, so that its bar is cut off. */
  public static boolean isCut(double margin) {
    return Math.abs(margin) > LIMIT;
  }

  /** A margin with its sign, in at most seven characters. */
  public static String text(double margin) {
    double size = Math.abs(margin);
    if (Double.isInfinite(margin)) {
      return margin > 0 ? "+inf" : "-inf";
    }
    return Message.of(size < 999.5 ? "%+.2f" : size < 99_999.5 ? "%+.0f" : "%+.0e", margin);
  }
}
