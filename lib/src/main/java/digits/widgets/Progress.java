package digits.widgets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bar that says how far work is. A value beyond an end is brought to that end. */
public final class Progress extends ValueControl<Double, Progress> {

  /** A bar from 0 to a value above 0; it stands at 0. */
  public Progress(String description, double max) {
    super(
        "FloatProgress",
        "ProgressStyle",
        description,
        Map.of("value", 0.0, "min", 0.0, "max", checked(max), "_view_name", "ProgressView"));
  }

  private static double checked(Object max) {
    return number(max)
        .filter(end -> end > 0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The end of a bar is a number above 0, not " + max + "."));
  }

  @Override
  void settle(Map<String, Object> values) {
    clamp(values, 0, checked(values.get("max")));
    super.settle(values);
  }

  /** Sets the value at the end, above 0. */
  public Progress max(double max) {
    set("max", max);
    return this;
  }

  /** Gives the bar a colour: {@code success}, {@code info}, {@code warning} or {@code danger}. */
  public Progress state(String state) {
    set("bar_style", state);
    return this;
  }

  /** The reader only sees it. */
  @Override
  boolean isOffered(Double value) {
    return false;
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
