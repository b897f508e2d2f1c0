package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A jsplot figure as it is shown in a notebook: JSON for the page's own Plotly renderer, and words.
 *
 * <p>What the author of the figure set is kept. Where nothing is set, the figure lies on a light
 * card that reads on light and dark pages, and margins grow with the labels. An {@link
 * UnreadableFigureException} says which part is not written as jsplot writes it.
 */
public final class FigureView {

  /** The type of the output that JupyterLab's Plotly renderer takes. */
  public static final String MIME_TYPE = "application/vnd.plotly.v1+json";

  static final MIMEType PLOTLY = MIMEType.parse(MIME_TYPE);

  private FigureView() {}

  /**
   * The figure in JSON: {@code data}, {@code layout} and, if the figure has one, {@code config}.
   * Missing values in lists are null, and all numbers are finite.
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

  /** The figure in words: its titles, and a line per trace with its kind, name and ranges. */
  public static String text(Figure figure) {
    return text(json(figure));
  }

  static String text(Map<String, Object> json) {
    return FigureText.of((List<?>) json.get("data"), (Map<?, ?>) json.get("layout"));
  }

  /** Shows a figure below the cell that runs; false where no cell runs. */
  public static boolean display(Figure figure) {
    Optional<BaseKernel> kernel = RunningCell.kernel();
    kernel.ifPresent(k -> k.display(k.getRenderer().render(figure)));
    return kernel.isPresent();
  }
}
