package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider over whole numbers. */
public final class IntSlider extends Slider<Integer, IntSlider> {

  /** A slider in steps of one, that begins at its least value. */
  public IntSlider(String description, int min, int max) {
    super("IntSlider", description, min, max, 1, min);
  }

  /** Moves the ends, and brings the value between the two. */
  public IntSlider range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
