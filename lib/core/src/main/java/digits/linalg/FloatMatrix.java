package digits.linalg;

import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Objects;

/**
 * A float32 matrix outside the Java heap, stored by rows, which OpenBLAS reads without a copy; or a
 * window on some rows and columns of one, which shares its memory. The memory is released when
 * neither the matrix nor any window on it is reachable.
 */
public final class FloatMatrix {

  private final int rows;
  private final int columns;
  private final int stride;
  private final FloatBuffer values;

  /**
   * A matrix of zeros.
   *
   * @param rows 0 or more
   * @param columns 1 or more
   * @throws IllegalArgumentException if it needs 2 GiB or more
   * @throws NotEnoughMemoryException if Java cannot provide the memory
   */
  public FloatMatrix(int rows, int columns) {
    this(rows, columns, columns, allocate(rows, columns));
  }

  private FloatMatrix(int rows, int columns, int stride, FloatBuffer values) {
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.values = values;
  }

  private static FloatBuffer allocate(int rows, int columns) {
    long bytes = (long) rows * columns * Float.BYTES;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a matrix of %,d x %,d needs %,d bytes, but one block of memory holds at most %,d:"
                  + " use fewer digits or features",
              rows,
              columns,
              bytes,
              Integer.MAX_VALUE));
    }
    String what = String.format(Locale.ROOT, "a matrix of %,d x %,d", rows, columns);
    return Memory.outside((int) bytes, (int) bytes, what).asFloatBuffer();
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The distance between the starts of two rows: {@link #columns()}, or more in a window. */
  public int stride() {
    return stride;
  }

  /** A window on {@code count} rows, from row {@code first} on. */
  public FloatMatrix rows(int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    return new FloatMatrix(count, columns, stride, tail(first * stride));
  }

  /** A window on every n-th row, starting with the first. */
  public FloatMatrix every(int n) {
    return new FloatMatrix((rows + n - 1) / n, columns, stride * n, values);
  }

  /** A window on {@code count} columns, from column {@code first} on. */
  public FloatMatrix columns(int first, int count) {
    Objects.checkFromIndexSize(first, count, columns);
    return new FloatMatrix(rows, count, stride, tail(first));
  }

  /** The values from this row and column to the end of the memory, shared with the matrix. */
  public FloatBuffer from(int row, int column) {
    Objects.checkIndex(column, columns);
    return tail(row * stride + column);
  }

  private FloatBuffer tail(int start) {
    int from = Math.min(start, values.capacity());
    return values.slice(from, values.capacity() - from);
  }

  /** Copies the first {@code out.length} values of a row. */
  public void getRow(int row, float[] out) {
    values.get(row * stride, out);
  }

  /** Overwrites the first {@code in.length} values of a row, at most {@link #columns()}. */
  public void setRow(int row, float[] in) {
    values.put(row * stride, in);
  }
}
