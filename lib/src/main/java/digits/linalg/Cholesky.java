package digits.linalg;

import java.util.Locale;
import smile.math.blas.LAPACK;
import smile.math.blas.Layout;
import smile.math.blas.UPLO;

/** The Cholesky factor of a matrix of some hundred rows, in float64, by the thread that calls. */
public final class Cholesky implements Factor {

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Factors a matrix.
   *
   * @param matrix n x n, row-major; only the lower triangle is read; overwritten
   * @param n rows and columns
   * @return the factor
   * @throws IllegalArgumentException if the matrix is not positive definite
   * @throws NotEnoughMemoryException if Java has not so much memory
   */
  public static Cholesky of(double[] matrix, int n) {
    int info = LAPACK.engine.potrf(Layout.COL_MAJOR, UPLO.UPPER, n, matrix, n);
    if (info != 0) {
      throw new IllegalArgumentException(
          "the matrix is not positive definite: its leading minor of order "
              + info
              + " is not; a larger penalty makes it so");
    }
    String what = String.format(Locale.ROOT, "the factor of a Hessian of %,d rows", n);
    double[][] lower = Memory.inside(n, i -> i + 1, what);
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix, i * n, lower[i], 0, i + 1);
    }
    return new Cholesky(lower);
  }

  @Override
  public void solve(double[] b) {
    solveLower(b);
    solveUpper(b);
  }

  /** Solves L x = b. */
  private void solveLower(double[] b) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int j = 0;
      for (; j + 3 < i; j += 4) {
        s0 += row[j] * b[j];
        s1 += row[j + 1] * b[j + 1];
        s2 += row[j + 2] * b[j + 2];
        s3 += row[j + 3] * b[j + 3];
      }
      for (; j < i; j++) {
        s0 += row[j] * b[j];
      }
      b[i] = (b[i] - (s0 + s1 + (s2 + s3))) / row[i];
    }
  }

  /** Solves L' x = b. */
  private void solveUpper(double[] b) {
    for (int i = lower.length - 1; i >= 0; i--) {
      double[] row = lower[i];
      double x = b[i] / row[i];
      b[i] = x;
      for (int j = 0; j < i; j++) {
        b[j] -= x * row[j];
      }
    }
  }
}
