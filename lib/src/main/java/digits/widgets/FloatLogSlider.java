package digits.widgets;

import java.util.Optional;

/** A slider over powers: equal distances are equal ratios. */
public final class FloatLogSlider extends Slider<Double, FloatLogSlider> {

  /** Powers beyond it are too large for a number, or too small. */
  private static final int MOST = 300;

  /**
   * A slider over powers of ten, in tenths of a power, that begins at its least value.
   *
   * @param least the exponent of the least value, -300 to 300
   * @param largest the exponent of the largest value, -300 to 300
   */
  public FloatLogSlider(String description, double least, double largest) {
    super(
        "FloatLogSlider",
        description,
        exponent(least),
        exponent(largest),
        0.1,
        Math.pow(10, least));
  }

  @Override
  boolean isOffered(Double value) {
    return value > 0 && isBetweenEnds(Math.log10(value));
  }

  @Override
  Number at(Number exponent) {
    return Math.pow(10, exponent(exponent.doubleValue()));
  }

  private static double exponent(double exponent) {
    if (Double.isFinite(exponent) && Math.abs(exponent) > MOST) {
      throw new IllegalArgumentException(
          "The exponents of a slider over powers go from -300 to 300, not to " + exponent + ".");
    }
    return exponent;
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
