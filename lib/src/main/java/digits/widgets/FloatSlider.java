package digits.widgets;

import java.util.Optional;

/** A slider over numbers. */
public final class FloatSlider extends Slider<Double, FloatSlider> {

  /**
   * A slider that begins at its least value.
   *
   * @param description the label
   * @param min the least value
   * @param max the largest value
   * @param step the distance between neighbouring values
   * @throws IllegalArgumentException if the least is more than the largest, one is not finite, or
   *     the step is not above 0
   */
  public FloatSlider(String description, double min, double max, double step) {
    super("FloatSlider", description, min, max, step, min);
  }

  /**
   * Sets how the number is written.
   *
   * @param format as d3 writes formats, such as {@code .2f}
   */
  public FloatSlider format(String format) {
    set("readout_format", format);
    return this;
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
