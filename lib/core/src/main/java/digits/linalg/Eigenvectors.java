package digits.linalg;

import java.nio.DoubleBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import smile.math.blas.EVDJob;
import smile.math.blas.LAPACK;
import smile.math.blas.Layout;
import smile.math.blas.UPLO;

/**
 * The eigenvectors of a symmetric positive semidefinite matrix that have the largest eigenvalues,
 * by subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4): a few more random
 * vectors than wanted are multiplied by the matrix and made orthonormal, again and again, until the
 * eigenvalues settle.
 */
public final class Eigenvectors {

  /** The largest relative change of a wanted eigenvalue in the last step. */
  private static final double SETTLED = 1e-5;

  /** Eigenvalues that lie close together, as those of few rows do, would take many more. */
  private static final int MOST_STEPS = 40;

  /** An eigenvalue below this share of the largest is noise of float32. */
  private static final double NOISE = 1e-7;

  /** Columns of the vectors that one thread computes at a time. */
  private static final int SLICE = 128;

  private Eigenvectors() {}

  /**
   * Computes the leading eigenvectors, in float32. The bits do not depend on the number of threads.
   *
   * @param count how many, 1 to the size of the matrix
   * @return one per row, each of unit length and of arbitrary sign, the largest eigenvalue first; a
   *     row of zeros stands for an eigenvalue of 0
   * @throws CancellationException if the thread is interrupted
   */
  public static FloatMatrix of(SymmetricMatrix matrix, int count, Workers workers) {
    int more = 20 + count / 4; // The more, the fewer steps.
    FloatMatrix vectors = start(Math.min(matrix.size(), count + more), matrix.size());
    double[] before = new double[vectors.rows()];
    FloatMatrix all = both(matrix);
    boolean settled = false;
    for (int i = 0; i < MOST_STEPS && !settled; i++) {
      double[] values = new double[vectors.rows()];
      vectors = step(all, vectors, values, workers);
      settled = true;
      for (int j = 0; j < count; j++) {
        settled &= Math.abs(values[j] - before[j]) <= SETTLED * values[j];
      }
      before = values;
    }
    return vectors.rows(0, count);
  }

  /** Both triangles, in float32. */
  private static FloatMatrix both(SymmetricMatrix matrix) {
    FloatMatrix all = new FloatMatrix(matrix.size(), matrix.size());
    float[] row = new float[matrix.size()];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) matrix.get(i, j);
      }
      all.setRow(i, row);
    }
    return all;
  }

  /** Linearly independent vectors, which are random but for one number each. */
  private static FloatMatrix start(int count, int size) {
    SplittableRandom random = new SplittableRandom(count);
    FloatMatrix vectors = new FloatMatrix(count, size);
    float[] row = new float[size];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < size; j++) {
        row[j] = (float) ((random.nextDouble() - 0.5) / Math.sqrt(size));
      }
      row[i] += 1;
      vectors.setRow(i, row);
    }
    return vectors;
  }

  /** Multiplies the vectors by the matrix, and makes them orthonormal, the longest first. */
  private static FloatMatrix step(
      FloatMatrix matrix, FloatMatrix vectors, double[] lengths, Workers workers) {
    FloatMatrix longer = withTransposed(vectors, matrix, workers);
    FloatMatrix products = withTransposed(longer, longer, workers);
    FloatMatrix rotation = rotation(products, lengths);
    FloatMatrix rotated = new FloatMatrix(longer.rows(), longer.columns());
    workers.forEachSlice(
        rotated.columns(),
        SLICE,
        (first, columns) ->
            Product.ofTransposed(
                rotation, longer.columns(first, columns), 0, rotated.columns(first, columns)));
    return rotated;
  }

  /** A B', on all cores. */
  private static FloatMatrix withTransposed(FloatMatrix a, FloatMatrix b, Workers workers) {
    FloatMatrix c = new FloatMatrix(a.rows(), b.rows());
    workers.forEachSlice(
        b.rows(),
        SLICE,
        (first, rows) -> Product.withTransposed(a, b.rows(first, rows), c.columns(first, rows)));
    return c;
  }

  /** Combinations, one per column, that are orthonormal, given the vectors' inner products. */
  private static FloatMatrix rotation(FloatMatrix products, double[] lengths) {
    int count = lengths.length;
    DoubleBuffer values = DoubleBuffer.allocate(count);
    int bytes = count * count * Double.BYTES;
    DoubleBuffer all = Memory.outside(bytes, bytes, "the matrix of eigenvectors").asDoubleBuffer();
    float[] row = new float[count];
    for (int i = 0; i < count; i++) {
      products.getRow(i, row);
      for (int j = 0; j < count; j++) {
        all.put(i * count + j, row[j]);
      }
    }
    int info =
        LAPACK.engine.syevd(
            Layout.COL_MAJOR, EVDJob.VECTORS, UPLO.UPPER, count, all, count, values);
    if (info != 0) {
      throw new IllegalStateException(
          "the eigenvectors could not be computed: syevd of LAPACK returned " + info);
    }
    for (int i = 0; i < count; i++) {
      lengths[i] = Math.sqrt(Math.max(0, values.get(count - 1 - i)));
    }
    FloatMatrix rotation = new FloatMatrix(count, count);
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < count; i++) {
        double share = all.get((count - 1 - i) * count + j) / lengths[i];
        row[i] = lengths[i] > NOISE * lengths[0] ? (float) share : 0;
      }
      rotation.setRow(j, row);
    }
    return rotation;
  }
}
