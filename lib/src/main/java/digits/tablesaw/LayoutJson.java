package digits.tablesaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;

/**
 * A figure's layout as today's Plotly reads it.
 *
 * <p>jsplot writes for Plotly of version 1: titles were texts with their font beside them. A few of
 * its names are spelled wrong, and truth values and numbers stand in quotes; what its author meant
 * is put right.
 */
final class LayoutJson {

  private LayoutJson() {}

  static Map<String, Object> of(Layout layout) {
    Map<String, Object> json = JavascriptLiteral.read(layout.asJavascript(), "The layout");
    Unwritten.ofLayout(layout, json);
    title(json);
    json.computeIfPresent("hovermode", (key, value) -> truth(value));
    json.remove("zaxis"); // Only a scene has one.
    axes(json);
    if (json.get("scene") instanceof Map<?, ?> scene) {
      axes(scene);
    }
    if (json.get("grid") instanceof Map<?, ?> grid) {
      grid(checked(grid));
    }
    return json;
  }

  @SuppressWarnings("deprecation") // There is no other way to its text.
  static Map<String, Object> of(Axis axis) {
    return JavascriptLiteral.read(axis.asJavascript(), "An axis");
  }

  private static void axes(Map<?, ?> holder) {
    holder.forEach(
        (name, value) -> {
          if (name.toString().matches("[xyz]axis\\d*") && value instanceof Map<?, ?> axis) {
            axis(checked(axis));
          }
        });
  }

  /**
   * jsplot's own defaults for a grid are no gaps of Plotly's, and heap the labels of all plots. Its
   * words are made lower case as in the reader's language: in Turkish an I becomes an ı.
   */
  private static void grid(Map<String, Object> grid) {
    grid.replaceAll((key, value) -> value instanceof String text ? text.replace('ı', 'i') : value);
    for (String gap : List.of("xgap", "ygap")) {
      grid.computeIfPresent(gap, (key, value) -> ((Number) value).doubleValue() > 1 ? null : value);
    }
    if ("independent".equals(grid.get("pattern"))) {
      grid.replace("xside", "bottom", "bottom plot");
      grid.replace("xside", "top", "top plot");
      grid.replace("yside", "left", "left plot");
      grid.replace("yside", "right", "right plot");
    }
  }

  private static void axis(Map<String, Object> axis) {
    title(axis);
    if (axis.containsKey("overlaying")) {
      axis.putIfAbsent("tickmode", "auto"); // Else today's Plotly puts ticks at odd numbers.
    }
    rename(axis, "showExponent", "showexponent");
    rename(axis, "showspike", "showspikes");
    axis.remove("spikecolor", "");
    axis.computeIfPresent("autorange", (key, value) -> truth(value));
  }

  /**
   * Makes a title of a text, with its font in it.
   *
   * @param holder what may have a title: a layout, an axis, a colour bar
   */
  static void title(Object holder) {
    if (!(holder instanceof Map<?, ?> map)) {
      return;
    }
    Map<String, Object> json = checked(map);
    Object font = json.remove("titlefont");
    if (json.get("title") instanceof String text) {
      Map<String, Object> title = new LinkedHashMap<>();
      title.put("text", lines(text));
      if (font != null) {
        title.put("font", font);
      }
      json.put("title", title);
      if (text.isEmpty()) {
        json.remove("title");
      }
    }
  }

  /** A line break as Plotly has it. */
  static Object lines(Object text) {
    return text instanceof String s ? s.replace("\r\n", "<br>").replace("\n", "<br>") : text;
  }

  /** A truth value, if it is written as a word. */
  static Object truth(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> value;
    };
  }

  private static void rename(Map<String, Object> json, String from, String to) {
    Object value = json.remove(from);
    if (value != null) {
      json.putIfAbsent(to, value);
    }
  }

  /** Objects of JSON have texts for names. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> checked(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
