package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A number to write. The listener is told at Enter or when it is left. */
public final class FloatText extends ValueControl<Double, FloatText> {

  public FloatText(String description, double value) {
    super(
        "FloatText",
        "DescriptionStyle",
        description,
        Map.of("value", value, "continuous_update", false));
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
