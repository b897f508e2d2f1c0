// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Converts values to JSON types: jsplot writes numbers and booleans as strings. */
final class Values {

  private Values() {}

  /** Converts a string with a number to that number, and leaves other values alone. */
  static Object numberOr(Object value) {
    try {
      return value instanceof String text ? Double.valueOf(text) : value;
    } catch (NumberFormatException e) {
      return value;
    }
  }

  /** Converts {@code true} and {@code false} to booleans, and leaves other values alone. */
  static Object truthOr(Object value) {
    String word = value.toString().toLowerCase(Locale.ROOT);
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : value;
  }

  @SuppressWarnings("unchecked") // JSON objects have strings as keys.
  static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  /** Removes null from maps, and replaces NaN and infinity by null. */
  static Object finite(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> kept = new LinkedHashMap<>();
      map.forEach((name, inner) -> kept.put(name, finite(inner)));
      kept.values().removeIf(inner -> inner == null);
      return kept;
    }
    if (value instanceof List<?> list) {
      List<Object> kept = new ArrayList<>(list.size());
      list.forEach(inner -> kept.add(finite(inner)));
      return kept;
    }
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }
}
