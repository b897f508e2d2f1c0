// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A text field, initially empty. Listeners are notified on Enter or when it loses focus. */
public final class Text extends ValueControl<String, Text> {

  public Text(String description) {
    super("Text", "TextStyle", description, Map.of("value", "", "continuous_update", false));
  }

  /** Sets the hint shown while the field is empty. */
  public Text placeholder(String text) {
    set("placeholder", text);
    return this;
  }

  @Override
  Optional<String> read(Object json) {
    return ofType(String.class, json);
  }
}
