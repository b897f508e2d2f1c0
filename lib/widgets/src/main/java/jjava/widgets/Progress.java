// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A progress bar. Values beyond either end are clamped. */
public final class Progress extends ValueControl<Double, Progress> {

  /** Creates a bar from 0 to a positive maximum, set to 0. */
  public Progress(String description, double max) {
    super(
        "FloatProgress",
        "ProgressStyle",
        description,
        Map.of("value", 0.0, "min", 0.0, "max", checked(max), "_view_name", "ProgressView"));
  }

  private static double checked(Object max) {
    double end = number(max).orElse(0.0);
    if (end <= 0) {
      throw new IllegalArgumentException(
          "The maximum of a progress bar must be greater than 0, not " + max + ".");
    }
    return end;
  }

  @Override
  void settle(Map<String, Object> values) {
    clamp(values, 0, checked(values.get("max")));
    super.settle(values);
  }

  /** Sets the maximum, which must be positive. */
  public Progress max(double max) {
    set("max", max);
    return this;
  }

  /** Sets the colour: {@code success}, {@code info}, {@code warning} or {@code danger}. */
  public Progress state(String state) {
    set("bar_style", state);
    return this;
  }

  @Override
  boolean isOffered(Double value) {
    return false; // Read-only in the page.
  }

  @Override
  Optional<Double> read(Object json) {
    return number(json);
  }

  @Override
  String said() {
    return String.format(
        Locale.ROOT, "%.0f %%", 100 * value() / ((Number) get("max")).doubleValue());
  }
}
