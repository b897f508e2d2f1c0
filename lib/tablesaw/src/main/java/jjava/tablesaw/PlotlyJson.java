// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Converts traces and layouts to the JSON of current Plotly versions.
 *
 * <p>jsplot writes for Plotly 1, where a title was a string with its font next to it. It also
 * misspells a few names, and puts booleans and numbers in quotes. All of this is corrected.
 */
final class PlotlyJson {

  private PlotlyJson() {}

  static Map<String, Object> of(Trace trace, int place) {
    Map<String, Object> json =
        JavascriptLiteral.read(trace.asJavascript(place), "Trace " + (place + 1));
    json.computeIfPresent("name", (key, value) -> lines(value));
    json.computeIfPresent("opacity", (key, value) -> Values.numberOr(value));
    json.computeIfPresent("visible", (key, value) -> Values.truthOr(value));
    json.replace("xaxis", "x1", "x");
    json.replace("yaxis", "y1", "y");
    if ("scatter3d".equals(json.get("type"))) {
      json.computeIfPresent("mode", (key, value) -> mode3d(value.toString()));
    }
    title(json.get("colorbar"));
    if (json.get("marker") instanceof Map<?, ?> marker) {
      title(marker.get("colorbar"));
    }
    Unwritten.ofTrace(trace, json);
    return json;
  }

  /** In three dimensions, jsplot's names of the modes differ from Plotly's. */
  private static String mode3d(String mode) {
    return mode.equals("text + text")
        ? "markers+text"
        : mode.replace(" ", "").replaceFirst("^line(?!s)", "lines");
  }

  static Map<String, Object> of(Layout layout) {
    Map<String, Object> json = JavascriptLiteral.read(layout.asJavascript(), "The layout");
    Unwritten.ofLayout(layout, json);
    title(json);
    json.computeIfPresent("hovermode", (key, value) -> Values.truthOr(value));
    json.remove("zaxis"); // Only a scene has a z axis.
    axes(json);
    if (json.get("scene") instanceof Map<?, ?> scene) {
      axes(scene);
    }
    if (json.get("grid") instanceof Map<?, ?> grid) {
      grid(Values.object(grid));
    }
    return json;
  }

  /**
   * jsplot's default gaps are out of Plotly's range, and its default sides put the labels of all
   * plots on top of each other. It converts names to lower case in the default locale: in Turkish,
   * I becomes ı.
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

  private static void axes(Map<?, ?> holder) {
    holder.forEach(
        (name, value) -> {
          if (name.toString().matches("[xyz]axis\\d*") && value instanceof Map<?, ?> axis) {
            axis(Values.object(axis));
          }
        });
  }

  private static void axis(Map<String, Object> axis) {
    title(axis);
    if (axis.containsKey("overlaying")) {
      axis.putIfAbsent("tickmode", "auto"); // Or the ticks follow the other axis.
    }
    axis.putIfAbsent("showexponent", axis.remove("showExponent"));
    axis.putIfAbsent("showspikes", axis.remove("showspike"));
    axis.remove("spikecolor", "");
    axis.computeIfPresent("autorange", (key, value) -> Values.truthOr(value));
  }

  /** Moves the font of a title into the title. */
  private static void title(Object holder) {
    if (!(holder instanceof Map<?, ?> map)) {
      return;
    }
    Map<String, Object> json = Values.object(map);
    Object font = json.remove("titlefont");
    if (json.get("title") instanceof String text) {
      Map<String, Object> title = new LinkedHashMap<>();
      title.put("text", lines(text));
      title.put("font", font);
      json.put("title", text.isEmpty() ? null : title);
    }
  }

  /** Replaces line breaks by Plotly's. */
  private static Object lines(Object text) {
    return text instanceof String s ? s.replace("\r\n", "<br>").replace("\n", "<br>") : text;
  }
}
