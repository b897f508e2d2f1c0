package digits.linalg;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * A symmetric float64 matrix outside the Java heap: its lower triangle, row after row. Made to add
 * up Gram matrices of blocks of rows, so that the rows need never be in memory together.
 */
public final class SymmetricMatrix {

  /** Rows and columns of the tiles that the threads share out. */
  private static final int TILE = 384;

  /** Rows of X summed in float32. */
  private static final int BLOCK = 2048;

  /** The largest size whose byte count is an int. */
  private static final int MOST = 16_383;

  private final int size;
  private final DoubleBuffer values;

  /**
   * A matrix of zeros.
   *
   * @param size rows and columns, 1 to 16,383
   * @throws IllegalArgumentException if there are fewer rows or more
   * @throws NotEnoughMemoryException if Java has not so much memory
   */
  public SymmetricMatrix(int size) {
    checkSize(size);
    this.size = size;
    this.values =
        Memory.outside(
                size * size * Double.BYTES,
                String.format(Locale.ROOT, "a symmetric matrix of %,d rows", size))
            .asDoubleBuffer();
  }

  /**
   * Refuses a size before much is computed for a matrix that cannot be.
   *
   * @param size rows and columns
   * @throws IllegalArgumentException unless it is 1 to 16,383
   */
  public static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a symmetric matrix has 1 row or more, not " + size);
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a symmetric matrix of %,d rows takes %,d bytes; at most %,d rows fit: take fewer"
                  + " features",
              size,
              (long) size * size * Double.BYTES,
              MOST));
    }
  }

  /**
   * The Gram matrix X'X of all rows of X, summed in float32 over blocks of rows and in float64 over
   * the blocks.
   */
  public static SymmetricMatrix gram(FloatMatrix x, Workers workers) {
    SymmetricMatrix gram = new SymmetricMatrix(x.columns());
    for (int first = 0; first < x.rows(); first += BLOCK) {
      gram.addGram(x.rows(first, Math.min(BLOCK, x.rows() - first)), workers);
    }
    return gram;
  }

  /** A copy of the lower triangle of a float32 matrix. */
  public static SymmetricMatrix ofLower(FloatMatrix matrix) {
    SymmetricMatrix copy = new SymmetricMatrix(matrix.rows());
    float[] row = new float[copy.size];
    for (int i = 0; i < copy.size; i++) {
      matrix.getRow(i, row);
      for (int j = 0; j <= i; j++) {
        copy.values.put(i * copy.size + j, row[j]);
      }
    }
    return copy;
  }

  /** Rows, and as many columns. */
  public int size() {
    return size;
  }

  /**
   * One number.
   *
   * @param row 0 to {@code size() - 1}
   * @param column 0 to {@code size() - 1}
   * @return the value there
   */
  public double get(int row, int column) {
    return values.get(place(row, column));
  }

  private int place(int row, int column) {
    return Math.max(row, column) * size + Math.min(row, column);
  }

  /**
   * Adds X'X of a block of rows. The products are float32, one sum over all rows of the block, so
   * blocks should have a few thousand rows; the sum over blocks is float64. Each number is summed
   * by one thread, so the bits do not depend on how many there are.
   *
   * @param block X, with as many columns as this matrix
   * @param workers share the tiles
   * @throws CancellationException if the thread is interrupted; the matrix is of no use then
   */
  public void addGram(FloatMatrix block, Workers workers) {
    workers.forEachTile(
        (size + TILE - 1) / TILE,
        (row, column) -> {
          int top = row * TILE;
          int left = column * TILE;
          int height = Math.min(TILE, size - top);
          int width = Math.min(TILE, size - left);
          FloatMatrix product = new FloatMatrix(height, width);
          Product.ofTransposed(block.columns(top, height), block.columns(left, width), product);
          FloatBuffer source = product.from(0, 0);
          float[] terms = new float[width];
          double[] sums = new double[width];
          for (int i = 0; i < height; i++) {
            source.get(i * width, terms);
            int count = Math.min(width, top + i - left + 1);
            values.get((top + i) * size + left, sums, 0, count);
            for (int j = 0; j < count; j++) {
              sums[j] += terms[j];
            }
            values.put((top + i) * size + left, sums, 0, count);
          }
        });
  }

  /**
   * Adds another matrix of the same size.
   *
   * @param other what to add
   */
  public void add(SymmetricMatrix other) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "a matrix of " + other.size + " rows cannot be added to one of " + size);
    }
    double[] sums = new double[size];
    double[] terms = new double[size];
    for (int i = 0; i < size; i++) {
      values.get(i * size, sums, 0, i + 1);
      other.values.get(i * size, terms, 0, i + 1);
      for (int j = 0; j <= i; j++) {
        sums[j] += terms[j];
      }
      values.put(i * size, sums, 0, i + 1);
    }
  }

  /**
   * Adds c x x'.
   *
   * @param scale c
   * @param x as many numbers as there are rows
   */
  public void addOuterProduct(double scale, double[] x) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      values.get(i * size, row, 0, i + 1);
      double factor = scale * x[i];
      for (int j = 0; j <= i; j++) {
        row[j] += factor * x[j];
      }
      values.put(i * size, row, 0, i + 1);
    }
  }

  /** Multiplies each number. */
  public void scale(double factor) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      values.get(i * size, row, 0, i + 1);
      for (int j = 0; j <= i; j++) {
        row[j] *= factor;
      }
      values.put(i * size, row, 0, i + 1);
    }
  }

  /** Adds to the first numbers of the diagonal. */
  public void addDiagonal(int count, double amount) {
    for (int i = 0; i < count; i++) {
      values.put(i * size + i, values.get(i * size + i) + amount);
    }
  }

  /**
   * Adds to each number of the diagonal.
   *
   * @param amount what to add
   */
  public void addDiagonal(double amount) {
    addDiagonal(size, amount);
  }

  /**
   * A copy.
   *
   * @return a matrix of its own
   */
  public SymmetricMatrix copy() {
    SymmetricMatrix copy = new SymmetricMatrix(size);
    copy.values.put(0, values, 0, values.capacity());
    return copy;
  }

  /** The lower triangle and what is above it, for the factor to be made in place. */
  DoubleBuffer values() {
    return values;
  }
}
