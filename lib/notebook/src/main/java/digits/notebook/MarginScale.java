package digits.notebook;

import digits.data.Message;
import java.util.stream.DoubleStream;

/**
 * Maps margins, which are unbounded, to bars. There are only two scales, so that bars can be
 * compared: one for the margins of ridge regression, whose targets are +1 and -1, and one for all
 * others.
 */
public final class MarginScale {

  private static final int SMALL = 2;

  /** To a logistic classifier a probability of 99.995 %. */
  private static final int LARGE = 10;

  private MarginScale() {}

  /** The margin of the longest bar: 2 if none of these is larger, else 10. */
  public static int limit(double[] margins) {
    return DoubleStream.of(margins).allMatch(margin -> Math.abs(margin) <= SMALL) ? SMALL : LARGE;
  }

  /** The length of a bar from -1 (no) to 1 (yes), and 0 for NaN. */
  public static double share(double margin, int limit) {
    return Double.isNaN(margin) ? 0 : Math.max(-1, Math.min(1, margin / limit));
  }

  /** Whether the margin is beyond the scale, so that its bar is cut off. */
  public static boolean isCut(double margin, int limit) {
    return Math.abs(margin) > limit;
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
