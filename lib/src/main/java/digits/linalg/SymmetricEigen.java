package digits.linalg;

import java.util.Arrays;
import smile.math.blas.EVDJob;
import smile.math.blas.LAPACK;
import smile.math.blas.Layout;
import smile.math.blas.UPLO;

/** Eigenvectors of a symmetric matrix. */
public final class SymmetricEigen {

  private SymmetricEigen() {}

  /**
   * The eigenvectors with the largest eigenvalues.
   *
   * @param matrix A; overwritten, so it is of no use afterwards
   * @param count how many, 1 to its size
   * @return one a row, each of unit length, the largest eigenvalue first; the largest number of
   *     each is positive
   * @throws IllegalStateException if LAPACK finds none
   */
  public static double[][] largest(SymmetricMatrix matrix, int count) {
    int size = matrix.size();
    double[] all = new double[size * size];
    matrix.values().get(0, all);
    int info =
        LAPACK.engine.syevd(
            Layout.COL_MAJOR, EVDJob.VECTORS, UPLO.UPPER, size, all, size, new double[size]);
    if (info != 0) {
      throw new IllegalStateException("the eigenvectors were not found: syevd says " + info);
    }
    double[][] vectors = new double[count][];
    for (int i = 0; i < count; i++) {
      int start = (size - 1 - i) * size;
      vectors[i] = Arrays.copyOfRange(all, start, start + size);
      orient(vectors[i]);
    }
    return vectors;
  }

  private static void orient(double[] vector) {
    double largest = 0;
    for (double x : vector) {
      largest = Math.abs(x) > Math.abs(largest) ? x : largest;
    }
    if (largest < 0) {
      for (int j = 0; j < vector.length; j++) {
        vector[j] = -vector[j];
      }
    }
  }
}
