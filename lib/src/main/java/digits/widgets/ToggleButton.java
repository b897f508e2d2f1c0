package digits.widgets;

import java.util.Map;

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
  Boolean read(Object json) {
    return (Boolean) json;
  }

  @Override
  String said() {
    return value() ? "on" : "off";
  }
}
