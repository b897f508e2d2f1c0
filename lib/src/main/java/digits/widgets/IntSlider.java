package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider over whole numbers. */
public final class IntSlider extends ValueControl<Integer, IntSlider> {

  /**
   * A slider in steps of one, that begins at its least value.
   *
   * @param description the label
   * @param min the least value
   * @param max the largest value
   * @throws IllegalArgumentException if the least is more than the largest
   */
  public IntSlider(String description, int min, int max) {
    super(
        "IntSlider",
        "SliderStyle",
        "value",
        slider(description, min, max, Map.of("value", min, "step", 1)));
  }

  /**
   * Sets the distance between neighbouring values.
   *
   * @param step at least 1
   * @return this slider
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
    checkEnds(min, max);
    set(Map.of("min", min, "max", max, "value", Math.max(min, Math.min(max, value()))));
    return this;
  }

  /**
   * Whether the listener is told while the slider is drawn, or only when it is let go.
   *
   * @param continuous true, as at the start, for each value on the way
   * @return this slider
   */
  public IntSlider continuous(boolean continuous) {
    set("continuous_update", continuous);
    return this;
  }

  @Override
  boolean isOffered(Integer value) {
    return isBetweenEnds(value);
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
