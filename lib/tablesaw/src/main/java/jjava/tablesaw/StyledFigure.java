// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure with Plotly settings that jsplot does not offer, such as annotations or the colour scale
 * of a heat map. They apply in notebooks only, not in jsplot's own pages.
 */
public final class StyledFigure extends Figure {

  private final Map<String, ?> settings;

  /**
   * Adds or replaces settings of a figure, which may be styled already.
   *
   * @param settings values by their path in Plotly's JSON, such as {@code
   *     layout.yaxis.scaleanchor}, or {@code data.0.zmin} for the first trace
   */
  public StyledFigure(Figure figure, Map<String, ?> settings) {
    super(figure.getLayout(), figure.getConfig(), figure.getTraces());
    Map<String, Object> all = new LinkedHashMap<>();
    if (figure instanceof StyledFigure styled) {
      all.putAll(styled.settings);
    }
    all.putAll(settings);
    this.settings = all;
  }

  void addTo(Map<String, Object> json) {
    settings.forEach(
        (path, value) -> {
          String[] steps = path.split("\\.");
          try {
            Object holder = json;
            for (String step : List.of(steps).subList(0, steps.length - 1)) {
              holder =
                  holder instanceof List<?> traces
                      ? traces.get(Integer.parseInt(step))
                      : Values.object(holder).computeIfAbsent(step, k -> new LinkedHashMap<>());
            }
            Values.object(holder).put(steps[steps.length - 1], value);
          } catch (RuntimeException e) {
            throw new UnreadableFigureException(
                "There is no place for the setting " + path + ".", e);
          }
        });
  }
}
