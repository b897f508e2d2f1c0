package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider over whole numbers. */
public final class IntSlider extends Slider<Integer, IntSlider> {

  /**
   * A slider in steps of one, that begins at its least value.
   *
   * @param description the label
   * @param min the least value
   * @param max the largest value
   * @throws IllegalArgumentException if the least is more than the largest
   */
  public IntSlider(String description, int min, int max) {
    super("IntSlider", description, min, max, 1, min);
  }

  /**
   * Sets the distance between neighbouring values.
   *
   * @param step at least 1
   * @throws IllegalArgumentException if it is less
   */
  public IntSlider step(int step) {
    set("step", step);
    return this;
  }

  /**
   * Moves the ends.
   *
   * @param min the least value
   * @param max the largest value
   * @return this slider, its value brought between the two
   * @throws IllegalArgumentException if the least is more than the largest
   */
  public IntSlider range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
