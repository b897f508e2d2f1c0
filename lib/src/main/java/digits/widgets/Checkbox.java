package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A box to tick. */
public final class Checkbox extends ValueControl<Boolean, Checkbox> {

  /**
   * A box that is not ticked.
   *
   * @param description the label
   */
  public Checkbox(String description) {
    super(
        "Checkbox",
        "CheckboxStyle",
        "value",
        state(description, Map.of("value", false, "indent", false)));
  }

  @Override
  Optional<Boolean> read(Object json) {
    return ofType(Boolean.class, json);
  }

  @Override
  String said() {
    return value() ? "yes" : "no";
  }
}
