// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A control with a value of type {@code T}. */
public abstract class ValueControl<T, S extends ValueControl<T, S>> extends Control<S> {

  ValueControl(String name, String style, String description, Map<String, ?> rest) {
    super(name, style, description, rest);
  }

  /** The key of the value in the state. */
  String key() {
    return "value";
  }

  /** Converts a value of the state or from a page; empty if it is invalid. */
  abstract Optional<T> read(Object json);

  /** The representation of a value in the state. */
  Object write(T value) {
    return value;
  }

  /** Whether users may choose this value. */
  boolean isOffered(T value) {
    return true;
  }

  @Override
  protected final boolean accepts(String key, Object json) {
    return !isDisabled() && key.equals(key()) && read(json).filter(this::isOffered).isPresent();
  }

  @Override
  void settle(Map<String, Object> values) {
    if (read(values.get(key())).isEmpty()) {
      throw new IllegalArgumentException(
          values.get(key()) + " is not a valid value for this control; nothing was changed.");
    }
  }

  /** Clamps the value, as ipywidgets does. */
  static void clamp(Map<String, Object> values, Number least, Number largest) {
    number(values.get("value"))
        .filter(value -> value < least.doubleValue() || value > largest.doubleValue())
        .ifPresent(value -> values.put("value", value < least.doubleValue() ? least : largest));
  }

  static <V> Optional<V> ofType(Class<V> type, Object json) {
    return Optional.ofNullable(json).filter(type::isInstance).map(type::cast);
  }

  static Optional<Double> number(Object json) {
    return ofType(Number.class, json).map(Number::doubleValue).filter(Double::isFinite);
  }

  static Optional<Integer> whole(Object json) {
    return number(json).filter(n -> n == n.intValue()).map(Double::intValue);
  }

  /** The current value, whether set here or in a page. */
  public T value() {
    return read(get(key())).orElseThrow();
  }

  /** Sets the value, here and in all pages. Listeners are not notified. */
  public S value(T value) {
    set(key(), write(Needed.of(value, "A value")));
    return self();
  }

  /** Calls the listener with each value that a user sets in a page. */
  public S onChange(Consumer<T> listener) {
    Needed.of(listener, "A listener");
    observe(key(), json -> read(json).ifPresent(listener));
    return self();
  }

  @Override
  protected Still still() {
    String label = description();
    return Still.of(label.isEmpty() ? said() : label + ": " + said());
  }

  /** The value as text. */
  String said() {
    return String.valueOf(value());
  }
}
