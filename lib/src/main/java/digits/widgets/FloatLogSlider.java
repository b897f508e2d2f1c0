package digits.widgets;

import java.util.Optional;

/** A slider over powers: equal distances are equal ratios. */
public final class FloatLogSlider extends Slider<Double, FloatLogSlider> {

  /** Powers beyond it are too large for a number, or too small. */
  private static final int MOST = 300;

  /**
   * A slider over powers of ten, in tenths of a power, that begins at its least value.
   *
   * @param description the label
   * @param least the exponent of the least value, -300 to 300
   * @param largest the exponent of the largest value, -300 to 300
   * @throws IllegalArgumentException if one is beyond, or the least is more than the largest
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

  /**
   * Sets the distance between neighbouring exponents.
   *
   * @param step such as 0.1 for ten values from one power of ten to the next
   * @throws IllegalArgumentException if it is not above 0
   */
  public FloatLogSlider step(double step) {
    set("step", step);
    return this;
  }

  /**
   * Sets how the number is written.
   *
   * @param format as d3 writes formats, such as {@code .3g}
   */
  public FloatLogSlider format(String format) {
    set("readout_format", format);
    return this;
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
          "The exponents of a slider over powers are at most "
              + MOST
              + " from 0, not "
              + exponent
              + ".");
    }
    return exponent;
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
