// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;

/** A slider: a number between two ends. Values beyond either end are clamped. */
public abstract class Slider<T extends Number, S extends Slider<T, S>> extends ValueControl<T, S> {

  Slider(String name, String description, Number least, Number largest, Number step, T first) {
    super(
        name,
        "SliderStyle",
        description,
        checked(Map.of("min", least, "max", largest, "step", step, "value", first)));
  }

  private static Map<String, ?> checked(Map<String, ?> state) {
    Object min = state.get("min");
    Object max = state.get("max");
    double range = number(max).orElse(Double.NaN) - number(min).orElse(Double.NaN);
    if (!(range >= 0)) {
      String ends = min + " to " + max;
      throw new IllegalArgumentException(
          "A slider needs finite ends, the minimum first, not from " + ends + ".");
    }
    Object step = state.get("step");
    if (number(step).filter(s -> s > 0).isEmpty()) {
      throw new IllegalArgumentException(
          "The step of a slider must be greater than 0, not " + step + ".");
    }
    return state;
  }

  /** Whether listeners are notified while the slider moves (the default) or only on release. */
  public S continuous(boolean continuous) {
    set("continuous_update", continuous);
    return self();
  }

  /** Sets the step, which must be positive. */
  public S step(T step) {
    set("step", step);
    return self();
  }

  /** Sets the number format, in d3 syntax, such as {@code .3g}. */
  public S format(String format) {
    set("readout_format", format);
    return self();
  }

  /** The value at a position between the ends. */
  Number at(Number place) {
    return place;
  }

  @Override
  void settle(Map<String, Object> values) {
    checked(values);
    clamp(values, at((Number) values.get("min")), at((Number) values.get("max")));
    super.settle(values);
  }

  @Override
  boolean isOffered(T value) {
    return isBetweenEnds(value.doubleValue());
  }

  /** Whether a position lies between the ends, allowing for rounding in the page. */
  final boolean isBetweenEnds(double place) {
    double min = number(get("min")).orElseThrow();
    double max = number(get("max")).orElseThrow();
    double rounding = 1e-9 * Math.max(Math.abs(min), Math.abs(max));
    return place >= min - rounding && place <= max + rounding;
  }
}
