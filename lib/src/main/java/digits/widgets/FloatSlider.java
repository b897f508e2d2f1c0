package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider over numbers. */
public final class FloatSlider extends ValueControl<Double, FloatSlider> {

  /**
   * A slider that begins at its least value.
   *
   * @param description the label
   * @param min the least value
   * @param max the largest value
   * @param step the distance between neighbouring values
   * @throws IllegalArgumentException if the least is more than the largest, or one is not finite
   */
  public FloatSlider(String description, double min, double max, double step) {
    super(
        "FloatSlider",
        "SliderStyle",
        "value",
        slider(description, min, max, Map.of("value", min, "step", step)));
  }

  /**
   * Sets how the number is written.
   *
   * @param format as d3 writes formats, such as {@code .2f}
   * @return this slider
   */
  public FloatSlider format(String format) {
    set("readout_format", format);
    return this;
  }

  /**
   * Whether the listener is told while the slider is drawn, or only when it is let go.
   *
   * @param continuous true, as at the start, for each value on the way
   * @return this slider
   */
  public FloatSlider continuous(boolean continuous) {
    set("continuous_update", continuous);
    return this;
  }

  @Override
  boolean isOffered(Double value) {
    return isBetweenEnds(value);
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
