// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Optional;

/** A slider for decimal numbers. */
public final class FloatSlider extends Slider<Double, FloatSlider> {

  /** Creates a slider that is set to its minimum. */
  public FloatSlider(String description, double min, double max, double step) {
    super("FloatSlider", description, min, max, step, min);
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }
}
