package digits.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes printed lines off a page: the rules and squares of paper, the boxes of a form.
 *
 * <p>A line is a long row of thin pieces of ink on a straight course. Digits may interrupt it:
 * where a stroke crosses, the ink is thick, and stays.
 */
final class Rules {

  /** The steepest line that is taken for a rule: 15 degrees. */
  private static final double STEEPEST = 0.27;

  private final InkMap ink;
  private final int thin;
  private final int length;
  private final int gap;

  private Rules(InkMap ink) {
    this.ink = ink;
    int side = Math.max(ink.width(), ink.height());
    thin = Math.max(2, side / 180);
    length = side / 8;
    gap = side / 16;
  }

  /**
   * The ink without lines, upright or level, of at least an eighth of the picture's side. They are
   * looked for in fainter ink, too: at the threshold of the digits a pale line falls into dashes.
   */
  static InkMap removed(InkMap ink) {
    InkMap faint = ink.withThreshold(ink.threshold() * 3 / 5);
    return new Rules(new Rules(faint.transposed()).removed().transposed())
        .removed()
        .withThreshold(ink.threshold());
  }

  private InkMap removed() {
    byte[] left = ink.share().clone();
    for (Piece line : lines(pieces())) {
      line.places.forEach(place -> left[place] = 0);
    }
    return new InkMap(ink.width(), ink.height(), left, ink.threshold());
  }

  /** Thin ink that goes on from row to row, and the sums for a straight line through it. */
  private static final class Piece {
    final List<Integer> places = new ArrayList<>();
    final List<double[]> middles = new ArrayList<>();
    int start = Integer.MAX_VALUE;
    int end;
    int lastFrom;
    int lastTo;
    double y;
    double x;
    double yy;
    double yx;

    /** Adds the ink of a row between two columns, and the pixel on either side of it. */
    void add(InkMap ink, int row, int from, int to) {
      for (int column = Math.max(0, from - 1); column <= Math.min(ink.width() - 1, to); column++) {
        places.add(row * ink.width() + column);
      }
      start = Math.min(start, row);
      end = row + 1;
      lastFrom = from;
      lastTo = to;
      double middle = (from + to - 1) / 2.0;
      middles.add(new double[] {row, middle});
      y += row;
      x += middle;
      yy += (double) row * row;
      yx += row * middle;
    }

    void add(Piece other) {
      places.addAll(other.places);
      middles.addAll(other.middles);
      start = Math.min(start, other.start);
      end = Math.max(end, other.end);
      y += other.y;
      x += other.x;
      yy += other.yy;
      yx += other.yx;
    }

    int rows() {
      return middles.size();
    }

    /** Columns to the right per row down. */
    double slope() {
      double spread = yy - y * y / rows();
      return spread == 0 ? 0 : (yx - y * x / rows()) / spread;
    }

    /** How far another piece strays from the straight line through this one. */
    double farthest(Piece other) {
      double slope = slope();
      double middle = x / rows() - slope * y / rows();
      return other.middles.stream()
          .mapToDouble(at -> Math.abs(at[1] - middle - slope * at[0]))
          .max()
          .orElse(0);
    }
  }

  private List<Piece> pieces() {
    List<Piece> all = new ArrayList<>();
    List<Piece> open = List.of();
    for (int row = 0; row < ink.height(); row++) {
      List<Piece> next = new ArrayList<>();
      int above = 0;
      for (int from = 0; from < ink.width(); from++) {
        int to = from;
        while (to < ink.width() && ink.isInk(row * ink.width() + to)) {
          to++;
        }
        if (to > from && to - from <= thin) {
          while (above < open.size() && open.get(above).lastTo < from) {
            above++;
          }
          boolean goesOn = above < open.size() && open.get(above).lastFrom <= to;
          Piece piece = goesOn ? open.get(above++) : new Piece();
          if (!goesOn) {
            all.add(piece);
          }
          piece.add(ink, row, from, to);
          next.add(piece);
        }
        from = to;
      }
      open = next;
    }
    all.removeIf(piece -> piece.rows() < 5 || Math.abs(piece.slope()) > 2 * STEEPEST);
    return all;
  }

  /** Joins the pieces of each line, the longest first. */
  private List<Piece> lines(List<Piece> pieces) {
    List<Piece> left = new ArrayList<>(pieces);
    left.sort(Comparator.comparingInt(piece -> -piece.rows()));
    List<Piece> lines = new ArrayList<>();
    double straight = 1 + thin / 2.0;
    while (!left.isEmpty() && left.get(0).rows() >= length / 8.0) {
      Piece line = left.remove(0);
      if (Math.abs(line.slope()) > STEEPEST || line.farthest(line) > straight) {
        continue;
      }
      List<Piece> joined = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        Piece next = left.get(i);
        int apart = Math.max(next.start - line.end, line.start - next.end);
        if (apart <= gap && apart > -2 && line.farthest(next) <= straight) {
          line.add(next);
          joined.add(left.remove(i));
          i = -1;
        }
      }
      if (line.rows() >= length && line.rows() >= 0.5 * (line.end - line.start)) {
        lines.add(line);
      } else {
        left.addAll(joined);
        left.sort(Comparator.comparingInt(piece -> -piece.rows()));
      }
    }
    return lines;
  }
}
