package digits.tablesaw;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the legend stands. jsplot has no word for it, and Plotly puts it upon a colour bar or upon
 * an axis on the right.
 */
final class Legend {

  /** Beyond a colour bar, or an axis and its title; the plot gets as much narrower. */
  static final Map<String, Object> APART = Map.of("x", 1.15);

  private static final Set<String> COLOURED = Set.of("heatmap", "contour", "histogram2d");

  private Legend() {}

  static boolean needsRoom(List<?> data, Map<?, ?> layout) {
    return data.stream().anyMatch(trace -> hasColourBar((Map<?, ?>) trace))
        || layout.values().stream()
            .anyMatch(axis -> axis instanceof Map<?, ?> map && "right".equals(map.get("side")));
  }

  private static boolean hasColourBar(Map<?, ?> trace) {
    return COLOURED.contains(String.valueOf(trace.get("type")))
        || trace.get("marker") instanceof Map<?, ?> marker
            && Boolean.TRUE.equals(marker.get("showscale"));
  }
}
