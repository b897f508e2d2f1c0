// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a figure as plain text. */
final class FigureText {

  private static final int MOST_BYTES = 3_900;
  private static final List<String> RANGES =
      List.of("labels", "values", "x", "y", "z", "open", "high", "low", "close");

  private static final int NAMES = 10; // And traces at each end.

  private static final int LONGEST_NAME = 50;

  private FigureText() {}

  static String of(List<?> data, Map<?, ?> layout) {
    List<String> lines = new ArrayList<>();
    lines.add(title(layout).isEmpty() ? "Figure" : "Figure: " + title(layout));
    lines.add(axes(layout));
    Span traces = new Span(data.size(), NAMES);
    for (int place : traces.shown()) {
      if (traces.gapBefore(place)) {
        lines.add(String.format(Locale.ROOT, "  … %,d more", traces.hidden()));
      }
      lines.add("  " + trace((Map<?, ?>) data.get(place)));
    }
    return Clip.fit(
        MOST_BYTES,
        longest ->
            lines.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> Clip.text(line, 4 * longest))
                .collect(Collectors.joining("\n")));
  }

  private static String axes(Map<?, ?> layout) {
    Map<?, ?> scene = layout.get("scene") instanceof Map<?, ?> map ? map : Map.of();
    return Stream.of(layout, scene)
        .flatMap(holder -> holder.entrySet().stream())
        .filter(axis -> axis.getKey().toString().matches("[xyz]axis\\d*"))
        .filter(axis -> !title(axis.getValue()).isEmpty())
        .map(axis -> axis.getKey().toString().replace("axis", "") + ": " + title(axis.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String title(Object holder) {
    return holder instanceof Map<?, ?> map && map.get("title") instanceof Map<?, ?> title
        ? plain(title.get("text"))
        : "";
  }

  private static String plain(Object text) {
    return Clip.text(Html.unescape(Objects.toString(text, "").replace("<br>", " ")));
  }

  private static String trace(Map<?, ?> trace) {
    String line = Objects.toString(trace.get("type"), "scatter");
    if (trace.get("mode") != null && line.startsWith("scatter")) {
      line += " (" + trace.get("mode") + ")";
    }
    String name = plain(trace.get("name"));
    if (!name.isEmpty()) {
      line += " \"" + name + "\"";
    }
    List<String> parts = new ArrayList<>();
    int points = 0;
    for (String key : RANGES) {
      if (trace.get(key) instanceof List<?> list && !list.isEmpty()) {
        parts.add(key + " " + range(list));
        points = Math.max(points, list.size());
      }
    }
    if (points > 0 && !(trace.get("z") instanceof List<?> z && isMatrix(z))) {
      parts.add(0, String.format(Locale.ROOT, "%,d %s", points, points == 1 ? "value" : "values"));
    }
    return parts.isEmpty() ? line : line + ": " + String.join(", ", parts);
  }

  private static boolean isMatrix(List<?> list) {
    return !list.isEmpty() && list.get(0) instanceof List<?>;
  }

  /** The smallest and largest number, or the distinct names. */
  private static String range(List<?> list) {
    if (isMatrix(list)) {
      List<?> all = list.stream().flatMap(row -> ((List<?>) row).stream()).toList();
      return range(all) + " in " + list.size() + " rows of " + all.size() / list.size();
    }
    List<?> there = list.stream().filter(Objects::nonNull).toList();
    if (there.isEmpty()) {
      return "all missing";
    }
    if (there.stream().allMatch(Number.class::isInstance)) {
      DoubleSummaryStatistics numbers =
          there.stream().mapToDouble(n -> ((Number) n).doubleValue()).summaryStatistics();
      return number(numbers.getMin()) + " to " + number(numbers.getMax());
    }
    List<String> names =
        there.stream()
            .map(n -> n.toString())
            .distinct()
            .map(n -> Clip.text(n, LONGEST_NAME))
            .toList();
    return names.size() <= NAMES
        ? String.join(", ", names)
        : names.get(0) + " … " + names.get(names.size() - 1) + " (" + names.size() + ")";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
