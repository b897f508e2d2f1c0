// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Converts jsplot figures for a notebook: to JSON for JupyterLab's Plotly renderer, and to text.
 *
 * <p>All settings of the figure are kept. By default, a figure has a light background that suits
 * light and dark themes, and margins that grow with the labels. An {@link
 * UnreadableFigureException} names the part of a figure that cannot be read. Only {@link #display}
 * needs a kernel.
 */
public final class FigureView {

  /** The MIME type of Plotly figures in JupyterLab. */
  public static final String MIME_TYPE = "application/vnd.plotly.v1+json";

  private FigureView() {}

  /**
   * Returns {@code data}, {@code layout} and, if the figure has one, {@code config}. Missing values
   * are null, and all numbers are finite.
   */
  public static Map<String, Object> json(Figure figure) {
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Trace trace : figure.getTraces()) {
      traces.add(PlotlyJson.of(trace, traces.size()));
    }
    Map<String, Object> layout =
        figure.getLayout() == null ? new LinkedHashMap<>() : PlotlyJson.of(figure.getLayout());
    Card.under(layout, traces);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", traces);
    json.put("layout", layout);
    if (figure.getConfig() != null) {
      json.put("config", JavascriptLiteral.read(figure.getConfig().asJSON(), "The configuration"));
    }
    if (figure instanceof StyledFigure styled) {
      styled.addTo(json);
    }
    return Values.object(Values.finite(json));
  }

  /** Returns the titles, and one line per trace with its type, name and ranges. */
  public static String text(Figure figure) {
    return text(json(figure));
  }

  static String text(Map<String, Object> json) {
    return FigureText.of((List<?>) json.get("data"), (Map<?, ?>) json.get("layout"));
  }

  /** Displays a figure below the running cell, or returns false if none is running. */
  public static boolean display(Figure figure) {
    Optional<BaseKernel> kernel = RunningCell.kernel();
    kernel.ifPresent(k -> k.display(k.getRenderer().render(figure)));
    return kernel.isPresent();
  }
}
