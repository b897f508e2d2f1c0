package digits.linalg;

import java.nio.FloatBuffer;
import java.util.Locale;
import smile.math.blas.BLAS;
import smile.math.blas.Layout;
import smile.math.blas.Transpose;

/** The Gram matrix X'X of a tall matrix X. */
public final class Gram {

  /** Columns of one square tile of the result. */
  private static final int TILE = 208;

  /** Rows of X summed in float32 before they are added up in float64. */
  private static final int ROWS = 2048;

  private Gram() {}

  /**
   * Computes X'X tile by tile, each tile by one thread over all rows in their order.
   *
   * @param matrix X
   * @param columns how many of its columns, from the first, to take: 1 to 16,383
   * @param every take one row of so many: 1 takes all, 4 a quarter, and the result is scaled up to
   *     stand for all
   * @param workers do the tiles
   * @return the lower triangle of X'X, {@code columns} x {@code columns}, row-major; above the
   *     diagonal there is nothing to rely on
   * @throws IllegalArgumentException if there are more columns
   * @throws NotEnoughMemoryException if Java has not so much memory
   */
  public static double[] of(FloatMatrix matrix, int columns, int every, Workers workers) {
    SymmetricMatrix.checkSize(columns);
    double[] gram =
        Memory.inside(
            columns * columns,
            String.format(Locale.ROOT, "the Gram matrix of %,d columns", columns));
    workers.forEachTile(
        (columns + TILE - 1) / TILE,
        (i, j) -> tile(matrix, columns, every, i * TILE, j * TILE, gram));
    return gram;
  }

  private static void tile(
      FloatMatrix matrix, int columns, int every, int left, int top, double[] gram) {
    int height = Math.min(TILE, columns - left);
    int width = Math.min(TILE, columns - top);
    FloatBuffer product =
        Memory.outside(TILE * TILE * Float.BYTES, "a tile of a Gram matrix").asFloatBuffer();
    int step = matrix.columns() * every;
    int taken = (matrix.rows() + every - 1) / every;
    double scale = (double) matrix.rows() / taken;
    for (int row = 0; row < taken; row += ROWS) {
      int rows = Math.min(ROWS, taken - row);
      BLAS.engine.gemm(
          Layout.ROW_MAJOR,
          Transpose.TRANSPOSE,
          Transpose.NO_TRANSPOSE,
          height,
          width,
          rows,
          1f,
          matrix.from(row * every, left),
          step,
          matrix.from(row * every, top),
          step,
          0f,
          product,
          TILE);
      for (int i = 0; i < height; i++) {
        int at = (left + i) * columns + top;
        for (int j = 0; j < width; j++) {
          gram[at + j] += scale * product.get(i * TILE + j);
        }
      }
    }
  }
}
