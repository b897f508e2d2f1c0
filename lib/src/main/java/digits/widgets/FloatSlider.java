package digits.widgets;

import java.util.Optional;

/** A slider over numbers. */
public final class FloatSlider extends Slider<Double, FloatSlider> {

  /** A slider that begins at its least value. */
  public FloatSlider(String description, double min, double max, double step) {
    super("FloatSlider", description, min, max, step, min);
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
