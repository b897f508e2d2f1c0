package digits.features;

import static digits.data.Digit.SIDE;

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
    float[] votes = votes(Gradients.of(pixels));
    int at = 0;
    for (int i = 0; i < cells() - 1; i++) {
      for (int j = 0; j < cells() - 1; j++) {
        System.arraycopy(votes, place(i, j), row, at, IN_BLOCK / 2);
        System.arraycopy(votes, place(i + 1, j), row, at + IN_BLOCK / 2, IN_BLOCK / 2);
        toUnitLength(row, at);
        at += IN_BLOCK;
      }
    }
    for (int i = 0; i < at; i++) {
      row[i] = (float) Math.sqrt(row[i]);
    }
  }

  /**
   * The votes in a picture before they are scaled by block, as figures show them.
   *
   * @param pixels 784 numbers
   * @return nine numbers per cell; the cells are row-major from the top left
   */
  public float[] histograms(float[] pixels) {
    float[] votes = votes(Gradients.of(pixels));
    float[] all = new float[cells() * cells() * DIRECTIONS];
    int row = cells() * DIRECTIONS;
    for (int i = 0; i < cells(); i++) {
      System.arraycopy(votes, place(i, 0), all, i * row, row);
    }
    return all;
  }

  private static void toUnitLength(float[] row, int at) {
    float scale = (float) (1 / Math.sqrt(squares(row, at)));
    for (int i = at; i < at + IN_BLOCK; i++) {
      row[i] = Math.min(row[i] * scale, CLIP);
    }
    scale = (float) (1 / Math.sqrt(squares(row, at)));
    for (int i = at; i < at + IN_BLOCK; i++) {
      row[i] *= scale;
    }
  }

  /** The sum of a block's squares; four sums side by side take less time than one. */
  private static float squares(float[] row, int at) {
    float s0 = TOO_WEAK;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = at; i < at + IN_BLOCK; i += 4) {
      s0 += row[i] * row[i];
      s1 += row[i + 1] * row[i + 1];
      s2 += row[i + 2] * row[i + 2];
      s3 += row[i + 3] * row[i + 3];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** The votes for all cells, and for a border around them that is counted but not used. */
  private float[] votes(Gradients gradients) {
    float[] votes = new float[(cells() + 2) * (cells() + 2) * DIRECTIONS];
    int[] near = new int[SIDE];
    float[] share = new float[SIDE];
    for (int x = 0; x < SIDE; x++) {
      float place = (x + 0.5f) / cell - 0.5f;
      near[x] = (int) Math.floor(place);
      share[x] = place - near[x];
    }
    int right = place(0, 1) - place(0, 0);
    int below = place(1, 0) - place(0, 0);
    for (int i = 0; i < gradients.count; i++) {
      int x = gradients.columns[i];
      int y = gradients.rows[i];
      int cell = place(near[y], near[x]);
      int one = cell + gradients.directions[i];
      int next = one == cell + DIRECTIONS - 1 ? cell : one + 1;
      // The length is divided three times: between two directions, columns and rows of cells.
      float far = gradients.lengths[i] * gradients.shares[i];
      float close = gradients.lengths[i] - far;
      float farRight = far * share[x];
      float closeRight = close * share[x];
      add(votes, one, below, close - closeRight, share[y]);
      add(votes, next, below, far - farRight, share[y]);
      add(votes, one + right, below, closeRight, share[y]);
      add(votes, next + right, below, farRight, share[y]);
    }
    return votes;
  }

  private static void add(float[] votes, int at, int below, float length, float down) {
    float lower = length * down;
    votes[at] += length - lower;
    votes[at + below] += lower;
  }

  /** Where the votes for a cell begin; rows and columns of the border are -1 and {@link #cells}. */
  private int place(int row, int column) {
    return ((row + 1) * (cells() + 2) + column + 1) * DIRECTIONS;
  }
}
