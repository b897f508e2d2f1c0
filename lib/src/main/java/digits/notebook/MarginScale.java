package digits.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * From margins, which have no bounds, to lengths of bars: the same to both sides of zero.
 *
 * @param limit the margin of the longest bar, above 0
 */
public record MarginScale(double limit) {

  private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8};

  /** How many times the middle margin still fits; a lone giant would shrink all others. */
  private static final double REACH = 3;

  /**
   * A scale whose limit is a round number, and which fits nearly all margins.
   *
   * @param margins of one digit
   * @return the scale
   */
  public static MarginScale of(double[] margins) {
    double[] sizes =
        DoubleStream.of(margins).map(Math::abs).filter(Double::isFinite).sorted().toArray();
    double largest = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
    if (largest == 0) {
      return new MarginScale(1);
    }
    double middle = sizes[sizes.length / 2];
    double wanted = middle > 0 ? Math.min(largest, REACH * middle) : largest;
    return new MarginScale(roundUp(wanted));
  }

  private static double roundUp(double wanted) {
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    return DoubleStream.of(STEPS)
        .map(step -> step * power)
        .filter(limit -> limit >= wanted * (1 - 1e-9))
        .findFirst()
        .orElse(10 * power);
  }

  /**
   * The bar's length as a share of the longest.
   *
   * @param margin any; not a number counts as 0
   * @return -1 (no) to 1 (yes)
   */
  public double share(double margin) {
    return Double.isNaN(margin) ? 0 : Math.max(-1, Math.min(1, margin / limit));
  }

  /**
   * Whether a margin is larger than the longest bar shows.
   *
   * @param margin any
   * @return true if the bar is cut
   */
  public boolean beyond(double margin) {
    return Math.abs(margin) > limit * (1 + 1e-9);
  }

  /**
   * A margin in characters.
   *
   * @param margin any
   * @return its sign and about three digits, at most seven characters
   */
  public String text(double margin) {
    if (Double.isInfinite(margin)) {
      return margin > 0 ? "+inf" : "-inf";
    }
    double size = Math.abs(margin);
    if (size >= 1e5 || limit < 1e-3) {
      return String.format(Locale.ROOT, "%+.0e", margin);
    }
    int decimals = (int) (2 - Math.floor(Math.log10(Math.max(limit / 2, size / 5))));
    String sign = margin == 0 ? "" : "+";
    return String.format(Locale.ROOT, "%" + sign + "." + Math.max(0, decimals) + "f", margin);
  }

  /**
   * The limit in characters, short.
   *
   * @return the limit without a sign
   */
  public String limitText() {
    if (limit >= 1e5 || limit < 1e-3) {
      return String.format(Locale.ROOT, "%.1e", limit);
    }
    return new BigDecimal(limit).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
