package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as JSON can carry them: jsplot writes numbers as texts, and NaN and null as words. */
final class Values {

  private Values() {}

  /** A number, if it is written as a text; else the value as it was. */
  static Object numberOr(Object value) {
    try {
      return value instanceof String text ? Double.valueOf(text) : value;
    } catch (NumberFormatException e) {
      return value;
    }
  }

  /** A truth value, if it is written as a word; else the value as it was. */
  static Object truthOr(Object value) {
    String word = value.toString().toLowerCase(Locale.ROOT);
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : value;
  }

  @SuppressWarnings("unchecked") // Objects of JSON have texts for names.
  static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  /** Leaves out of maps what has no value, and makes null of numbers that JSON has no word for. */
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
