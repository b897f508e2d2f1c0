package digits.linalg;

import java.util.Locale;
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
   * @param matrix overwritten
   * @param count how many, 1 to the size of the matrix
   * @return one per row, each of unit length, the largest eigenvalue first; the number of largest
   *     magnitude in each is positive
   * @throws NotEnoughMemoryException if Java cannot provide the memory
   * @throws IllegalStateException if LAPACK does not converge
   */
  public static double[][] largest(SymmetricMatrix matrix, int count) {
    int size = matrix.size();
    String what = String.format(Locale.ROOT, "finding the eigenvectors of %,d features", size);
    double[] all = Memory.inside(size * size, what);
    double[][] vectors = Memory.inside(count, size, what);
    matrix.values().get(0, all);
    int info =
        LAPACK.engine.syevd(
            Layout.COL_MAJOR, EVDJob.VECTORS, UPLO.UPPER, size, all, size, new double[size]);
    if (info != 0) {
      throw new IllegalStateException(
          "the eigenvectors could not be computed: syevd of LAPACK returned " + info);
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(all, (size - 1 - i) * size, vectors[i], 0, size);
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
