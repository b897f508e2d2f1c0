package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as JSON can carry them: jsplot writes numbers as texts, and NaN and null as words. */
final class Values {

  private Values() {}

  /**
   * Data along an axis. A list of numbers in quotes becomes numbers; missing values become null.
   *
   * @param value a list, perhaps of lists
   * @return the same list in JSON's terms; anything but a list as it was
   */
  static Object data(Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    boolean numbers = list.stream().allMatch(Values::isNumberOrMissing);
    List<Object> data = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof String text) {
        data.add(text.equals("null") ? null : numbers ? number(text) : text);
      } else {
        data.add(data(element));
      }
    }
    return data;
  }

  /**
   * A number, if it is written as a text.
   *
   * @param value anything
   * @return the number, or the value as it was
   */
  static Object numberOr(Object value) {
    return value instanceof String text && isNumberOrMissing(text) ? number(text) : value;
  }

  /**
   * Leaves out of maps what has no value, and makes null of numbers that JSON has no word for.
   *
   * @param value maps, lists, texts, numbers, truth values, null
   * @return the same without them
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

  private static boolean isNumberOrMissing(Object value) {
    if (!(value instanceof String text)) {
      return value == null || value instanceof Number;
    }
    if (text.equals("null")) {
      return true;
    }
    if (text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1))) {
      return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }
    try {
      Double.parseDouble(text);
      return text.indexOf('x') < 0 && text.indexOf('X') < 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Object number(String text) {
    return text.equals("null") ? null : (Object) Double.valueOf(text);
  }
}
