package digits.widgets;

import java.util.Map;

/**
 * A slider: a number between two ends. A value beyond an end is brought to that end.
 *
 * @param <T> the type of the number
 * @param <S> the kind of slider, which the setters return
 */
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
      throw new IllegalArgumentException(
          "A slider goes from its least value to its largest, both finite, not from "
              + min
              + " to "
              + max
              + ".");
    }
    Object step = state.get("step");
    if (number(step).filter(s -> s > 0).isEmpty()) {
      throw new IllegalArgumentException(
          "The step of a slider is a number above 0, not " + step + ".");
    }
    return state;
  }

  /** Whether the listener is told while the slider is drawn, as at first, or only at the end. */
  public S continuous(boolean continuous) {
    set("continuous_update", continuous);
    return self();
  }

  /** Sets the distance between neighbouring places of the handle, above 0. */
  public S step(T step) {
    set("step", step);
    return self();
  }

  /** Sets how the number is written, as d3 writes formats, such as {@code .3g}. */
  public S format(String format) {
    set("readout_format", format);
    return self();
  }

  /** The value at a place between the ends. */
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

  /** Whether a slider reaches so far, apart from the page's rounding. */
  final boolean isBetweenEnds(double place) {
    double min = number(get("min")).orElseThrow();
    double max = number(get("max")).orElseThrow();
    double rounding = 1e-9 * Math.max(Math.abs(min), Math.abs(max));
    return place >= min - rounding && place <= max + rounding;
  }
}
