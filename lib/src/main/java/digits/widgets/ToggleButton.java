package digits.widgets;

import java.util.Map;
import java.util.Optional;

/** A button that stays down until it is pressed again; up at first. */
public final class ToggleButton extends ValueControl<Boolean, ToggleButton> {

  public ToggleButton(String description) {
    super("ToggleButton", "ToggleButtonStyle", description, Map.of("value", false));
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
