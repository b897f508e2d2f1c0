// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A state in the form in which it is sent: JSON, and the byte arrays separately.
 *
 * @param json the state without its byte arrays, with widgets replaced by references
 * @param paths the keys and indexes that lead to each byte array
 * @param models the widgets that the JSON refers to
 */
record Buffers(
    Map<String, Object> json, List<List<Object>> paths, List<byte[]> bytes, List<Model> models) {

  private static final int DEEPEST = 100; // Recursion this deep fits on any stack.

  /** Separates the byte arrays from a state, and rejects values that cannot be sent. */
  static Buffers split(Map<String, ?> state) {
    Buffers parts =
        new Buffers(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    parts.copy(state, List.of(), parts.json);
    return parts;
  }

  static boolean canTravel(String key, Object value) {
    try {
      split(Collections.singletonMap(key, value));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Puts the byte arrays of a message back into the state, where their paths lead. */
  static void join(Map<String, Object> state, List<?> paths, List<byte[]> bytes) {
    try {
      put(state, paths, bytes);
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException(
          "The page sent bytes that cannot be placed: a path in buffer_paths leads nowhere, or"
              + " there are more paths than buffers.",
          e);
    }
  }

  @SuppressWarnings("unchecked") // The state comes from JSON.
  private static void put(Map<String, Object> state, List<?> paths, List<byte[]> bytes) {
    for (int i = 0; i < paths.size(); i++) {
      List<?> path = (List<?>) paths.get(i);
      Object parent = state;
      for (Object step : path.subList(0, path.size() - 1)) {
        parent =
            step instanceof Number n
                ? ((List<?>) parent).get(n.intValue())
                : ((Map<?, ?>) parent).get(step);
      }
      Object last = path.get(path.size() - 1);
      if (last instanceof Number n) {
        ((List<Object>) parent).set(n.intValue(), bytes.get(i));
      } else {
        ((Map<String, Object>) parent).put((String) last, bytes.get(i));
      }
    }
  }

  private void copy(Map<?, ?> from, List<Object> path, Map<String, Object> to) {
    from.forEach(
        (key, value) -> {
          List<Object> place = longer(path, Needed.of(key, "A name"));
          if (value instanceof byte[] array) {
            take(place, array);
          } else {
            to.put(String.valueOf(key), json(value, place));
          }
        });
  }

  private Object json(Object value, List<Object> path) {
    if (value instanceof Model model) {
      models.add(model);
      return "IPY_MODEL_" + model.id();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      copy(map, path, copy);
      return copy;
    }
    if (value instanceof Collection<?> collection) {
      List<Object> copy = new ArrayList<>();
      for (Object element : collection) {
        List<Object> place = longer(path, copy.size());
        if (element instanceof byte[] array) {
          take(place, array);
          copy.add(null);
        } else {
          copy.add(json(element, place));
        }
      }
      return copy;
    }
    if (value != null && value.getClass().isArray()) {
      return json(
          IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList(),
          path);
    }
    if (value instanceof Number number) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException(
            path.get(0) + " cannot be " + number + ": only finite numbers can be sent to a page.");
      }
      return number instanceof Comparable ? number : number.doubleValue(); // Counters change.
    }
    if (value instanceof Enum<?> || value instanceof Character) {
      return value.toString();
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        path.get(0)
            + " contains a value that cannot be sent to a page: use numbers, strings, booleans, byte"
            + " arrays, widgets, and lists and maps of these.");
  }

  private void take(List<Object> path, byte[] array) {
    paths.add(path);
    bytes.add(array);
  }

  private static List<Object> longer(List<Object> path, Object step) {
    if (path.size() == DEEPEST) {
      throw new IllegalArgumentException(
          path.get(0) + " is nested more than " + DEEPEST + " levels deep, or contains itself.");
    }
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
