// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The default style of figures: a light card, and room for the legend. */
final class Card {

  private static final String PAPER = "#FAFAF7";
  private static final String GRID = "#E3E3DD";
  private static final String LINE = "#A9A9A2";

  private static final Map<String, Object> AXIS =
      Map.of("gridcolor", GRID, "linecolor", LINE, "zerolinecolor", LINE, "automargin", true);
  private static final Map<String, Object> AXIS_3D =
      Map.of("gridcolor", GRID, "linecolor", LINE, "zerolinecolor", LINE, "backgroundcolor", PAPER);

  /** Plotly uses a template only for what the figure itself does not set. */
  private static final Map<String, Object> TEMPLATE =
      Map.of(
          "layout",
          Map.of(
              "paper_bgcolor", PAPER,
              "plot_bgcolor", PAPER,
              "font", Map.of("color", "#1F2328"),
              "xaxis", AXIS,
              "yaxis", AXIS,
              "scene", Map.of("xaxis", AXIS_3D, "yaxis", AXIS_3D, "zaxis", AXIS_3D)));

  private static final Set<String> COLOURED = Set.of("heatmap", "contour", "histogram2d");

  private Card() {}

  /** Applies the style, and moves the legend off a colour bar or a right-hand axis. */
  static void under(Map<String, Object> layout, List<Map<String, Object>> traces) {
    layout.put("template", TEMPLATE);
    if (traces.stream().anyMatch(Card::hasColourBar)
        || layout.values().stream()
            .anyMatch(axis -> axis instanceof Map<?, ?> map && "right".equals(map.get("side")))) {
      layout.putIfAbsent("legend", Map.of("x", 1.15));
    }
  }

  private static boolean hasColourBar(Map<String, Object> trace) {
    return COLOURED.contains(String.valueOf(trace.get("type")))
        || trace.get("marker") instanceof Map<?, ?> marker
            && Boolean.TRUE.equals(marker.get("showscale"));
  }
}
