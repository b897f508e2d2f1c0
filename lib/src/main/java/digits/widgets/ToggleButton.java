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
    return json instanceof Boolean value ? Optional.of(value) : Optional.empty();
  }

  @Override
  String said() {
    return value() ? "on" : "off";
  }
}
