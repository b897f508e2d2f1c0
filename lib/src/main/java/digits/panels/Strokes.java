package digits.panels;

import digits.data.Drawing;
import digits.data.Drawing.Point;
import digits.data.Drawing.Stroke;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drawings as the page has them: a stroke is a list x, y, x, y and so on. */
final class Strokes {

  private Strokes() {}

  static Drawing drawing(Object pen, Object strokes) {
    return new Drawing(
        ((Number) pen).doubleValue(),
        ((List<?>) strokes).stream().map(xy -> stroke((List<?>) xy)).toList());
  }

  private static Stroke stroke(List<?> xy) {
    return new Stroke(
        IntStream.range(0, xy.size() / 2)
            .mapToObj(i -> new Point(number(xy.get(2 * i)), number(xy.get(2 * i + 1))))
            .toList());
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  static List<List<Double>> json(Drawing drawing) {
    return drawing.strokes().stream()
        .map(stroke -> stroke.points().stream().flatMap(p -> Stream.of(p.x(), p.y())).toList())
        .toList();
  }
}
