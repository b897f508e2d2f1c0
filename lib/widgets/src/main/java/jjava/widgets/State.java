// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The named values of a widget. Each could be sent to a page at the time it was set. */
final class State {

  private final Map<String, Object> values = new LinkedHashMap<>();

  State(String module, String version, String model, String view, Map<String, ?> initial) {
    values.put("_model_module", module);
    values.put("_model_module_version", version);
    values.put("_model_name", model);
    values.put("_view_module", module);
    values.put("_view_module_version", version);
    values.put("_view_name", view);
    values.putAll(Needed.of(initial, "A map of values"));
    check(values);
  }

  synchronized Object get(String key) {
    return values.get(key);
  }

  /** The values that can be sent now: a list may have been modified since it was set. */
  synchronized Map<String, Object> sound() {
    Map<String, Object> sound = new LinkedHashMap<>(values);
    sound.entrySet().removeIf(value -> !Buffers.canTravel(value.getKey(), value.getValue()));
    return sound;
  }

  /** The changes that result from setting values, which {@code settle} adjusts or rejects. */
  synchronized Map<String, Object> changes(
      Map<String, ?> wanted, Consumer<Map<String, Object>> settle) {
    check(wanted);
    Map<String, Object> changes = new LinkedHashMap<>(values);
    changes.putAll(wanted);
    settle.accept(changes);
    changes
        .entrySet()
        .removeIf(
            e ->
                isThere(e.getKey(), e.getValue())
                    || !wanted.containsKey(e.getKey()) && e.getValue() == values.get(e.getKey()));
    return changes;
  }

  synchronized void put(Map<String, Object> changes) {
    values.putAll(changes);
  }

  /** Whether a value is unchanged; lists and maps are not compared. */
  private boolean isThere(String key, Object value) {
    Object old = values.get(key);
    if (old instanceof Number a && value instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return values.containsKey(key)
        && (value == null || value instanceof String || value instanceof Boolean)
        && Objects.equals(old, value);
  }

  /** The models of ipywidgets do not accept null; other front-ends may. */
  private void check(Map<String, ?> some) {
    boolean all = String.valueOf(values.get("_model_module")).startsWith("@jupyter-widgets/");
    some.forEach(
        (key, value) -> {
          Needed.of(key, "A name");
          if (all || key.startsWith("_")) {
            String article = "aeiou".indexOf(key.charAt(0)) < 0 ? "A " : "An ";
            Needed.of(value, article + key);
          }
        });
    Buffers.split(some);
  }
}
