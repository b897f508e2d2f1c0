// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A checkbox, initially unchecked. */
public final class Checkbox extends ValueControl<Boolean, Checkbox> {

  public Checkbox(String description) {
    super("Checkbox", "CheckboxStyle", description, Map.of("value", false, "indent", false));
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
