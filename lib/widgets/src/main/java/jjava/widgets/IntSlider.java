// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;

/** A slider for integers. */
public final class IntSlider extends Slider<Integer, IntSlider> {

  /** Creates a slider in steps of one, set to its minimum. */
  public IntSlider(String description, int min, int max) {
    super("IntSlider", description, min, max, 1, min);
  }

  /** Sets both ends; the value is clamped to them. */
  public IntSlider range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  @Override
  Optional<Integer> read(Object json) {
    return whole(json);
  }
}
