package digits.model;

import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import java.io.Serializable;
import java.util.Objects;

/**
 * A matrix of bfloat16 numbers in format version 2. Frozen, see {@link SavedModel2}.
 *
 * @param rows 1 or more
 * @param columns 1 or more
 * @param bits row after row
 */
record SavedMatrix(int rows, int columns, short[] bits) implements Serializable {

  private static final long serialVersionUID = 2L;

  SavedMatrix {
    Objects.requireNonNull(bits, "no numbers");
    if (rows < 1 || columns < 1 || (long) rows * columns != bits.length) {
      throw new IllegalArgumentException(
          "a matrix of " + rows + " x " + columns + " does not have " + bits.length + " numbers");
    }
  }

  /**
   * Takes a matrix apart.
   *
   * @throws IllegalArgumentException if a number is no bfloat16, so that it would change
   */
  static SavedMatrix of(FloatMatrix matrix) {
    short[] bits = new short[Math.multiplyExact(matrix.rows(), matrix.columns())];
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        bits[i * row.length + j] = BFloat16.ofFloat(row[j]);
        if (BFloat16.toFloat(bits[i * row.length + j]) != row[j]) {
          throw new IllegalArgumentException(
              "only bfloat16 numbers can be saved in a matrix, but " + row[j] + " is none");
        }
      }
    }
    return new SavedMatrix(matrix.rows(), matrix.columns(), bits);
  }

  /** Puts the matrix together again. */
  FloatMatrix toMatrix() {
    FloatMatrix matrix = new FloatMatrix(rows, columns);
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = BFloat16.toFloat(bits[i * columns + j]);
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }
}
