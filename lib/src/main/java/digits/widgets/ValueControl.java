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

  @Override
  void settle(Map<String, Object> values) {
    if (read(values.get(key)).isEmpty()) {
      throw new IllegalArgumentException(
          "This is no " + key + " for this control: " + values.get(key) + "; nothing was changed.");
    }
  }

  /** Brings the value between two ends, as ipywidgets does. */
  static void clamp(Map<String, Object> values, Number least, Number largest) {
    number(values.get("value"))
        .ifPresent(
            value -> {
              if (value < least.doubleValue()) {
                values.put("value", least);
              } else if (value > largest.doubleValue()) {
                values.put("value", largest);
              }
            });
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
   */
  public S value(T value) {
    set(key, write(Needed.of(value, "A value")));
    return self();
  }

  /**
   * Listens to the reader.
   *
   * @param listener is given each value that the reader sets
   */
  public S onChange(Consumer<T> listener) {
    Needed.of(listener, "A listener");
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
