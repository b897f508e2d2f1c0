package digits.tablesaw;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * What the author of a figure set and jsplot 0.44.4 forgets to write: background colours, a fourth
 * y axis, a few settings of axes, legend groups, the ends of a marker's colour scale, and which of
 * the values in quotes are numbers.
 *
 * <p>jsplot has no way to ask for them, so they are read by reflection. Where that fails, as it may
 * with another version, the figure is shown without them, as jsplot itself would.
 */
final class Unwritten {

  private Unwritten() {}

  static void ofLayout(Layout layout, Map<String, Object> json) {
    Map<?, ?> context = context(layout);
    copy(context, "plotbgcolor", json, "plot_bgcolor");
    copy(context, "paperbgcolor", json, "paper_bgcolor");
    if (context.get("yAxis4") instanceof Axis axis) {
      json.put("yaxis4", LayoutJson.of(axis));
    }
    ofAxes(context, json);
    if (context.get("scene") != null && json.get("scene") instanceof Map<?, ?> scene) {
      ofAxes(context(context.get("scene")), scene);
    }
  }

  private static void ofAxes(Map<?, ?> context, Map<?, ?> json) {
    for (String name : List.of("xAxis", "yAxis", "yAxis2", "yAxis3", "yAxis4", "zAxis")) {
      ofAxis(context.get(name), json.get(name.replace("Axis", "axis")));
    }
  }

  @SuppressWarnings("unchecked") // Objects of JSON have texts for names.
  private static void ofAxis(Object axis, Object json) {
    if (!(axis instanceof Axis) || !(json instanceof Map<?, ?>)) {
      return;
    }
    Map<?, ?> context = context(axis);
    Map<String, Object> target = (Map<String, Object>) json;
    copy(context, "color", target, "color");
    copy(context, "font", target, "font");
    copy(context, "tick0", target, "tick0");
    copy(context, "dTick", target, "dtick");
    copy(context, "nTicks", target, "nticks");
    copy(context, "scaleRatio", target, "scaleratio");
    data(axis, "range", target, "range");
    if (field(axis, "domain").orElse(null) instanceof float[] domain && domain.length == 2) {
      target.put("domain", List.of(decimal(domain[0]), decimal(domain[1])));
    }
    if (!Integer.valueOf(0).equals(context.get("angle"))) {
      copy(context, "angle", target, "tickangle");
    }
    if (Boolean.TRUE.equals(context.get("separateThousands"))) {
      target.put("separatethousands", true);
    }
    if (context.get("mirror") != null) {
      target.put("mirror", LayoutJson.truth(context.get("mirror").toString()));
    }
    if (context.get("rangeMode") != null && !context.get("rangeMode").toString().equals("normal")) {
      target.put("rangemode", context.get("rangeMode").toString());
    }
  }

  static void ofTrace(Trace trace, Map<String, Object> json) {
    data(trace, "x", json, "x");
    data(trace, "y", json, "y");
    if ("h".equals(json.get("orientation"))) {
      data(trace, "x", json, "y");
    }
    Map<?, ?> context = context(trace);
    if (!"".equals(context.get("legendGroup"))) {
      copy(context, "legendGroup", json, "legendgroup");
    }
    Optional<Object> low = field(trace, "marker").flatMap(marker -> field(marker, "cMin"));
    Optional<Object> high = field(trace, "marker").flatMap(marker -> field(marker, "cMax"));
    if (!low.equals(high) && json.get("marker") instanceof Map<?, ?> marker) {
      @SuppressWarnings("unchecked") // Objects of JSON have texts for names.
      Map<String, Object> target = (Map<String, Object>) marker;
      low.ifPresent(value -> target.put("cmin", value));
      high.ifPresent(value -> target.put("cmax", value));
    }
  }

  /**
   * jsplot writes numbers and texts alike, in quotes; what is which only the author's data tell.
   */
  private static void data(Object owner, String name, Map<String, Object> json, String newName) {
    if (field(owner, name).orElse(null) instanceof Object[] data) {
      json.computeIfPresent(newName, (key, written) -> Values.data(written, data));
    }
  }

  private static double decimal(float number) {
    return Double.parseDouble(Float.toString(number));
  }

  private static void copy(Map<?, ?> from, String name, Map<String, Object> to, String newName) {
    Object value = from.get(name);
    if (value instanceof String || value instanceof Number) {
      to.put(newName, value);
    }
  }

  /** The values that an object gives to its template. */
  private static Map<?, ?> context(Object owner) {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Method method = type.getDeclaredMethod("getContext");
        method.setAccessible(true);
        return method.invoke(owner) instanceof Map<?, ?> map ? map : Map.of();
      } catch (NoSuchMethodException e) {
        continue; // The next class up may have it.
      } catch (ReflectiveOperationException | RuntimeException e) {
        return Map.of();
      }
    }
    return Map.of();
  }

  private static Optional<Object> field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Optional.ofNullable(field.get(owner));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
