package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as JSON can carry them: jsplot writes numbers as texts, and NaN and null as words. */
final class Values {

  private Values() {}

  /**
   * Data along an axis, where jsplot puts numbers in quotes as it does texts.
   *
   * @param written the list as jsplot wrote it
   * @param data what jsplot wrote it from: for each element a number, something else, or null
   * @return numbers for numbers, null for null, and texts for all else
   */
  static Object data(Object written, Object[] data) {
    if (!(written instanceof List<?> list) || list.size() != data.length) {
      return written;
    }
    List<Object> values = new ArrayList<>(data.length);
    for (int i = 0; i < data.length; i++) {
      Object value = list.get(i);
      boolean missing = data[i] == null && value instanceof String;
      values.add(missing ? null : data[i] instanceof Number ? numberOr(value) : value);
    }
    return values;
  }

  /**
   * A number, if it is written as a text.
   *
   * @param value anything
   * @return the number, or the value as it was
   */
  static Object numberOr(Object value) {
    try {
      return value instanceof String text ? Double.valueOf(text) : value;
    } catch (NumberFormatException e) {
      return value;
    }
  }

  /**
   * Leaves out of maps what has no value, and makes null of numbers that JSON has no word for.
   *
   * @param value maps, lists, texts, numbers, truth values, null
   */
  static Object finite(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> kept = new LinkedHashMap<>();
      map.forEach(
          (name, inner) -> {
            Object finite = finite(inner);
            if (finite != null) {
              kept.put(name, finite);
            }
          });
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
