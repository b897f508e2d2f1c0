package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A jsplot figure as it is shown in a notebook: JSON for the page's own Plotly renderer, and words.
 *
 * <p>What the author of the figure set is kept. Where nothing is set, the figure lies on a light
 * card that reads on light and dark pages, and margins grow with the labels.
 */
public final class FigureView {

  /** The type of the output that JupyterLab's Plotly renderer takes. */
  public static final String MIME_TYPE = "application/vnd.plotly.v1+json";

  private FigureView() {}

  /**
   * The figure in JSON.
   *
   * @param figure any figure, with or without a layout
   * @return {@code data}, {@code layout} and, if the figure has one, {@code config}: maps, lists,
   *     texts, finite numbers, truth values, and null for missing values in lists
   * @throws UnreadableFigureException if a part of it is not written as jsplot writes it
   */
  public static Map<String, Object> json(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    List<Object> data = data(figure);
    json.put("data", data);
    json.put("layout", layout(figure, data));
    if (figure.getConfig() != null) {
      json.put("config", JavascriptLiteral.read(figure.getConfig().asJSON(), "The configuration"));
    }
    return json;
  }

  /**
   * The figure in words: title, axes, and for each trace its kind, its name and its ranges.
   *
   * @param figure any figure
   * @return one line a trace, after a line with the titles
   * @throws UnreadableFigureException if a part of it is not written as jsplot writes it
   */
  public static String text(Figure figure) {
    return text(json(figure));
  }

  /**
   * Shows a figure below the cell that runs.
   *
   * @param figure any figure
   * @return false where no cell runs: then nothing is shown
   */
  public static boolean display(Figure figure) {
    Optional<BaseKernel> kernel = Several.runningCell();
    kernel.ifPresent(k -> k.display(k.getRenderer().render(figure)));
    return kernel.isPresent();
  }

  /**
   * The figure in words, once its JSON is made.
   *
   * @param json what {@link #json} gave
   */
  static String text(Map<String, Object> json) {
    return FigureText.of((List<?>) json.get("data"), json.get("layout"));
  }

  private static List<Object> data(Figure figure) {
    List<Object> data = new ArrayList<>();
    Trace[] traces = figure.getTraces();
    for (int i = 0; i < traces.length; i++) {
      data.add(Values.finite(TraceJson.of(traces[i], i)));
    }
    return data;
  }

  private static Object layout(Figure figure, List<Object> data) {
    Map<String, Object> layout =
        figure.getLayout() == null ? new LinkedHashMap<>() : LayoutJson.of(figure.getLayout());
    layout.put("template", Card.TEMPLATE);
    if (Legend.needsRoom(data, layout)) {
      layout.putIfAbsent("legend", Legend.APART);
    }
    if (figure instanceof StyledFigure styled) {
      styled.addTo(layout);
    }
    return Values.finite(layout);
  }
}
