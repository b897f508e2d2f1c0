package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import digits.linalg.FloatMatrix;
import java.util.Arrays;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005): the directions in which the ink gets
 * darker, cell by cell.
 *
 * <p>Each pixel's gradient votes with its length for the two nearest of nine directions around the
 * full circle, in the four nearest cells of {@code cell} x {@code cell} pixels. Each 2 x 2 cells
 * form a block, which is scaled to unit length, clipped at 0.25 and scaled to unit length again.
 *
 * @param cell side of a cell in pixels: 2, 4, 7 or 14
 */
public record Hog(int cell) implements FeatureMap {

  /** Directions around the full circle. */
  public static final int DIRECTIONS = 9;

  private static final int IN_BLOCK = 4 * DIRECTIONS;
  private static final float CLIP = 0.25f;
  private static final float TOO_WEAK = 1e-3f;

  /** Cells of 4 x 4 pixels: 36 blocks of 36 numbers. */
  public Hog() {
    this(4);
  }

  public Hog {
    if (cell != 2 && cell != 4 && cell != 7 && cell != 14) {
      throw new IllegalArgumentException("a cell must be 2, 4, 7 or 14 pixels wide, not " + cell);
    }
  }

  @Override
  public String name() {
    return cell == 4 ? "hog" : "hog " + cell;
  }

  @Override
  public int inputs() {
    return PIXELS;
  }

  /** Cells per row, and per column: 28 / cell. */
  public int cells() {
    return SIDE / cell;
  }

  @Override
  public int size() {
    int blocks = cells() - 1;
    return blocks * blocks * IN_BLOCK;
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    Votes votes = new Votes(this);
    RowMap.map(
        in,
        out,
        (pixels, row) -> {
          votes.count(pixels);
          normalise(votes, row);
        });
  }

  /**
   * The votes in a picture before they are scaled by block, as figures show them.
   *
   * @param pixels 784 numbers
   * @return nine numbers per cell; the cells are row-major from the top left
   */
  public float[] histograms(float[] pixels) {
    Votes votes = new Votes(this);
    votes.count(pixels);
    float[] all = new float[cells() * cells() * DIRECTIONS];
    for (int i = 0; i < cells(); i++) {
      for (int j = 0; j < cells(); j++) {
        int at = (i * cells() + j) * DIRECTIONS;
        System.arraycopy(votes.counts, votes.place(i, j), all, at, DIRECTIONS);
      }
    }
    return all;
  }

  private void normalise(Votes votes, float[] row) {
    int blocks = cells() - 1;
    int at = 0;
    for (int i = 0; i < blocks; i++) {
      for (int j = 0; j < blocks; j++) {
        int two = 2 * DIRECTIONS;
        System.arraycopy(votes.counts, votes.place(i, j), row, at, two);
        System.arraycopy(votes.counts, votes.place(i + 1, j), row, at + two, two);
        toUnitLength(row, at);
        at += IN_BLOCK;
      }
    }
  }

  private static void toUnitLength(float[] row, int at) {
    float squares = TOO_WEAK;
    for (int i = at; i < at + IN_BLOCK; i++) {
      squares += row[i] * row[i];
    }
    float scale = (float) (1 / Math.sqrt(squares));
    squares = TOO_WEAK;
    for (int i = at; i < at + IN_BLOCK; i++) {
      float clipped = Math.min(row[i] * scale, CLIP);
      row[i] = clipped;
      squares += clipped * clipped;
    }
    scale = (float) (1 / Math.sqrt(squares));
    for (int i = at; i < at + IN_BLOCK; i++) {
      row[i] *= scale;
    }
  }

  /** The histograms of all cells, surrounded by a border of cells that are counted but not used. */
  private static final class Votes {

    private final int wide;
    private final float[] counts;
    private final int[] nearCell = new int[SIDE];
    private final float[] farShare = new float[SIDE];

    Votes(Hog hog) {
      wide = hog.cells() + 2;
      counts = new float[wide * wide * DIRECTIONS + DIRECTIONS];
      for (int x = 0; x < SIDE; x++) {
        float position = (x + 0.5f) / hog.cell - 0.5f;
        nearCell[x] = (int) Math.floor(position) + 1;
        farShare[x] = position - (float) Math.floor(position);
      }
    }

    int place(int row, int column) {
      return ((row + 1) * wide + column + 1) * DIRECTIONS;
    }

    void count(float[] pixels) {
      Arrays.fill(counts, 0);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int i = y * SIDE + x;
          float dx = (x < SIDE - 1 ? pixels[i + 1] : 0) - (x > 0 ? pixels[i - 1] : 0);
          float dy = (y < SIDE - 1 ? pixels[i + SIDE] : 0) - (y > 0 ? pixels[i - SIDE] : 0);
          if (dx != 0 || dy != 0) {
            vote(x, y, dx, dy);
          }
        }
      }
    }

    private void vote(int x, int y, float dx, float dy) {
      float length = (float) Math.sqrt(dx * dx + dy * dy);
      float direction = turns(dx, dy) * DIRECTIONS;
      int near = (int) direction;
      float far = length * (direction - near);
      float close = length - far;
      int next = near + 1 == DIRECTIONS ? 0 : near + 1;
      near = near == DIRECTIONS ? 0 : near;
      int cellAt = (nearCell[y] * wide + nearCell[x]) * DIRECTIONS;
      float right = farShare[x];
      float down = farShare[y];
      add(cellAt + near, cellAt + next, close, far, (1 - right) * (1 - down));
      cellAt += DIRECTIONS;
      add(cellAt + near, cellAt + next, close, far, right * (1 - down));
      cellAt += (wide - 1) * DIRECTIONS;
      add(cellAt + near, cellAt + next, close, far, (1 - right) * down);
      cellAt += DIRECTIONS;
      add(cellAt + near, cellAt + next, close, far, right * down);
    }

    private void add(int near, int next, float close, float far, float share) {
      counts[near] += close * share;
      counts[next] += far * share;
    }

    /** The angle in turns, 0 to 1, accurate to 0.00001 (Abramowitz and Stegun 4.4.49). */
    private static float turns(float dx, float dy) {
      float ax = Math.abs(dx);
      float ay = Math.abs(dy);
      float t = Math.min(ax, ay) / Math.max(ax, ay);
      float s = t * t;
      float angle =
          t
              * (0.9998660f
                  + s * (-0.3302995f + s * (0.1801410f + s * (-0.0851330f + s * 0.0208351f))));
      float turns = angle * (float) (0.5 / Math.PI);
      turns = ay > ax ? 0.25f - turns : turns;
      turns = dx < 0 ? 0.5f - turns : turns;
      return dy < 0 ? 1 - turns : turns;
    }
  }
}
