package digits.linalg;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.ObjIntConsumer;

/**
 * A symmetric float64 matrix outside the Java heap: its lower triangle, by rows. It accumulates the
 * Gram matrix of X from blocks of rows, so that X need not be in memory as a whole.
 */
public final class SymmetricMatrix {

  /** From this size on, a matrix is large. */
  private static final int LARGE = 2048;

  /**
   * About the most rows of a tile of a small matrix, which is divided evenly. Large tiles multiply
   * faster, small ones leave less to do on one thread at the end.
   */
  private static final int TILE = 420;

  /** Rows of a large matrix's bands and tiles; no tile of {@link Cholesky} may cross two bands. */
  private static final int BAND = 512;

  /** Rows of X whose products are summed in float32. */
  private static final int BLOCK = 2048;

  /** The largest size whose byte count fits an int. */
  private static final int MOST = 16_383;

  private final int size;
  private final int height;
  private final DoubleBuffer[] bands;

  /**
   * A matrix of zeros. A large one is allocated in bands of rows, because Java fills new memory
   * with zeros in one go, and all its threads may have to wait for that.
   *
   * @param size rows and columns, 1 to 16,383
   * @throws NotEnoughMemoryException if Java cannot provide the memory
   * @throws CancellationException if the thread is interrupted
   */
  public SymmetricMatrix(int size) {
    checkSize(size);
    this.size = size;
    this.height = size < LARGE ? size : BAND;
    this.bands = new DoubleBuffer[(size + height - 1) / height];
    String what = String.format(Locale.ROOT, "a symmetric matrix of %,d rows", size);
    int all = size * size * Double.BYTES;
    for (int top = 0; top < size; top += height) {
      Workers.stopIfInterrupted();
      int bytes = all / size * Math.min(height, size - top);
      bands[top / height] = Memory.outside(bytes, all, what).asDoubleBuffer();
    }
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
      gram.addGram(x.rows(first, Math.min(BLOCK, x.rows() - first)), workers, 0);
    }
    return gram;
  }

  public int size() {
    return size;
  }

  public double get(int row, int column) {
    int lower = Math.max(row, column);
    return band(lower).get(place(lower, Math.min(row, column)));
  }

  /**
   * Adds X'X for a block of rows. The products are summed in float32 within the block and in
   * float64 across blocks, so blocks should have a few thousand rows. Each number is summed by one
   * thread, so the bits do not depend on the number of threads.
   *
   * @param block X, with as many columns as this matrix
   * @param grid 0, or a power of two of which each product is rounded to a multiple: as long as no
   *     sum reaches 2^53 times the grid, all sums are exact, and so do not depend on their order
   * @throws CancellationException if the thread is interrupted; the matrix is then unusable
   */
  public void addGram(FloatMatrix block, Workers workers, double grid) {
    int high = size < LARGE ? size / ((size - 1) / TILE + 1) + 1 : BAND;
    int wide = 2 * high;
    List<int[]> corners = new ArrayList<>();
    for (int top = (size - 1) / high * high; top >= 0; top -= high) {
      for (int left = 0; left < top; left += wide) {
        corners.add(new int[] {top, left});
      }
      corners.add(new int[] {top, top});
    }
    workers.forEach(
        corners.size(),
        number -> {
          int top = corners.get(number)[0];
          int left = corners.get(number)[1];
          int height = Math.min(high, size - top);
          int width = left < top ? Math.min(wide, top - left) : height;
          FloatMatrix rows = block.columns(top, height);
          FloatMatrix product =
              Workers.temporary(this, high, wide).rows(0, height).columns(0, width);
          if (left < top) {
            Product.ofTransposed(rows, block.columns(left, width), 0, product);
          } else {
            Product.gram(rows, product);
          }
          addLower(product, top, left, grid);
        });
  }

  /** Adds the numbers of a tile that are not above the diagonal. */
  private void addLower(FloatMatrix tile, int top, int left, double grid) {
    float[] terms = new float[tile.columns()];
    double[] sums = new double[tile.columns()];
    for (int i = 0; i < tile.rows(); i++) {
      tile.getRow(i, terms);
      int count = Math.min(sums.length, top + i - left + 1);
      band(top + i).get(place(top + i, left), sums, 0, count);
      for (int j = 0; j < count; j++) {
        sums[j] += rounded(terms[j], grid);
      }
      band(top + i).put(place(top + i, left), sums, 0, count);
    }
  }

  /** The nearest multiple of a power of two; the number itself for 0. */
  public static double rounded(double number, double grid) {
    double large = 1.5 * 0x1p52 * grid; // Beyond it, a double has no room for smaller digits.
    return number + large - large;
  }

  /** The numbers of some rows, each up to the diagonal, one row after the other. */
  public double[] rows(int first, int count) {
    double[] numbers = new double[triangle(first + count) - triangle(first)];
    for (int i = first; i < first + count; i++) {
      band(i).get(place(i, 0), numbers, triangle(i) - triangle(first), i + 1);
    }
    return numbers;
  }

  /** Adds to the numbers of some rows, which are in the order of {@link #rows}. */
  public void addRows(int first, int count, double[] numbers) {
    double[] sums = rows(first, count);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += numbers[i];
    }
    for (int i = first; i < first + count; i++) {
      band(i).put(place(i, 0), sums, triangle(i) - triangle(first), i + 1);
    }
  }

  /** How many numbers are in the first rows. */
  private static int triangle(int rows) {
    return Math.toIntExact(rows * (rows + 1L) / 2);
  }

  /** Adds scale x x', where x has one number per row. */
  public void addOuterProduct(double scale, double[] x) {
    change(
        (row, i) -> {
          for (int j = 0; j <= i; j++) {
            row[j] += scale * x[i] * x[j];
          }
        });
  }

  public void scale(double factor) {
    change(
        (row, i) -> {
          for (int j = 0; j <= i; j++) {
            row[j] *= factor;
          }
        });
  }

  /** Changes each row, whose number is passed, too; behind the diagonal it is arbitrary. */
  private void change(ObjIntConsumer<double[]> work) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      band(i).get(place(i, 0), row, 0, i + 1);
      work.accept(row, i);
      band(i).put(place(i, 0), row, 0, i + 1);
    }
  }

  /** Adds to the first {@code count} numbers of the diagonal. */
  public void addDiagonal(int count, double amount) {
    for (int i = 0; i < count; i++) {
      band(i).put(place(i, i), get(i, i) + amount);
    }
  }

  public SymmetricMatrix copy() {
    SymmetricMatrix copy = new SymmetricMatrix(size);
    for (int i = 0; i < bands.length; i++) {
      copy.bands[i].put(0, bands[i], 0, bands[i].capacity());
    }
    return copy;
  }

  int bandHeight() {
    return height;
  }

  private DoubleBuffer band(int row) {
    return bands[row / height];
  }

  private int place(int row, int column) {
    return row % height * size + column;
  }

  /** The memory from this row and column of the lower triangle to the end of the band. */
  DoubleBuffer from(int row, int column) {
    int start = place(row, column);
    return band(row).slice(start, band(row).capacity() - start);
  }
}
