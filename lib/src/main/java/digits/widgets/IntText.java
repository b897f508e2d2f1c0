package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A whole number to write. What is no number is put back by the page. */
public final class IntText extends ValueControl<Integer, IntText> {

  /**
   * A number. The listener is told when the reader presses Enter or leaves it.
   *
   * @param description the label
   * @param value the first value
   */
  public IntText(String description, int value) {
    super(
        "IntText",
        "DescriptionStyle",
        "value",
        state(description, Map.of("value", value, "step", 1, "continuous_update", false)));
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
