// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A drop-down list. One option is always selected, initially the first. */
public final class Dropdown<T> extends ValueControl<T, Dropdown<T>> {

  private final Function<? super T, String> label;
  private volatile List<T> options;

  /** Creates a list of at least one option, labelled by {@code toString}. */
  public Dropdown(String description, List<T> options) {
    this(description, options, String::valueOf);
  }

  /** Creates a list of at least one option, labelled by a function. */
  public Dropdown(String description, List<T> options, Function<? super T, String> label) {
    super("Dropdown", "DescriptionStyle", description, state(checked(options), label, 0));
    this.options = List.copyOf(options);
    this.label = label;
  }

  private static <T> List<T> checked(List<T> options) {
    Needed.of(options, "A list of choices").forEach(option -> Needed.of(option, "A choice"));
    if (options.isEmpty()) {
      throw new IllegalArgumentException("A list of choices needs at least one.");
    }
    return List.copyOf(options);
  }

  private static <T> Map<String, Object> state(
      List<T> options, Function<? super T, String> label, int index) {
    Needed.of(label, "A way to label the choices");
    List<String> labels =
        options.stream()
            .map(option -> Needed.of(label.apply(option), "A label of each choice"))
            .toList();
    return Map.of("_options_labels", labels, "index", index);
  }

  /** Replaces the options and selects one of them. Listeners are not notified. */
  public Dropdown<T> options(List<T> others, T chosen) {
    List<T> all = checked(others);
    Map<String, Object> state = state(all, label, index(all, Needed.of(chosen, "A choice")));
    options = all;
    set(state);
    return this;
  }

  @Override
  String key() {
    return "index";
  }

  @Override
  Optional<T> read(Object json) {
    List<T> all = options;
    return whole(json).filter(index -> index >= 0 && index < all.size()).map(all::get);
  }

  @Override
  Object write(T value) {
    return index(options, value);
  }

  private static <T> int index(List<T> options, T value) {
    int index = options.indexOf(value);
    if (index < 0) {
      throw new IllegalArgumentException(value + " is none of the choices " + options);
    }
    return index;
  }

  @Override
  String said() {
    return String.valueOf(((List<?>) get("_options_labels")).get(options.indexOf(value())));
  }
}
