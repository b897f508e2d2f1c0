package digits.tablesaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure with settings of its layout that Plotly has and jsplot has no word for, such as
 * annotations, the titles of a subplot's axes or where the legend stands.
 *
 * <pre>{@code
 * StyledFigure.of(new Figure(layout, traces))
 *     .with("yaxis", Map.of("scaleanchor", "x"))
 *     .with("xaxis2", Map.of("title", Map.of("text", "threshold")))
 * }</pre>
 *
 * <p>The settings are for notebooks; jsplot's own pages do not have them.
 */
public final class StyledFigure extends Figure {

  private final Map<String, Object> settings;

  private StyledFigure(Figure figure, Map<String, Object> settings) {
    super(figure.getLayout(), figure.getConfig(), figure.getTraces());
    this.settings = settings;
  }

  /**
   * A figure without further settings.
   *
   * @param figure the figure to add settings to
   * @return a figure of the same layout, configuration and traces, that can be added to
   */
  public static StyledFigure of(Figure figure) {
    return new StyledFigure(figure, Map.of());
  }

  /**
   * Adds one setting of the layout. A map is added to what stands there, name by name; anything
   * else takes its place.
   *
   * @param name Plotly's name of the setting, for example {@code annotations}
   * @param value a text, a number, a truth value, a list of them, or a map from names to them
   * @return a figure with it; this one stays as it is
   */
  public StyledFigure with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(settings);
    merge(more, Map.of(name, value));
    return new StyledFigure(this, Collections.unmodifiableMap(more));
  }

  void addTo(Map<String, Object> layout) {
    merge(layout, settings);
  }

  private static void merge(Map<String, Object> target, Map<?, ?> more) {
    more.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> map && target.get(name) instanceof Map<?, ?> present) {
            Map<String, Object> both = new LinkedHashMap<>();
            present.forEach((key, inner) -> both.put(key.toString(), inner));
            merge(both, map);
            target.put(name.toString(), both);
          } else {
            target.put(name.toString(), value);
          }
        });
  }
}
