package digits.linalg;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * A symmetric float64 matrix outside the Java heap: its lower triangle, stored by rows. It
 * accumulates the Gram matrix of X from blocks of rows, so that X never has to be in memory as a
 * whole.
 */
public final class SymmetricMatrix {

  /** Rows and columns of the tiles that the threads share. */
  private static final int TILE = 384;

  /** Rows of X whose products are summed in float32. */
  private static final int BLOCK = 2048;

  /** The largest size whose byte count fits an int. */
  private static final int MOST = 16_383;

  private final int size;
  private final DoubleBuffer values;

  /**
   * A matrix of zeros.
   *
   * @param size rows and columns, 1 to 16,383
   * @throws NotEnoughMemoryException if Java cannot provide the memory
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
   * Rejects a size before expensive work is done for a matrix that cannot be allocated.
   *
   * @throws IllegalArgumentException unless the size is 1 to 16,383
   */
  public static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "a symmetric matrix must have at least 1 row, not " + size);
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a symmetric matrix of %,d rows needs %,d bytes; at most %,d rows fit: use fewer"
                  + " features",
              size,
              (long) size * size * Double.BYTES,
              MOST));
    }
  }

  /**
   * The Gram matrix X'X of all rows of X, summed in float32 within blocks of rows and in float64
   * across blocks.
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

  public int size() {
    return size;
  }

  public double get(int row, int column) {
    return values.get(place(row, column));
  }

  private int place(int row, int column) {
    return Math.max(row, column) * size + Math.min(row, column);
  }

  /**
   * Adds X'X for a block of rows. The products are summed in float32 within the block and in
   * float64 across blocks, so blocks should have a few thousand rows. Each number is summed by one
   * thread, so the bits do not depend on the number of threads.
   *
   * @param block X, with as many columns as this matrix
   * @throws CancellationException if the thread is interrupted; the matrix is then unusable
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
   * Adds another matrix.
   *
   * @throws IllegalArgumentException if it has another size
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

  /** Adds scale x x', where x has one number per row. */
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

  /** Adds to the first {@code count} numbers of the diagonal. */
  public void addDiagonal(int count, double amount) {
    for (int i = 0; i < count; i++) {
      values.put(i * size + i, values.get(i * size + i) + amount);
    }
  }

  /** Adds to each number of the diagonal. */
  public void addDiagonal(double amount) {
    addDiagonal(size, amount);
  }

  public SymmetricMatrix copy() {
    SymmetricMatrix copy = new SymmetricMatrix(size);
    copy.values.put(0, values, 0, values.capacity());
    return copy;
  }

  /** The lower triangle and the memory above it, where a factor is computed in place. */
  DoubleBuffer values() {
    return values;
  }
}
