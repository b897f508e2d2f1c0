package digits.tablesaw;

import java.util.Map;

/**
 * The look of a figure whose author set none: Plotly takes from a template only what the figure
 * itself does not say.
 */
final class Card {

  private static final String PAPER = "#FAFAF7";
  private static final String INK = "#1F2328";
  private static final String GRID = "#E3E3DD";
  private static final String LINE = "#A9A9A2";

  private static final Map<String, Object> AXIS =
      Map.of("gridcolor", GRID, "linecolor", LINE, "zerolinecolor", LINE, "automargin", true);

  private static final Map<String, Object> AXIS_3D =
      Map.of("gridcolor", GRID, "linecolor", LINE, "zerolinecolor", LINE, "backgroundcolor", PAPER);

  /** A template for Plotly. */
  static final Map<String, Object> TEMPLATE =
      Map.of(
          "layout",
          Map.of(
              "paper_bgcolor", PAPER,
              "plot_bgcolor", PAPER,
              "font", Map.of("color", INK),
              "xaxis", AXIS,
              "yaxis", AXIS,
              "scene", Map.of("xaxis", AXIS_3D, "yaxis", AXIS_3D, "zaxis", AXIS_3D)));

  private Card() {}
}
