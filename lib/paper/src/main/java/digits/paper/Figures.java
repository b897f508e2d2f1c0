package digits.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Makes digits of blobs: joins broken strokes, separates neighbours that touch, drops noise. */
final class Figures {

  /** Smaller digits than this, in pixels, are only noise. */
  private static final int SMALLEST = 7;

  private final double size;

  private Figures(double size) {
    this.size = size;
  }

  /** The digits, in no particular order. */
  static List<Figure> of(List<Figure> blobs) {
    double size = size(blobs);
    return size < SMALLEST ? List.of() : new Figures(size).digits(blobs);
  }

  /** How high a digit is: half of all ink is in blobs that are higher. */
  static double size(List<Figure> blobs) {
    long left = blobs.stream().mapToLong(Figure::area).sum() / 2;
    for (Figure blob : blobs.stream().sorted(Comparator.comparingInt(Figure::height)).toList()) {
      left -= blob.area();
      if (left <= 0) {
        return blob.height();
      }
    }
    return 0;
  }

  private List<Figure> digits(List<Figure> blobs) {
    List<Figure> bodies = new ArrayList<>();
    List<Figure> pieces = new ArrayList<>();
    for (Figure blob : blobs) {
      boolean fits = blob.height() < 2.5 * size && blob.width() < 6 * size;
      if (fits && blob.area() > 0.002 * size * size) {
        (isBody(blob) ? bodies : pieces).add(blob);
      }
    }
    List<Figure> alone = new ArrayList<>();
    for (Figure piece : pieces) {
      bodies.stream()
          .filter(body -> body.distance(piece) < 0.2 * size)
          .min(Comparator.comparingInt(body -> body.distance(piece)))
          .ifPresentOrElse(
              body -> bodies.set(bodies.indexOf(body), body.with(piece)), () -> alone.add(piece));
    }
    // A digit all in pieces.
    joined(alone, this::isClose).stream().filter(this::isBody).forEach(bodies::add);
    List<Figure> digits =
        joined(bodies, this::isBroken).stream().flatMap(all -> separated(all).stream()).toList();
    List<Figure> complete = digits.stream().filter(digit -> !digit.isCut()).toList();
    return complete.isEmpty() ? digits : complete;
  }

  /** Whether a figure is large enough for a digit: high, or both wide and not quite flat. */
  private boolean isBody(Figure figure) {
    return figure.height() > 0.45 * size
        || figure.height() > 0.3 * size && figure.width() > 0.5 * size;
  }

  private static List<Figure> joined(List<Figure> parts, BiPredicate<Figure, Figure> together) {
    List<Figure> left = new ArrayList<>(parts);
    for (int i = 0; i < left.size(); i++) {
      for (int j = i + 1; j < left.size(); j++) {
        if (together.test(left.get(i), left.get(j))) {
          left.set(i, left.get(i).with(left.remove(j)));
          j = i;
        }
      }
    }
    return left;
  }

  private boolean isClose(Figure one, Figure other) {
    return one.distance(other) < 0.25 * size && fit(one, other, 1.2, 1.1);
  }

  /** Whether two figures together are no larger than one digit. */
  private boolean fit(Figure one, Figure other, double high, double wide) {
    int height = Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top);
    int width = Math.max(one.right, other.right) - Math.min(one.left, other.left);
    return height < high * size && width < wide * size;
  }

  /** Whether two bodies are rather one digit: one above the other, or a lower one close by. */
  private boolean isBroken(Figure one, Figure other) {
    boolean above =
        -one.gapX(other) > 0.5 * Math.min(one.width(), other.width())
            && one.gapY(other) < 0.2 * size;
    boolean beside =
        Math.min(one.height(), other.height()) < 0.75 * size && one.distance(other) < 0.06 * size;
    return above && fit(one, other, 1.35, 1.25) || beside && fit(one, other, 1.2, 1.1);
  }

  /** Cuts a figure that is too wide for one digit where there is least ink, if that is little. */
  private List<Figure> separated(Figure figure) {
    if (figure.width() < 1.25 * Math.max(size, figure.height())) {
      return List.of(figure);
    }
    int[] columns = figure.columns();
    int margin = (int) (0.3 * size);
    int best = margin;
    for (int x = margin; x < columns.length - margin; x++) {
      if (columns[x] < columns[best]) {
        best = x;
      }
    }
    List<Figure> halves = figure.split(figure.left + best);
    boolean both = halves.stream().allMatch(half -> half.height() > 0.6 * figure.height());
    return columns[best] > 0.3 * size || !both
        ? List.of(figure)
        : halves.stream().flatMap(half -> separated(half).stream()).toList();
  }
}
