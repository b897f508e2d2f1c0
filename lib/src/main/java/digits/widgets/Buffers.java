package digits.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state as it travels: JSON, and apart from it the byte arrays with the places they were taken
 * from.
 *
 * @param json the state without its byte arrays; widgets are named by their id
 * @param paths for each byte array the keys and positions that lead to its place
 * @param bytes the byte arrays, in the same order
 */
record Buffers(Map<String, Object> json, List<List<Object>> paths, List<byte[]> bytes) {

  /** All that goes through a state has room on the stack of any thread. */
  private static final int DEEPEST = 100;

  /** Takes the byte arrays out of a state. */
  static Buffers split(Map<String, ?> state) {
    Buffers parts = new Buffers(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    parts.copy(state, List.of(), parts.json);
    return parts;
  }

  /**
   * Puts the byte arrays of a message back to their places.
   *
   * @throws IllegalArgumentException if one has no place
   */
  static void join(Map<String, Object> state, List<?> paths, List<byte[]> bytes) {
    try {
      put(state, paths, bytes);
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw new IllegalArgumentException(
          "The page's bytes have no place: a path in buffer_paths leads nowhere, or there are more"
              + " paths than bytes.",
          e);
    }
  }

  private static void put(Map<String, Object> state, List<?> paths, List<byte[]> bytes) {
    for (int i = 0; i < paths.size(); i++) {
      List<?> path = (List<?>) paths.get(i);
      Object parent = state;
      for (Object step : path.subList(0, path.size() - 1)) {
        parent = step instanceof Number n ? list(parent).get(n.intValue()) : map(parent).get(step);
      }
      Object last = path.get(path.size() - 1);
      if (last instanceof Number n) {
        list(parent).set(n.intValue(), bytes.get(i));
      } else {
        map(parent).put((String) last, bytes.get(i));
      }
    }
  }

  private void copy(Map<?, ?> from, List<Object> path, Map<String, Object> to) {
    from.forEach(
        (key, value) -> {
          List<Object> place = longer(path, key);
          if (value instanceof byte[] array) {
            take(place, array);
          } else {
            to.put(String.valueOf(key), json(value, place));
          }
        });
  }

  private Object json(Object value, List<Object> path) {
    if (value instanceof Widget widget) {
      return widget.reference();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      copy(map, path, copy);
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      for (Object element : list) {
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
    return value;
  }

  private void take(List<Object> path, byte[] array) {
    paths.add(path);
    bytes.add(array);
  }

  private static List<Object> longer(List<Object> path, Object step) {
    if (path.size() == DEEPEST) {
      throw new IllegalArgumentException(
          "A state can be nested " + DEEPEST + " deep; there are more levels below " + path.get(0));
    }
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  @SuppressWarnings("unchecked") // The state was read from JSON.
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  @SuppressWarnings("unchecked") // The state was read from JSON.
  private static List<Object> list(Object json) {
    return (List<Object>) json;
  }
}
