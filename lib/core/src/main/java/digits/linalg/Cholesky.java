package digits.linalg;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsv;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import smile.math.blas.BLAS;
import smile.math.blas.LAPACK;
import smile.math.blas.Layout;
import smile.math.blas.Transpose;
import smile.math.blas.UPLO;

/**
 * The Cholesky factor L of a symmetric positive definite matrix A = L L', computed in float64 and
 * in place, in panels of columns that all cores share.
 */
public final class Cholesky {

  /** Columns of a panel; rows and columns of a tile. */
  private static final int TILE = 256;

  private final int size;
  private final SymmetricMatrix lower;

  private Cholesky(SymmetricMatrix matrix) {
    this.size = matrix.size();
    this.lower = matrix;
  }

  /**
   * Factors A, which is overwritten.
   *
   * @throws IllegalArgumentException if the matrix is not positive definite
   * @throws CancellationException if the thread is interrupted
   */
  public static Cholesky of(SymmetricMatrix matrix, Workers workers) {
    Cholesky factor = new Cholesky(matrix);
    for (int k = 0; k < factor.size; k += TILE) {
      factor.panel(k, Math.min(TILE, factor.size - k), workers);
    }
    return factor;
  }

  /** Finishes the columns from k on, and subtracts their contribution from all later columns. */
  private void panel(int k, int width, Workers workers) {
    // The lower triangle by rows is the upper triangle by columns.
    int info = LAPACK.engine.potrf(Layout.COL_MAJOR, UPLO.UPPER, width, lower.from(k, k), size);
    if (info != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the matrix is not positive definite: its leading minor of order %,d is not; use a"
                  + " larger penalty",
              k + info));
    }
    int first = k + width;
    int tiles = (size - first + TILE - 1) / TILE;
    workers.forEach(tiles, tile -> divide(first + tile * TILE, k, width));
    workers.forEachTile(tiles, (i, j) -> subtract(first + i * TILE, first + j * TILE, k, width));
  }

  /** Solves X L' = A for the rows of the panel from i on. */
  private void divide(int i, int k, int width) {
    cblas_dtrsm(
        CblasColMajor,
        CblasLeft,
        CblasUpper,
        CblasTrans,
        CblasNonUnit,
        width,
        Math.min(TILE, size - i),
        1,
        lower.from(k, k),
        size,
        lower.from(i, k),
        size);
  }

  /** Updates one tile to the right of the panel: A -= X Y'. */
  private void subtract(int i, int j, int k, int width) {
    BLAS.engine.gemm(
        Layout.ROW_MAJOR,
        Transpose.NO_TRANSPOSE,
        Transpose.TRANSPOSE,
        Math.min(TILE, size - i),
        Math.min(TILE, size - j),
        width,
        -1,
        lower.from(i, k),
        size,
        lower.from(j, k),
        size,
        1,
        lower.from(i, j),
        size);
  }

  /** Solves A x = b; x overwrites b, which has one number per row of A. */
  public void solve(double[] b) {
    int height = lower.bandHeight();
    for (int top = 0; top < size; top += height) {
      int rows = Math.min(height, size - top);
      subtractProduct(CblasNoTrans, top, Arrays.copyOf(b, top), DoubleBuffer.wrap(b, top, rows));
      solveTriangle(CblasTrans, top, DoubleBuffer.wrap(b, top, rows));
    }
    for (int top = (size - 1) / height * height; top >= 0; top -= height) {
      int rows = Math.min(height, size - top);
      solveTriangle(CblasNoTrans, top, DoubleBuffer.wrap(b, top, rows));
      double[] x = Arrays.copyOfRange(b, top, top + rows);
      subtractProduct(CblasTrans, top, x, DoubleBuffer.wrap(b, 0, top));
    }
  }

  /**
   * Subtracts from y the product of x and what is left of the diagonal in the band from a row on.
   */
  private void subtractProduct(int transpose, int top, double[] x, DoubleBuffer y) {
    if (top > 0) {
      int rows = Math.min(lower.bandHeight(), size - top);
      DoubleBuffer left = lower.from(top, 0);
      cblas_dgemv(
          CblasRowMajor, transpose, rows, top, -1, left, size, DoubleBuffer.wrap(x), 1, 1, y, 1);
    }
  }

  /** Solves for the triangle on the diagonal in the band from a row on. */
  private void solveTriangle(int transpose, int top, DoubleBuffer x) {
    cblas_dtrsv(
        CblasColMajor,
        CblasUpper,
        transpose,
        CblasNonUnit,
        x.remaining(),
        lower.from(top, top),
        size,
        x,
        1);
  }
}
