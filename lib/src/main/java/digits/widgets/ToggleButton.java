package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A button that stays down until it is pressed again. */
public final class ToggleButton extends ValueControl<Boolean, ToggleButton> {

  /**
   * A button that is up.
   *
   * @param description what is written on it
   */
  public ToggleButton(String description) {
    super("ToggleButton", "ToggleButtonStyle", "value", state(description, Map.of("value", false)));
  }

  @Override
  Optional<Boolean> read(Object json) {
    return ofType(Boolean.class, json);
  }

  @Override
  String said() {
    return value() ? "on" : "off";
  }
}
