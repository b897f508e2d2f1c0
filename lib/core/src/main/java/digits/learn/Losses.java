package digits.learn;

import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import digits.linalg.Workers;
import java.util.Arrays;

/**
 * The losses of ten classifiers and their gradients, in one pass over the training digits.
 *
 * <p>Rows are processed in blocks that stay in the cache: one product gives the margins Z = X W',
 * the slopes E replace them, and another product gives the gradient X' E. (Of both orders of these
 * thin products, these are the faster ones on AVX2, and on AVX-512 within a seventh of the others.)
 * Digit d always has column d, and sums are taken in a fixed order, so a digit's numbers depend
 * neither on the digits trained beside it nor on the number of threads.
 */
final class Losses {

  private static final int DIGITS = 10;

  /** Rows of a block; with many columns, only as many as stay in the cache. */
  private static final int BLOCK = 64;

  private static final int NUMBERS_IN_BLOCK = 100_000;

  /** Blocks whose gradients one thread sums in float32. */
  private static final int BLOCKS_IN_CHUNK = 32;

  private final TrainingData data;
  private final MarginLoss loss;
  private final int[] wanted;
  private final int columns;
  private final Workers workers;
  private final int every;
  private final byte[] labels;
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
    this.workers = workers;
    this.every = every;
    this.labels = data.labels(every);
    this.block = Math.max(16, Math.min(BLOCK, NUMBERS_IN_BLOCK / columns));
    this.chunkRows = block * BLOCKS_IN_CHUNK;
    this.chunks = (labels.length + chunkRows - 1) / chunkRows;
    this.weights = new FloatMatrix(DIGITS, columns);
    this.chunkGradients = new FloatMatrix(chunks * columns, DIGITS);
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
    double scale = (double) data.rows() / labels.length;
    double[] losses = new double[wanted.length];
    workers.forEach(
        wanted.length,
        i -> {
          float[] all = new float[columns * DIGITS];
          Arrays.fill(gradients[i], 0);
          for (int chunk = 0; chunk < chunks; chunk++) {
            losses[i] += scale * chunkLosses[chunk][wanted[i]];
            chunkGradients.from(chunk * columns, 0).get(all);
            for (int j = 0; j < columns; j++) {
              gradients[i][j] += scale * all[j * DIGITS + wanted[i]];
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
    float[][] all = new float[wanted.length][labels.length];
    workers.forEachSlice(
        labels.length,
        block,
        (first, rows) -> {
          float[] margins = new float[rows * DIGITS];
          margins(rows(first, rows)).from(0, 0).get(margins);
          for (int i = 0; i < wanted.length; i++) {
            column(margins, wanted[i], first, all[i], first);
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

  private FloatMatrix rows(int first, int count) {
    return data.rows(first, count, every, columns);
  }

  /** The margins of a block of rows, one column per digit. */
  private FloatMatrix margins(FloatMatrix rows) {
    FloatMatrix margins = Workers.temporary(this, block, DIGITS).rows(0, rows.rows());
    Product.withTransposed(rows, weights, margins);
    return margins;
  }

  /** Losses and gradients of a chunk of rows, block by block. */
  private void chunk(int chunk, double[][] points) {
    int end = Math.min(labels.length, (chunk + 1) * chunkRows);
    FloatMatrix gradients = chunkGradients.rows(chunk * columns, columns);
    Arrays.fill(chunkLosses[chunk], 0);
    for (int first = chunk * chunkRows; first < end; first += block) {
      FloatMatrix rows = rows(first, Math.min(block, end - first));
      FloatMatrix slopes = slopes(rows, first, points, chunkLosses[chunk]);
      float before = first == chunk * chunkRows ? 0 : 1;
      Product.ofTransposed(rows, slopes, before, gradients);
    }
  }

  /** Adds up the losses of a block of rows, and returns their slopes, one column per digit. */
  private FloatMatrix slopes(FloatMatrix rows, int first, double[][] points, double[] losses) {
    FloatMatrix margins = margins(rows);
    float[] all = new float[rows.rows() * DIGITS];
    margins.from(0, 0).get(all);
    float[] one = new float[rows.rows()];
    for (int i = 0; i < wanted.length; i++) {
      if (points[i] != null) {
        column(all, wanted[i], first, one, 0);
        losses[wanted[i]] += loss.slopes(one);
        for (int k = 0; k < one.length; k++) {
          all[k * DIGITS + wanted[i]] = labels[first + k] == wanted[i] ? one[k] : -one[k];
        }
      }
    }
    margins.from(0, 0).put(all);
    return margins;
  }

  /** Copies the margins for one digit, with the sign changed where a row shows another. */
  private void column(float[] margins, int digit, int first, float[] out, int at) {
    for (int k = 0; k * DIGITS < margins.length; k++) {
      float margin = margins[k * DIGITS + digit];
      out[at + k] = labels[first + k] == digit ? margin : -margin;
    }
  }
}
