package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider over powers: equal distances are equal ratios. */
public final class FloatLogSlider extends ValueControl<Double, FloatLogSlider> {

  /**
   * A slider over powers of ten, in tenths of a power, that begins at its least value.
   *
   * @param description the label
   * @param least the exponent of the least value
   * @param largest the exponent of the largest value
   * @throws IllegalArgumentException if the least is more than the largest, or one is not finite
   */
  public FloatLogSlider(String description, double least, double largest) {
    super(
        "FloatLogSlider",
        "SliderStyle",
        "value",
        slider(
            description,
            least,
            largest,
            Map.of("base", 10.0, "step", 0.1, "value", Math.pow(10, least))));
  }

  /**
   * Sets the distance between neighbouring exponents.
   *
   * @param step such as 0.1 for ten values from one power of ten to the next
   * @return this slider
   */
  public FloatLogSlider step(double step) {
    set("step", step);
    return this;
  }

  /**
   * Sets how the number is written.
   *
   * @param format as d3 writes formats, such as {@code .3g}
   * @return this slider
   */
  public FloatLogSlider format(String format) {
    set("readout_format", format);
    return this;
  }

  /**
   * Whether the listener is told while the slider is drawn, or only when it is let go.
   *
   * @param continuous true, as at the start, for each value on the way
   * @return this slider
   */
  public FloatLogSlider continuous(boolean continuous) {
    set("continuous_update", continuous);
    return this;
  }

  @Override
  boolean isOffered(Double value) {
    return value > 0 && isBetweenEnds(Math.log10(value));
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
