package digits.linalg;

import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Objects;

/**
 * A float32 matrix outside the Java heap, row after row, where OpenBLAS reads it without a copy; or
 * a window on some rows and columns of one, which shares its memory. The memory is given back when
 * neither the matrix nor a window on it is reachable any longer.
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
   * @throws IllegalArgumentException if it would take 2 GiB or more
   * @throws NotEnoughMemoryException if Java has not so much
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
              "a matrix of %,d x %,d takes %,d bytes; at most %,d fit in one block of memory",
              rows,
              columns,
              bytes,
              Integer.MAX_VALUE));
    }
    String what = String.format(Locale.ROOT, "a matrix of %,d x %,d", rows, columns);
    return Memory.outside((int) bytes, what).asFloatBuffer();
  }

  /** Rows, 0 or more. */
  public int rows() {
    return rows;
  }

  /** Columns, 1 or more. */
  public int columns() {
    return columns;
  }

  /** The distance between the starts of two rows, {@link #columns()}, or more in a window. */
  public int stride() {
    return stride;
  }

  /**
   * A window on some rows.
   *
   * @param first the first of them
   * @param count how many
   * @return a matrix that shares its values with this one
   */
  public FloatMatrix rows(int first, int count) {
    Objects.checkFromIndexSize(first, count, rows);
    return new FloatMatrix(count, columns, stride, tail(first * stride));
  }

  /** A window on every n-th row, from the first. */
  public FloatMatrix every(int n) {
    return new FloatMatrix((rows + n - 1) / n, columns, stride * n, values);
  }

  /**
   * A window on some columns.
   *
   * @param first the first of them
   * @param count how many
   * @return a matrix that shares its values with this one
   */
  public FloatMatrix columns(int first, int count) {
    Objects.checkFromIndexSize(first, count, columns);
    return new FloatMatrix(rows, count, stride, tail(first));
  }

  /**
   * The values from one place on.
   *
   * @param row the first row, 0 to {@code rows() - 1}
   * @param column the first column, 0 to {@code columns() - 1}
   * @return the values from there to the end, shared with the matrix
   */
  public FloatBuffer from(int row, int column) {
    Objects.checkIndex(column, columns);
    return tail(row * stride + column);
  }

  private FloatBuffer tail(int start) {
    int from = Math.min(start, values.capacity());
    return values.slice(from, values.capacity() - from);
  }

  /**
   * Copies one row out.
   *
   * @param row 0 to {@code rows() - 1}
   * @param out where its first {@code out.length} values go
   */
  public void getRow(int row, float[] out) {
    values.get(row * stride, out);
  }

  /**
   * Copies one row in.
   *
   * @param row 0 to {@code rows() - 1}
   * @param in its values, at most {@link #columns()}
   */
  public void setRow(int row, float[] in) {
    values.put(row * stride, in);
  }
}
