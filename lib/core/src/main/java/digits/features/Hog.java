package digits.features;

import static digits.data.Digit.SIDE;

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
    float[] votes = votes(pixels);
    int two = 2 * DIRECTIONS;
    int block = 0;
    for (int i = 0; i < cells() - 1; i++) {
      for (int j = 0; j < cells() - 1; j++) {
        System.arraycopy(votes, at(i, j), row, block, two);
        System.arraycopy(votes, at(i + 1, j), row, block + two, two);
        toUnitLength(row, block);
        block += IN_BLOCK;
      }
    }
  }

  /**
   * The votes in a picture before they are scaled by block, as figures show them.
   *
   * @param pixels 784 numbers
   * @return nine numbers per cell; the cells are row-major from the top left
   */
  public float[] histograms(float[] pixels) {
    float[] votes = votes(pixels);
    float[] all = new float[cells() * cells() * DIRECTIONS];
    for (int i = 0; i < cells(); i++) {
      int row = cells() * DIRECTIONS;
      System.arraycopy(votes, at(i, 0), all, i * row, row);
    }
    return all;
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

  /** The votes for all cells, and for a border around them that is counted but not used. */
  private float[] votes(float[] pixels) {
    float[] votes = new float[(cells() + 2) * (cells() + 2) * DIRECTIONS];
    int[] near = new int[SIDE];
    float[] share = new float[SIDE];
    int wide = at(1, 0) - at(0, 0);
    for (int x = 0; x < SIDE; x++) {
      float place = (x + 0.5f) / cell - 0.5f;
      near[x] = (int) Math.floor(place);
      share[x] = place - near[x];
    }
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int i = y * SIDE + x;
        float dx = (x < SIDE - 1 ? pixels[i + 1] : 0) - (x > 0 ? pixels[i - 1] : 0);
        float dy = (y < SIDE - 1 ? pixels[i + SIDE] : 0) - (y > 0 ? pixels[i - SIDE] : 0);
        if (dx != 0 || dy != 0) {
          int first = (near[y] + 1) * wide + (near[x] + 1) * DIRECTIONS;
          vote(votes, first, wide, share[x], share[y], dx, dy);
        }
      }
    }
    return votes;
  }

  /** Where the votes for a cell begin; rows and columns of the border are -1 and {@link #cells}. */
  private int at(int row, int column) {
    return ((row + 1) * (cells() + 2) + column + 1) * DIRECTIONS;
  }

  /** Votes in the four cells around a place: shares lie to the right of, and below, the first. */
  private static void vote(
      float[] votes, int cell, int wide, float right, float down, float dx, float dy) {
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    float direction = turns(dx, dy) * DIRECTIONS;
    int whole = (int) direction;
    int near = whole == DIRECTIONS ? 0 : whole;
    int next = near + 1 == DIRECTIONS ? 0 : near + 1;
    float far = length * (direction - whole);
    float close = length - far;
    int below = cell + wide;
    add(votes, cell, near, next, close, far, (1 - right) * (1 - down));
    add(votes, cell + DIRECTIONS, near, next, close, far, right * (1 - down));
    add(votes, below, near, next, close, far, (1 - right) * down);
    add(votes, below + DIRECTIONS, near, next, close, far, right * down);
  }

  private static void add(
      float[] votes, int cell, int near, int next, float close, float far, float share) {
    votes[cell + near] += close * share;
    votes[cell + next] += far * share;
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
