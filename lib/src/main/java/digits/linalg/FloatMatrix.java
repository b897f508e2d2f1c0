package digits.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Objects;

/**
 * A float32 matrix outside the Java heap, row after row, where OpenBLAS reads it without a copy.
 * The memory is given back when the matrix is no longer reachable.
 */
public final class FloatMatrix {

  private final int rows;
  private final int columns;
  private final FloatBuffer values;

  /**
   * A matrix of zeros.
   *
   * @param rows 0 or more
   * @param columns 1 or more
   * @throws IllegalArgumentException if it would take 2 GiB or more
   */
  public FloatMatrix(int rows, int columns) {
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
    this.rows = rows;
    this.columns = columns;
    this.values =
        ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /**
   * Rows.
   *
   * @return 0 or more
   */
  public int rows() {
    return rows;
  }

  /**
   * Columns, and so the distance between the starts of two rows.
   *
   * @return 1 or more
   */
  public int columns() {
    return columns;
  }

  /**
   * A window on the values from one place on.
   *
   * @param row the first row, 0 to {@code rows() - 1}
   * @param column the first column, 0 to {@code columns() - 1}
   * @return the values from there to the end, shared with the matrix
   */
  public FloatBuffer from(int row, int column) {
    Objects.checkIndex(column, columns);
    int start = row * columns + column;
    return values.slice(start, values.capacity() - start);
  }

  /**
   * Copies one row out.
   *
   * @param row 0 to {@code rows() - 1}
   * @param out where its first {@code out.length} values go
   */
  public void getRow(int row, float[] out) {
    values.get(row * columns, out);
  }

  /**
   * Copies one row in.
   *
   * @param row 0 to {@code rows() - 1}
   * @param in its values, at most {@link #columns()}
   */
  public void setRow(int row, float[] in) {
    values.put(row * columns, in);
  }
}
