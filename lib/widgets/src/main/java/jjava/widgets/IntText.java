// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A text field for an integer. Listeners are notified on Enter or when it loses focus. */
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
