package digits.learn;

import static smile.math.blas.Transpose.NO_TRANSPOSE;
import static smile.math.blas.Transpose.TRANSPOSE;

import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.nio.FloatBuffer;
import java.util.Arrays;
import smile.math.blas.BLAS;
import smile.math.blas.Layout;
import smile.math.blas.Transpose;

/**
 * The logistic loss of ten classifiers and its gradient, in one pass over the training digits.
 *
 * <p>Rows are taken in blocks that stay in the cache: margins Z = W X' by one product, residuals E
 * in place, gradient E X by another. Digit d always has row d, and the sums are taken in a fixed
 * order, so a digit's numbers do not depend on which others are trained beside it, nor on the
 * number of threads.
 */
final class LogisticLoss {

  private static final int DIGITS = 10;

  /**
   * Up to this product of its three sizes OpenBLAS multiplies without packing first, on processors
   * for which it has such kernels (AVX-512). Here that takes half the time.
   */
  private static final int SMALL_PRODUCT = 1_000_000;

  /** Blocks whose gradient is summed in float32, by one thread. */
  private static final int BLOCKS_IN_CHUNK = 16;

  private final TrainingData data;
  private final int[] wanted;
  private final int columns;
  private final Workers workers;
  private final int block;
  private final int chunkRows;
  private final int chunks;
  private final FloatMatrix weights;
  private final FloatMatrix chunkGradients;
  private final double[][] chunkLosses;

  /**
   * Prepares the buffers.
   *
   * @param data the training digits
   * @param wanted the digit that each problem detects
   * @param columns how many columns of the features to use
   * @param workers do the chunks
   */
  LogisticLoss(TrainingData data, int[] wanted, int columns, Workers workers) {
    this.data = data;
    this.wanted = wanted;
    this.columns = columns;
    this.workers = workers;
    this.block = Math.max(16, Math.min(256, SMALL_PRODUCT / (DIGITS * columns)));
    this.chunkRows = block * BLOCKS_IN_CHUNK;
    this.chunks = (data.features().rows() + chunkRows - 1) / chunkRows;
    this.weights = new FloatMatrix(DIGITS, columns);
    this.chunkGradients = new FloatMatrix(chunks * DIGITS, columns);
    this.chunkLosses = new double[chunks][DIGITS];
  }

  /**
   * Loss and gradient of each problem.
   *
   * @param points the weights, one row a problem; null where none are wanted
   * @param gradients overwritten, one row a problem
   * @return the losses, one a problem
   */
  double[] evaluate(double[][] points, double[][] gradients) {
    float[] row = new float[columns];
    for (int i = 0; i < wanted.length; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = points[i] == null ? 0 : (float) points[i][j];
      }
      weights.setRow(wanted[i], row);
    }
    workers.forEach(chunks, chunk -> chunk(chunk, points));
    double[] losses = new double[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      Arrays.fill(gradients[i], 0);
      for (int chunk = 0; chunk < chunks; chunk++) {
        losses[i] += chunkLosses[chunk][wanted[i]];
        chunkGradients.getRow(chunk * DIGITS + wanted[i], row);
        for (int j = 0; j < columns; j++) {
          gradients[i][j] += row[j];
        }
      }
    }
    return losses;
  }

  /** Margins, losses, residuals and gradient of some rows: block by block, each in the cache. */
  private void chunk(int chunk, double[][] points) {
    FloatMatrix x = data.features();
    int end = Math.min(x.rows(), (chunk + 1) * chunkRows);
    FloatMatrix margins = new FloatMatrix(DIGITS, block);
    Arrays.fill(chunkLosses[chunk], 0);
    for (int first = chunk * chunkRows; first < end; first += block) {
      int rows = Math.min(block, end - first);
      FloatBuffer pixels = x.from(first, 0);
      multiply(TRANSPOSE, rows, columns, weights, pixels, 0, margins, 0);
      for (int i = 0; i < wanted.length; i++) {
        if (points[i] != null) {
          chunkLosses[chunk][wanted[i]] += residuals(margins, first, rows, wanted[i]);
        }
      }
      float beta = first == chunk * chunkRows ? 0 : 1;
      multiply(NO_TRANSPOSE, columns, rows, margins, pixels, beta, chunkGradients, chunk * DIGITS);
    }
  }

  /** Turns the margins of one digit into residuals, and returns the sum of the losses. */
  private double residuals(FloatMatrix margins, int first, int rows, int digit) {
    float[] row = new float[block];
    margins.getRow(digit, row);
    double sum = 0;
    double product = 1;
    for (int i = 0; i < rows; i++) {
      int target = data.target(first + i, digit);
      double m = target * row[i];
      double e = Math.exp(-Math.abs(m));
      // log(1 + e) of all rows at once: each factor is at most 2, so a block of them stays finite.
      product *= 1 + e;
      sum -= Math.min(m, 0);
      row[i] = (float) (-target * (m > 0 ? e : 1) / (1 + e));
    }
    margins.setRow(digit, row);
    return sum + Math.log(product);
  }

  /** C = A op(B) + beta C for the ten rows of A and C; B is a window on the features. */
  private void multiply(
      Transpose transpose,
      int n,
      int k,
      FloatMatrix a,
      FloatBuffer b,
      float beta,
      FloatMatrix c,
      int firstRow) {
    BLAS.engine.gemm(
        Layout.ROW_MAJOR,
        NO_TRANSPOSE,
        transpose,
        DIGITS,
        n,
        k,
        1f,
        a.from(0, 0),
        a.columns(),
        b,
        data.features().columns(),
        beta,
        c.from(firstRow, 0),
        c.columns());
  }
}
