package digits.panels;

import digits.draw.Drawing;
import digits.draw.Drawing.Point;
import digits.draw.Drawing.Stroke;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drawings as the page sends them: a stroke is a list x, y, x, y and so on. */
final class Strokes {

  private Strokes() {}

  /** The most points: more than anybody draws, and few enough to answer at once. */
  private static final int MOST = 10_000;

  /** The most length, in widths of the drawing; finding the ink of more takes too long. */
  private static final double LONGEST = 1_000;

  /** Whether a pen and strokes that a page has sent are a valid drawing. */
  static boolean isDrawing(Object pen, Object strokes) {
    try {
      List<Stroke> all = drawing(pen, strokes).strokes();
      return all.stream().mapToInt(s -> s.points().size()).sum() <= MOST
          && all.stream().mapToDouble(Strokes::length).sum() <= LONGEST * extent(all);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      return false;
    }
  }

  private static double length(Stroke stroke) {
    List<Point> points = stroke.points();
    return IntStream.range(1, points.size())
        .mapToDouble(
            i ->
                Math.hypot(
                    points.get(i).x() - points.get(i - 1).x(),
                    points.get(i).y() - points.get(i - 1).y()))
        .sum();
  }

  /** The longer side of the box around all points. */
  private static double extent(List<Stroke> strokes) {
    List<Point> points = strokes.stream().flatMap(stroke -> stroke.points().stream()).toList();
    DoubleSummaryStatistics x = points.stream().mapToDouble(Point::x).summaryStatistics();
    DoubleSummaryStatistics y = points.stream().mapToDouble(Point::y).summaryStatistics();
    return points.isEmpty() ? 0 : Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin());
  }

  static Drawing drawing(Object pen, Object strokes) {
    return new Drawing(
        ((Number) pen).doubleValue(),
        ((List<?>) strokes).stream().map(xy -> stroke((List<?>) xy)).toList());
  }

  private static Stroke stroke(List<?> xy) {
    if (xy.size() % 2 != 0) {
      throw new IllegalArgumentException("a stroke is x, y, x, y and so on, with as many y as x");
    }
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
