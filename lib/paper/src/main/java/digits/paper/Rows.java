package digits.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts digits in rows. */
final class Rows {

  /** Rows may fall or rise by at most so much: 12 degrees. */
  private static final double STEEPEST = 0.21;

  private Rows() {}

  /** The rows from the top, each from left to right. */
  static List<List<Figure>> of(List<Figure> figures) {
    int[] heights = figures.stream().mapToInt(Figure::height).sorted().toArray();
    double size = heights.length == 0 ? 1 : heights[heights.length / 2];
    double angle = angle(figures, size);
    List<Figure> down = new ArrayList<>(figures);
    down.sort(Comparator.comparingDouble(figure -> level(figure, angle)));
    List<List<Figure>> rows = new ArrayList<>();
    double level = 0;
    for (Figure figure : down) {
      List<Figure> last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last == null || level(figure, angle) - level > 0.6 * size) {
        rows.add(new ArrayList<>(List.of(figure)));
        level = level(figure, angle);
      } else {
        last.add(figure);
        level += (level(figure, angle) - level) / last.size();
      }
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(Figure::middleX)));
    return rows;
  }

  private static double level(Figure figure, double angle) {
    return figure.middleY() - Math.tan(angle) * figure.middleX();
  }

  /** By how many radians the rows fall to the right: the smallest angle that aligns most digits. */
  private static double angle(List<Figure> figures, double size) {
    double best = 0;
    double most = 0;
    for (int step = 0; step <= 48; step++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double angle = sign * STEEPEST * step / 48;
        double sharpness = sharpness(figures, angle, size) * (1 - 0.02 * step / 48);
        if (sharpness > most + 1e-9) {
          most = sharpness;
          best = angle;
        }
      }
    }
    return best;
  }

  /** How many pairs of digits are on one level; those close to each other count in part. */
  private static double sharpness(List<Figure> figures, double angle, double size) {
    double[] levels = figures.stream().mapToDouble(f -> level(f, angle)).sorted().toArray();
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      for (int j = i + 1; j < levels.length && levels[j] - levels[i] < size / 2; j++) {
        double apart = (levels[j] - levels[i]) / (size / 2);
        sum += 1 - apart * apart;
      }
    }
    return sum;
  }
}
