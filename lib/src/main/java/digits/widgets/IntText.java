package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A whole number to write. The listener is told at Enter or when it is left. */
public final class IntText extends ValueControl<Integer, IntText> {

  public IntText(String description, int value) {
    super(
        "IntText",
        "DescriptionStyle",
        description,
        Map.of("value", value, "step", 1, "continuous_update", false));
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
