package digits.widgets;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A control that holds one value.
 *
 * @param <T> the type of the value
 * @param <S> the kind of control, which the setters return
 */
public abstract class ValueControl<T, S extends ValueControl<T, S>> extends Control<S> {

  private final String key;

  /**
   * Makes the model in the pages.
   *
   * @param name the name of the model and of the view, without {@code Model} and {@code View}
   * @param style the name of the model that holds its style, without {@code Model}
   * @param key where the value is in the state
   * @param initial the rest of the state
   */
  ValueControl(String name, String style, String key, Map<String, ?> initial) {
    super(name, style, initial);
    this.key = key;
  }

  /** Reads the value from the state, or from what a page says; nothing if it is none. */
  abstract Optional<T> read(Object json);

  /** Whether the reader may choose a value. */
  boolean isOffered(T value) {
    return true;
  }

  @Override
  protected final boolean accepts(String key, Object json) {
    return !isDisabled() && key.equals(this.key) && read(json).filter(this::isOffered).isPresent();
  }

  /**
   * The state of a slider, its ends checked.
   *
   * @throws IllegalArgumentException if they are no finite numbers, or the wrong way round
   */
  static Map<String, Object> slider(
      String description, Number min, Number max, Map<String, ?> rest) {
    checkEnds(min, max);
    Map<String, Object> state = state(description, rest);
    state.put("min", min);
    state.put("max", max);
    return state;
  }

  static void checkEnds(Number min, Number max) {
    boolean finite = Double.isFinite(min.doubleValue()) && Double.isFinite(max.doubleValue());
    if (!finite || min.doubleValue() > max.doubleValue()) {
      throw new IllegalArgumentException(
          "A slider goes from its least value to its largest, both finite, not from "
              + min
              + " to "
              + max
              + ".");
    }
  }

  /** Whether a slider reaches so far, apart from the page's rounding. */
  final boolean isBetweenEnds(double place) {
    double min = number(get("min")).orElseThrow();
    double max = number(get("max")).orElseThrow();
    double rounding = 1e-9 * Math.max(Math.abs(min), Math.abs(max));
    return place >= min - rounding && place <= max + rounding;
  }

  static <V> Optional<V> ofType(Class<V> type, Object json) {
    return Optional.ofNullable(json).filter(type::isInstance).map(type::cast);
  }

  static Optional<Double> number(Object json) {
    return json instanceof Number n && Double.isFinite(n.doubleValue())
        ? Optional.of(n.doubleValue())
        : Optional.empty();
  }

  static Optional<Integer> whole(Object json) {
    return number(json).filter(n -> n == n.intValue()).map(Double::intValue);
  }

  /** What stands for the value in the state. */
  Object write(T value) {
    return value;
  }

  /**
   * The value now.
   *
   * @return the last one that was set here or in a page
   */
  public T value() {
    return read(get(key)).orElseThrow();
  }

  /**
   * Sets the value, here and in all pages. Those who listen are not told.
   *
   * @param value the new value
   * @return this control
   */
  public S value(T value) {
    set(key, write(value));
    return self();
  }

  /**
   * Listens to the reader.
   *
   * @param listener is given each value that the reader sets
   * @return this control
   */
  public S onChange(Consumer<T> listener) {
    observe(key, json -> read(json).ifPresent(listener));
    return self();
  }

  @Override
  protected Still still() {
    String label = description();
    return Still.of(label.isEmpty() ? said() : label + ": " + said());
  }

  /** The value in words. */
  String said() {
    return String.valueOf(value());
  }
}
