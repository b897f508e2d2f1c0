// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Restores settings that jsplot 0.44.4 accepts but does not write: background colours, a fourth y
 * axis, some settings of axes, legend groups, the ends of a marker's colour scale, and which of the
 * quoted values are numbers. They are read by reflection; if that fails, for example with another
 * version, the figure is shown without them.
 */
final class Unwritten {

  private Unwritten() {}

  static void ofLayout(Layout layout, Map<String, Object> json) {
    Map<?, ?> context = context(layout);
    copy(context, "plotbgcolor", json, "plot_bgcolor");
    copy(context, "paperbgcolor", json, "paper_bgcolor");
    if (context.get("yAxis4") instanceof Axis axis) {
      json.put("yaxis4", JavascriptLiteral.read(script(axis), "The fourth y axis"));
    }
    ofAxes(context, json);
    if (context.get("scene") != null && json.get("scene") instanceof Map<?, ?> scene) {
      ofAxes(context(context.get("scene")), scene);
    }
  }

  @SuppressWarnings("deprecation") // There is no other access to it.
  private static String script(Axis axis) {
    return axis.asJavascript();
  }

  private static void ofAxes(Map<?, ?> context, Map<?, ?> json) {
    for (String name : List.of("xAxis", "yAxis", "yAxis2", "yAxis3", "yAxis4", "zAxis")) {
      if (context.get(name) instanceof Axis axis
          && json.get(name.replace("Axis", "axis")) instanceof Map<?, ?> target) {
        ofAxis(axis, Values.object(target));
      }
    }
  }

  private static void ofAxis(Axis axis, Map<String, Object> json) {
    Map<?, ?> context = context(axis);
    for (String name : List.of("color", "font", "tick0", "dTick", "nTicks", "scaleRatio")) {
      copy(context, name, json, name.toLowerCase(Locale.ROOT));
    }
    data(axis, "range", json, "range");
    if (field(axis, "domain").orElse(null) instanceof float[] domain && domain.length == 2) {
      Stream<Float> ends = Stream.of(domain[0], domain[1]);
      json.put("domain", ends.map(end -> Double.valueOf(end.toString())).toList());
    }
    if (!Integer.valueOf(0).equals(context.get("angle"))) {
      copy(context, "angle", json, "tickangle");
    }
    if (Boolean.TRUE.equals(context.get("separateThousands"))) {
      json.put("separatethousands", true);
    }
    if (context.get("mirror") instanceof Enum<?> mirror) {
      json.put("mirror", Values.truthOr(mirror.toString()));
    }
    if (context.get("rangeMode") instanceof Axis.RangeMode mode && mode != Axis.RangeMode.NORMAL) {
      json.put("rangemode", mode.toString());
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
      low.ifPresent(value -> Values.object(marker).put("cmin", value));
      high.ifPresent(value -> Values.object(marker).put("cmax", value));
    }
  }

  /** jsplot quotes numbers as it does strings; only the original data tell them apart. */
  private static void data(Object owner, String name, Map<String, Object> json, String newName) {
    if (field(owner, name).orElse(null) instanceof Object[] data
        && json.get(newName) instanceof List<?> written
        && written.size() == data.length) {
      List<Object> values = new ArrayList<>(written);
      for (int i = 0; i < data.length; i++) {
        if (data[i] instanceof Number) {
          values.set(i, Values.numberOr(values.get(i)));
        } else if (data[i] == null && values.get(i) instanceof String) {
          values.set(i, null);
        }
      }
      json.put(newName, values);
    }
  }

  private static void copy(Map<?, ?> from, String name, Map<String, Object> to, String newName) {
    Object value = from.get(name);
    if (value instanceof String || value instanceof Number) {
      to.put(newName, value);
    }
  }

  /** The values that an object passes to its template. */
  private static Map<?, ?> context(Object owner) {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Method method = type.getDeclaredMethod("getContext");
        method.setAccessible(true);
        return method.invoke(owner) instanceof Map<?, ?> map ? map : Map.of();
      } catch (ReflectiveOperationException | RuntimeException e) {
        continue; // A superclass may have it.
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
