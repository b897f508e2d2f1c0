// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Optional;

/** A slider with a logarithmic scale. */
public final class FloatLogSlider extends Slider<Double, FloatLogSlider> {

  private static final int MOST = 300; // Larger exponents come close to the limits of a double.

  /**
   * Creates a slider over powers of ten, in steps of a tenth of a power, set to its minimum.
   *
   * @param least the exponent of the minimum, -300 to 300
   * @param largest the exponent of the maximum, -300 to 300
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
          "The exponents of a FloatLogSlider must be from -300 to 300, not " + exponent + ".");
    }
    return exponent;
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
