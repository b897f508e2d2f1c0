package digits.tablesaw;

import java.util.Map;
import tech.tablesaw.plotly.traces.Trace;

/** One trace of a figure as today's Plotly reads it. */
final class TraceJson {

  private TraceJson() {}

  static Map<String, Object> of(Trace trace, int place) {
    Map<String, Object> json =
        JavascriptLiteral.read(trace.asJavascript(place), "Trace " + (place + 1));
    json.computeIfPresent("name", (key, value) -> LayoutJson.lines(value));
    json.computeIfPresent("opacity", (key, value) -> Values.numberOr(value));
    json.computeIfPresent("visible", (key, value) -> LayoutJson.truth(value));
    json.computeIfPresent("xaxis", (key, value) -> value.equals("x1") ? "x" : value);
    json.computeIfPresent("yaxis", (key, value) -> value.equals("y1") ? "y" : value);
    if ("scatter3d".equals(json.get("type"))) {
      json.computeIfPresent("mode", (key, value) -> mode3d(value));
    }
    LayoutJson.title(json.get("colorbar"));
    if (json.get("marker") instanceof Map<?, ?> marker) {
      LayoutJson.title(marker.get("colorbar"));
    }
    Unwritten.ofTrace(trace, json);
    return json;
  }

  /** The names of jsplot's modes in three dimensions are not Plotly's. */
  private static Object mode3d(Object mode) {
    if (mode.equals("text + text")) {
      return "markers+text";
    }
    return mode.toString().replace(" ", "").replaceFirst("^line(?!s)", "lines");
  }
}
