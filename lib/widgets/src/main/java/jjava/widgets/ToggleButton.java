// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A button that stays pressed until it is clicked again; initially not pressed. */
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
