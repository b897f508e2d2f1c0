package digits.tablesaw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A trace with settings that Plotly has and jsplot has no word for, such as the colour scale of a
 * heat map.
 *
 * <pre>{@code
 * StyledTrace.of(HeatmapTrace.builder(x, y, z).build())
 *     .with("colorscale", "Blues")
 *     .with("colorbar", Map.of("title", Map.of("text", "digits")))
 * }</pre>
 *
 * <p>It can stand in any figure, and in jsplot's own pages too. It never changes.
 */
public final class StyledTrace implements Trace {

  private final Trace trace;
  private final Map<String, Object> settings;

  private StyledTrace(Trace trace, Map<String, Object> settings) {
    this.trace = trace;
    this.settings = settings;
  }

  /**
   * A trace without further settings.
   *
   * @param trace the trace to add settings to
   */
  public static StyledTrace of(Trace trace) {
    return new StyledTrace(trace, Map.of());
  }

  /**
   * Adds one setting, in place of what the trace said.
   *
   * @param name Plotly's name of the setting, for example {@code zmin}
   * @param value a text, a number, a truth value, a list of them, or a map from names to them
   * @return this trace with it
   */
  public StyledTrace with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new StyledTrace(trace, Collections.unmodifiableMap(more));
  }

  /**
   * The trace as jsplot writes it.
   *
   * @param place the place of the trace in its figure, from 0
   * @return a script that sets the variable {@code trace} with the place behind it
   * @throws UnreadableFigureException if the trace is not written as jsplot writes it
   * @throws IllegalArgumentException if a setting cannot be written as JSON
   */
  @Override
  public String asJavascript(int place) {
    Map<String, Object> json = new LinkedHashMap<>(TraceJson.of(trace, place));
    json.putAll(settings);
    try {
      String text = JsonMapper.builder().build().writeValueAsString(Values.finite(json));
      return "var trace" + place + " = " + text.replace("</", "<\\/") + ";";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A setting of a trace must be a text, a number, a truth value, a list or a map of them: "
              + settings,
          e);
    }
  }

  @Override
  public String name() {
    return trace.name();
  }

  @Override
  public HoverLabel hoverLabel() {
    return trace.hoverLabel();
  }

  @Override
  public boolean showLegend() {
    return trace.showLegend();
  }

  @Override
  public String toString() {
    return asJavascript(0);
  }
}
