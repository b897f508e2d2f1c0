package digits.learn;

import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import digits.linalg.Workers;
import java.util.Arrays;

/**
 * The losses of ten classifiers and their gradients, in one pass over the training digits.
 *
 * <p>Rows are processed in blocks that stay in the cache: one product gives the margins Z = W X',
 * the slopes E replace them, and another product gives the gradient E X. Digit d always has row d,
 * and sums are taken in a fixed order, so a digit's numbers depend neither on the digits trained
 * beside it nor on the number of threads.
 */
final class Losses {

  private static final int DIGITS = 10;

  /**
   * Up to this product of the three sizes OpenBLAS multiplies without packing first, on processors
   * for which it has such kernels (AVX-512). Here that takes half the time.
   */
  private static final int SMALL_PRODUCT = 1_000_000;

  /** Blocks whose gradients one thread sums in float32. */
  private static final int BLOCKS_IN_CHUNK = 16;

  private final TrainingData data;
  private final MarginLoss loss;
  private final int[] wanted;
  private final int columns;
  private final int every;
  private final Workers workers;
  private final FloatMatrix taken;
  private final int block;
  private final int chunkRows;
  private final int chunks;
  private final FloatMatrix weights;
  private final FloatMatrix chunkGradients;
  private final double[][] chunkLosses;

  /**
   * Prepares the buffers.
   *
   * @param wanted the digit that each problem detects
   * @param columns how many columns of the features to use
   * @param every use only every n-th digit; sums are scaled up to stand for all digits
   */
  Losses(
      TrainingData data, MarginLoss loss, int[] wanted, int columns, int every, Workers workers) {
    this.data = data;
    this.loss = loss;
    this.wanted = wanted;
    this.columns = columns;
    this.every = every;
    this.workers = workers;
    this.taken = data.features().columns(0, columns).every(every);
    this.block = Math.max(16, Math.min(256, SMALL_PRODUCT / (DIGITS * columns)));
    this.chunkRows = block * BLOCKS_IN_CHUNK;
    this.chunks = (taken.rows() + chunkRows - 1) / chunkRows;
    this.weights = new FloatMatrix(DIGITS, columns);
    this.chunkGradients = new FloatMatrix(chunks * DIGITS, columns);
    this.chunkLosses = new double[chunks][DIGITS];
  }

  /**
   * Loss and gradient of each problem.
   *
   * @param points the weights, one row per problem; null for problems to skip
   * @param gradients overwritten, one row per problem
   * @return the losses, one per problem; 0 for those skipped
   */
  double[] evaluate(double[][] points, double[][] gradients) {
    setWeights(points);
    workers.forEach(chunks, chunk -> chunk(chunk, points));
    double scale = (double) data.features().rows() / taken.rows();
    double[] losses = new double[wanted.length];
    workers.forEach(
        wanted.length,
        i -> {
          float[] row = new float[columns];
          Arrays.fill(gradients[i], 0);
          for (int chunk = 0; chunk < chunks; chunk++) {
            losses[i] += scale * chunkLosses[chunk][wanted[i]];
            chunkGradients.getRow(chunk * DIGITS + wanted[i], row);
            for (int j = 0; j < columns; j++) {
              gradients[i][j] += scale * row[j];
            }
          }
        });
    return losses;
  }

  /**
   * The margins of the digits used, positive where the classifier is right.
   *
   * @param points the weights, one row per problem
   * @return one row per problem
   */
  float[][] margins(double[][] points) {
    setWeights(points);
    float[][] all = new float[wanted.length][taken.rows()];
    workers.forEachSlice(
        taken.rows(),
        block,
        (first, rows) -> {
          FloatMatrix margins = new FloatMatrix(DIGITS, block);
          float[] row = new float[block];
          Product.withTransposed(weights, taken.rows(first, rows), margins.columns(0, rows));
          for (int i = 0; i < wanted.length; i++) {
            margins.getRow(wanted[i], row);
            sign(row, first, rows, wanted[i]);
            System.arraycopy(row, 0, all[i], first, rows);
          }
        });
    return all;
  }

  private void setWeights(double[][] points) {
    float[] row = new float[columns];
    for (int i = 0; i < wanted.length; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = points[i] == null ? 0 : (float) points[i][j];
      }
      weights.setRow(wanted[i], row);
    }
  }

  /** Margins, losses, slopes and gradients of a chunk of rows, block by block. */
  private void chunk(int chunk, double[][] points) {
    int end = Math.min(taken.rows(), (chunk + 1) * chunkRows);
    FloatMatrix margins = new FloatMatrix(DIGITS, block);
    FloatMatrix gradients = chunkGradients.rows(chunk * DIGITS, DIGITS);
    float[] row = new float[block];
    Arrays.fill(chunkLosses[chunk], 0);
    for (int first = chunk * chunkRows; first < end; first += block) {
      int rows = Math.min(block, end - first);
      FloatMatrix digits = taken.rows(first, rows);
      Product.withTransposed(weights, digits, margins.columns(0, rows));
      for (int i = 0; i < wanted.length; i++) {
        if (points[i] != null) {
          margins.getRow(wanted[i], row);
          sign(row, first, rows, wanted[i]);
          chunkLosses[chunk][wanted[i]] += loss.slopes(row, rows);
          sign(row, first, rows, wanted[i]);
          margins.setRow(wanted[i], row);
        }
      }
      float before = first == chunk * chunkRows ? 0 : 1;
      Product.add(margins.columns(0, rows), digits, before, gradients);
    }
  }

  /** Changes the sign of the margin of any digit other than the wanted one. */
  private void sign(float[] row, int first, int rows, int digit) {
    for (int i = 0; i < rows; i++) {
      row[i] *= data.target((first + i) * every, digit);
    }
  }
}
