package digits.tablesaw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words what a figure shows. */
final class FigureText {

  private static final List<String> RANGES = List.of("x", "y", "z", "open", "high", "low", "close");

  /** More names than these are counted, and more traces than twice as many. */
  private static final int NAMES = 10;

  private static final int MOST_BYTES = 3_900;

  /** The longest name of one value. */
  private static final int SHORT = 50;

  private FigureText() {}

  static String of(List<?> data, Object layout) {
    List<String> lines = new ArrayList<>();
    Map<?, ?> json = layout instanceof Map<?, ?> map ? map : Map.of();
    String title = title(json);
    lines.add(title.isEmpty() ? "Figure" : "Figure: " + title);
    String axes = axes(json);
    if (!axes.isEmpty()) {
      lines.add(axes);
    }
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
                .map(line -> Clip.text(line, 4 * longest))
                .collect(Collectors.joining("\n")));
  }

  private static String axes(Map<?, ?> layout) {
    List<String> axes = new ArrayList<>();
    Map<?, ?> scene = layout.get("scene") instanceof Map<?, ?> map ? map : Map.of();
    for (Map<?, ?> holder : List.of(layout, scene)) {
      holder.forEach(
          (name, axis) -> {
            if (name.toString().matches("[xyz]axis\\d*") && axis instanceof Map<?, ?> map) {
              String title = title(map);
              if (!title.isEmpty()) {
                axes.add(name.toString().replace("axis", "") + ": " + title);
              }
            }
          });
    }
    return String.join(", ", axes);
  }

  private static String title(Map<?, ?> holder) {
    return holder.get("title") instanceof Map<?, ?> title
        ? plain(Objects.toString(title.get("text"), ""))
        : "";
  }

  private static String plain(String text) {
    return Clip.text(HtmlText.unescape(text.replace("<br>", " ")), Clip.LONGEST);
  }

  private static String trace(Map<?, ?> trace) {
    StringBuilder line = new StringBuilder(Objects.toString(trace.get("type"), "scatter"));
    if (trace.get("mode") != null && line.toString().startsWith("scatter")) {
      line.append(" (").append(trace.get("mode")).append(')');
    }
    String name = plain(Objects.toString(trace.get("name"), ""));
    if (!name.isEmpty()) {
      line.append(" \"").append(name).append('"');
    }
    List<String> parts = new ArrayList<>();
    if (trace.get("labels") instanceof List<?> labels
        && trace.get("values") instanceof List<?> values) {
      parts.add(slices(labels, values));
    }
    for (String key : RANGES) {
      if (trace.get(key) instanceof List<?> list && !list.isEmpty()) {
        parts.add(key.equals("z") ? "z " + matrix(list) : key + " " + range(list));
      }
    }
    int points =
        RANGES.stream()
            .map(trace::get)
            .filter(List.class::isInstance)
            .mapToInt(list -> ((List<?>) list).size())
            .max()
            .orElse(0);
    if (points > 0 && !isMatrix(trace.get("z"))) {
      parts.add(0, String.format(Locale.ROOT, "%,d %s", points, points == 1 ? "value" : "values"));
    }
    return parts.isEmpty() ? line.toString() : line + ": " + String.join(", ", parts);
  }

  private static boolean isMatrix(Object z) {
    return z instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof List<?>;
  }

  private static String matrix(List<?> rows) {
    if (!isMatrix(rows)) {
      return range(rows);
    }
    List<Object> all = new ArrayList<>();
    rows.forEach(row -> all.addAll((List<?>) row));
    return range(all) + " in " + rows.size() + " rows of " + ((List<?>) rows.get(0)).size();
  }

  /** From the least to the greatest, or the names that occur. */
  private static String range(List<?> list) {
    if (list.stream().allMatch(value -> value == null || value instanceof Number)) {
      double[] numbers =
          list.stream()
              .filter(Objects::nonNull)
              .mapToDouble(value -> ((Number) value).doubleValue())
              .sorted()
              .toArray();
      return numbers.length == 0
          ? "all missing"
          : number(numbers[0]) + " to " + number(numbers[numbers.length - 1]);
    }
    Set<String> names =
        list.stream()
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> shown = names.stream().map(name -> Clip.text(name, SHORT)).toList();
    return names.size() <= NAMES
        ? String.join(", ", shown)
        : shown.get(0) + " … " + shown.get(shown.size() - 1) + " (" + shown.size() + ")";
  }

  private static String slices(List<?> labels, List<?> values) {
    List<String> slices = new ArrayList<>();
    for (int i = 0; i < Math.min(NAMES, Math.min(labels.size(), values.size())); i++) {
      slices.add(
          Clip.text(String.valueOf(labels.get(i)), SHORT)
              + " "
              + (values.get(i) instanceof Number n ? number(n.doubleValue()) : "–"));
    }
    int more = labels.size() - slices.size();
    return String.join(", ", slices) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
