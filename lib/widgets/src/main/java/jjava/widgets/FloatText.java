// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A text field for a decimal number. Listeners are notified on Enter or when it loses focus. */
public final class FloatText extends ValueControl<Double, FloatText> {

  public FloatText(String description, double value) {
    super(
        "FloatText",
        "DescriptionStyle",
        description,
        Map.of("value", value, "continuous_update", false));
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
