package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import java.util.Arrays;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005): the directions in which the ink gets
 * darker, cell by cell.
 *
 * <p>Each pixel's gradient votes with its length for the two nearest of nine directions around the
 * full circle, in the four nearest cells of {@code cell} x {@code cell} pixels. Each 2 x 2 cells
 * form a block, which is scaled to unit length, clipped at 0.25 and scaled to unit length again.
 * Last, the square root of each number is taken, so that strong edges no longer drown weak ones
 * (Arandjelović and Zisserman 2012).
 *
 * @param cell side of a cell in pixels: 2, 4, 7 or 14
 */
public record Hog(int cell) implements FeatureMap.ByRow {

  /** Directions around the full circle. */
  public static final int DIRECTIONS = 9;

  private static final int IN_BLOCK = 4 * DIRECTIONS;
  private static final float CLIP = 0.25f;
  private static final float TOO_WEAK = 1e-3f;

  /**
   * For each size of cells, and for each pixel, the column of cells whose middle comes before it,
   * and how far it lies from there towards the next, 0 to 1. Rows of cells are spaced as columns
   * are, so pixel y, in the first row, also serves for row y.
   */
  private static final int[][] NEAR = new int[SIDE][PIXELS];

  private static final float[][] SHARE = new float[SIDE][PIXELS];

  static {
    for (int cell = 1; cell < SIDE; cell++) {
      for (int i = 0; i < PIXELS; i++) {
        float column = (i % SIDE + 0.5f) / cell + 0.5f;
        NEAR[cell][i] = (int) column;
        SHARE[cell][i] = column - NEAR[cell][i];
      }
    }
  }

  /** Of each thread, by the size of cells. */
  private static final ThreadLocal<Scratch[]> SCRATCH =
      ThreadLocal.withInitial(() -> new Scratch[SIDE]);

  /** Arrays for one picture after another: new ones for each would take a seventh of the time. */
  private static final class Scratch {

    final float[][] votes;

    /** All 0 between two rows of pixels, except in the border. */
    final float[] row;

    final float[] scales;

    Scratch(Hog hog) {
      row = new float[(hog.cells() + 2) * DIRECTIONS];
      votes = new float[hog.cells() + 2][row.length];
      scales = new float[hog.size()];
    }
  }

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
  public void map(float[] pixels, float[] row) {
    Scratch scratch = scratch();
    float[][] votes = votes(Gradients.of(pixels), scratch);
    int at = 0;
    for (int i = 1; i < cells(); i++) {
      for (int j = 1; j < cells(); j++) {
        System.arraycopy(votes[i], j * DIRECTIONS, row, at, IN_BLOCK / 2);
        System.arraycopy(votes[i + 1], j * DIRECTIONS, row, at + IN_BLOCK / 2, IN_BLOCK / 2);
        at += IN_BLOCK;
      }
    }
    toUnitLength(row, scratch.scales);
  }

  /**
   * Scales each block to unit length, clips it, scales it again, and takes the square roots. Loops
   * over all blocks take less time than loops over each.
   */
  private static void toUnitLength(float[] row, float[] scales) {
    measure(row, scales);
    for (int i = 0; i < scales.length; i++) {
      row[i] = Math.min(row[i] * scales[i], CLIP);
    }
    measure(row, scales);
    for (int i = 0; i < scales.length; i++) {
      row[i] = (float) Math.sqrt(row[i] * scales[i]);
    }
  }

  /** What to multiply each number by so that its block gets unit length. */
  private static void measure(float[] row, float[] scales) {
    for (int at = 0; at < scales.length; at += IN_BLOCK) {
      float scale = (float) (1 / Math.sqrt(squares(row, at)));
      Arrays.fill(scales, at, at + IN_BLOCK, scale);
    }
  }

  /**
   * The votes in a picture before they are scaled by block, as figures show them.
   *
   * @param pixels 784 numbers
   * @return nine numbers per cell; the cells are row-major from the top left
   */
  public float[] histograms(float[] pixels) {
    float[][] votes = votes(Gradients.of(pixels), scratch());
    int row = cells() * DIRECTIONS;
    float[] all = new float[cells() * row];
    for (int i = 0; i < cells(); i++) {
      System.arraycopy(votes[i + 1], DIRECTIONS, all, i * row, row);
    }
    return all;
  }

  /** The sum of a block's squares; four sums side by side take less time than one. */
  private static float squares(float[] row, int at) {
    float s0 = TOO_WEAK;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = at; i < at + IN_BLOCK; i += 4) {
      s0 = Math.fma(row[i], row[i], s0);
      s1 = Math.fma(row[i + 1], row[i + 1], s1);
      s2 = Math.fma(row[i + 2], row[i + 2], s2);
      s3 = Math.fma(row[i + 3], row[i + 3], s3);
    }
    return s0 + s1 + (s2 + s3);
  }

  private Scratch scratch() {
    Scratch[] all = SCRATCH.get();
    if (all[cell] == null) {
      all[cell] = new Scratch(this);
    }
    return all[cell];
  }

  /**
   * The votes for each row of cells. The cells have a border around them that collects votes but is
   * never read; leaving it out would take more time. The votes of a row of pixels are divided
   * between columns of cells first, and then all together between two rows of cells.
   */
  private float[][] votes(Gradients gradients, Scratch scratch) {
    int[] near = NEAR[cell];
    float[] share = SHARE[cell];
    float[][] votes = scratch.votes;
    for (int i = 1; i <= cells(); i++) {
      Arrays.fill(votes[i], 0);
    }
    int first = 0;
    for (int y = 0; y < SIDE; y++) {
      int end = gradients.ends[y];
      if (end > first) {
        vote(gradients, first, end, near, share, scratch.row);
        divide(scratch.row, share[y], votes[near[y]], votes[near[y] + 1]);
        first = end;
      }
    }
    return votes;
  }

  /** Divides each length twice: between two directions, and between two columns of cells. */
  private static void vote(
      Gradients gradients, int first, int end, int[] near, float[] share, float[] row) {
    for (int i = first; i < end; i++) {
      int place = gradients.places[i];
      int cell = near[place] * DIRECTIONS;
      int one = cell + gradients.directions[i];
      int next = cell + gradients.nexts[i];
      float far = gradients.lengths[i] * gradients.shares[i];
      float close = gradients.lengths[i] - far;
      float right = share[place];
      float left = 1 - right;
      row[one] = Math.fma(close, left, row[one]);
      row[next] = Math.fma(far, left, row[next]);
      row[one + DIRECTIONS] = Math.fma(close, right, row[one + DIRECTIONS]);
      row[next + DIRECTIONS] = Math.fma(far, right, row[next + DIRECTIONS]);
    }
  }

  /** Divides the votes inside the border between two rows of cells, and sets them to 0. */
  private static void divide(float[] votes, float share, float[] upper, float[] lower) {
    float rest = 1 - share;
    for (int i = DIRECTIONS; i < votes.length - DIRECTIONS; i++) {
      upper[i] = Math.fma(rest, votes[i], upper[i]);
      lower[i] = Math.fma(share, votes[i], lower[i]);
      votes[i] = 0;
    }
  }
}
