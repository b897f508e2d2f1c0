package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A number to write. What is no number is put back by the page. */
public final class FloatText extends ValueControl<Double, FloatText> {

  /**
   * A number. The listener is told when the reader presses Enter or leaves it.
   *
   * @param description the label
   * @param value the first value
   */
  public FloatText(String description, double value) {
    super(
        "FloatText",
        "DescriptionStyle",
        "value",
        state(description, Map.of("value", value, "continuous_update", false)));
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
