package digits.widgets;

import java.util.Map;

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
  Boolean read(Object json) {
    return (Boolean) json;
  }

  @Override
  String said() {
    return value() ? "yes" : "no";
  }
}
