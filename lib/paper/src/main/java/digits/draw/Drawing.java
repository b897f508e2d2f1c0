package digits.draw;

import digits.data.Digit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Strokes of a round pen: a digit before it became pixels.
 *
 * <p>Any unit will do, such as the pixels of a canvas: {@link #toDigit()} depends neither on the
 * size nor on the place of the drawing, only on its shape and on how thick the pen is in relation
 * to it.
 *
 * @param pen the width of the pen, in the unit of the points; above 0, at most a million
 * @param strokes the lines, each from where the pen came down to where it was lifted
 */
public record Drawing(double pen, List<Stroke> strokes) {

  /**
   * Pen widths that the longer side of the ink must reach. Below, enlarging to 20 pixels would make
   * the pen thicker than 6 pixels: a dot would become a blob as large as a digit.
   */
  private static final double LEAST_PENS = 3;

  /** Larger coordinates are rejected. */
  private static final double FARTHEST = 1e6;

  public Drawing {
    if (!(pen > 0 && pen <= FARTHEST)) {
      throw new IllegalArgumentException(
          "the width of a pen is above 0 and at most a million, not " + pen);
    }
    strokes = List.copyOf(strokes);
  }

  /**
   * A drawing from text.
   *
   * @param pen the width of the pen; above 0, at most a million
   * @param strokes each as SVG writes the points of a polyline, such as {@code "80,60 200,60
   *     130,220"}; x grows to the right, y down
   * @throws IllegalArgumentException if a stroke has another form, or a number is out of range
   */
  public static Drawing of(double pen, String... strokes) {
    return new Drawing(pen, Arrays.stream(strokes).map(Stroke::of).toList());
  }

  /** One line of the pen: where it went, at least one point. A single point is a dot. */
  public record Stroke(List<Point> points) {

    public Stroke {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a stroke has at least one point");
      }
    }

    private static Stroke of(String text) {
      return new Stroke(Arrays.stream(text.strip().split("\\s+")).map(Point::of).toList());
    }

    @Override
    public String toString() {
      return points.stream().map(Point::toString).collect(Collectors.joining(" "));
    }
  }

  /** A position of the pen; x grows to the right, y down. */
  public record Point(double x, double y) {

    public Point {
      if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
        throw new IllegalArgumentException(
            "a place on a canvas is at most a million from 0 each way, not " + x + "," + y);
      }
    }

    private static Point of(String text) {
      String[] numbers = text.split(",", -1);
      try {
        if (numbers.length == 2) {
          return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        }
      } catch (NumberFormatException e) {
        // Reported like a wrong number of numbers.
      }
      throw new IllegalArgumentException(
          "a point is two numbers with a comma between, such as 80,60, not \"" + text + "\"");
    }

    @Override
    public String toString() {
      return x + "," + y;
    }
  }

  /**
   * Whether there is too little ink to make a digit of: nothing, a dot, or a line shorter than
   * three pen widths. {@link #toDigit()} then gives empty paper.
   */
  public boolean tooLittle() {
    return strokes.isEmpty() || Box.of(this).longerSide() < LEAST_PENS * pen;
  }

  /**
   * Does to the strokes what MNIST did to scanned ink: the box around the ink is scaled until its
   * longer side has 20 pixels, the share of each pixel that is under ink becomes its grey, and the
   * centre of mass is moved, by whole pixels, to the middle of 28 x 28. The digit is unlabelled.
   *
   * @see <a href="https://doi.org/10.1109/5.726791">LeCun, Bottou, Bengio and Haffner 1998, section
   *     III A</a>
   */
  public Digit toDigit() {
    return tooLittle() ? Digit.of(new byte[Digit.PIXELS], Digit.UNLABELLED) : ink().normalized();
  }

  private Ink ink() {
    Box box = Box.of(this);
    double scale = Ink.FINE / box.longerSide();
    int width = (int) Math.ceil((box.right - box.left) * scale);
    int height = (int) Math.ceil((box.bottom - box.top) * scale);
    Ink ink = new Ink(width, height, new float[width * height]);
    for (Stroke stroke : strokes) {
      Point from = stroke.points.get(0);
      for (Point to : stroke.points) {
        ink.line(
            (from.x - box.left) * scale,
            (from.y - box.top) * scale,
            (to.x - box.left) * scale,
            (to.y - box.top) * scale,
            pen * scale / 2);
        from = to;
      }
    }
    return ink;
  }

  /** The box around the ink. */
  private record Box(double left, double top, double right, double bottom) {

    static Box of(Drawing drawing) {
      double half = drawing.pen / 2;
      List<Point> all = drawing.strokes.stream().flatMap(s -> s.points.stream()).toList();
      return new Box(
          all.stream().mapToDouble(Point::x).min().orElse(0) - half,
          all.stream().mapToDouble(Point::y).min().orElse(0) - half,
          all.stream().mapToDouble(Point::x).max().orElse(0) + half,
          all.stream().mapToDouble(Point::y).max().orElse(0) + half);
    }

    double longerSide() {
      return Math.max(right - left, bottom - top);
    }
  }
}
