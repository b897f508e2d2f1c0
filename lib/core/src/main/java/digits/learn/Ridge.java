package digits.learn;

import digits.data.Message;
import digits.features.FeatureMap;
import digits.linalg.Cholesky;
import digits.linalg.FloatMatrix;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ridge regression on the targets +1 and -1: the least-squares classifier (scikit-learn's {@code
 * RidgeClassifier}).
 *
 * <p>Minimises, for each digit, the sum of (m - y)^2 over the training digits plus penalty |w|^2,
 * where m is the margin and y is +1 for the digit and -1 for any other. The intercept is not
 * penalised. The solution is in closed form: one pass over the digits, block by block, collects
 * sufficient statistics, and one Cholesky factor serves all classifiers.
 *
 * @param penalty of the squared weights, above 0
 */
public record Ridge(double penalty) implements Learner {

  /** Penalty 1. */
  public Ridge() {
    this(1);
  }

  public Ridge {
    if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("penalty must be finite and above 0, not " + penalty);
    }
  }

  /** The same learner with another penalty, above 0. */
  public Ridge penalty(double value) {
    return new Ridge(value);
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public Map<String, String> options() {
    return Map.of("penalty", String.valueOf(penalty));
  }

  @Override
  public List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    return solve(Statistics.of(data, Part.WHOLE, workers, listener), wanted, data.map(), workers);
  }

  /**
   * Solves for the classifiers, with one factor and one right-hand side per digit.
   *
   * @param statistics whose Gram matrix is overwritten: a copy might not fit into memory
   * @throws IllegalArgumentException if the penalty is too small for a unique solution
   */
  List<BinaryClassifier> solve(
      Statistics statistics, int[] wanted, FeatureMap map, Workers workers) {
    SymmetricMatrix centred = statistics.gram;
    double[] all = statistics.sum();
    centred.addOuterProduct(-1.0 / statistics.rows(), all);
    centred.addDiagonal(centred.size(), penalty);
    Cholesky factor = factor(centred, workers);
    BinaryClassifier[] classifiers = new BinaryClassifier[wanted.length];
    workers.forEach(
        wanted.length, i -> classifiers[i] = classifier(statistics, all, factor, wanted[i], map));
    return List.of(classifiers);
  }

  private Cholesky factor(SymmetricMatrix matrix, Workers workers) {
    try {
      return Cholesky.of(matrix, workers);
    } catch (IllegalArgumentException notPositiveDefinite) {
      throw new IllegalArgumentException(
          Message.of(
              "penalty %s is too small for these %,d features, some of which nearly depend on the"
                  + " others, so there is no unique solution; try a larger penalty, such as %s",
              penalty, matrix.size(), 10 * penalty),
          notPositiveDefinite);
    }
  }

  private static LinearClassifier classifier(
      Statistics statistics, double[] all, Cholesky factor, int digit, FeatureMap map) {
    double[] own = statistics.sums[digit];
    double rows = statistics.rows();
    // Targets are +1 for the digit and -1 for any other; this is the mean of all.
    double target = (2 * statistics.counts[digit] - rows) / rows;
    double[] w = new double[all.length];
    for (int j = 0; j < w.length; j++) {
      w[j] = 2 * own[j] - all[j] - target * all[j];
    }
    factor.solve(w);
    double intercept = target;
    for (int j = 0; j < w.length; j++) {
      intercept -= w[j] * all[j] / rows;
    }
    return new LinearClassifier(digit, map, w, intercept);
  }

  /**
   * Everything that ridge regression needs to know about the training digits. The size does not
   * depend on their number, and the statistics of parts add up to those of the whole, in any order,
   * to the last bit: sums are rounded to a grid on which they are exact.
   *
   * @param gram the Gram matrix of their features
   * @param sums of the rows of each digit
   * @param counts how many rows each digit has
   */
  record Statistics(SymmetricMatrix gram, double[][] sums, int[] counts) {

    private static final int DIGITS = 10;

    /** Columns whose sums one thread computes at a time. */
    private static final int SLICE = 128;

    /** A float32 near 2,048, the sum of as many products near 1, is 4,096 times coarser. */
    private static final double GRID = 0x1p-24;

    /** Sums are exact below this. */
    private static final double MOST = 0x1p53 * GRID;

    Statistics(int size) {
      this(new SymmetricMatrix(size), new double[DIGITS][size], new int[DIGITS]);
    }

    /** Collects those of a part in one pass. */
    static Statistics of(TrainingData data, Part part, Workers workers, ProgressListener listener) {
      Statistics all = new Statistics(data.map().size());
      int total = data.rows(part);
      data.forEachBlock(
          part,
          (rows, labels) -> {
            all.add(rows, labels, workers);
            listener.report(new Progress("digits", all.rows(), total, Double.NaN));
          });
      return all;
    }

    /** The same with a Gram matrix of its own. */
    Statistics copy() {
      return new Statistics(gram.copy(), sums, counts);
    }

    int rows() {
      return IntStream.of(counts).sum();
    }

    /** The sum of all rows. */
    double[] sum() {
      double[] all = new double[gram.size()];
      for (double[] sum : sums) {
        for (int j = 0; j < all.length; j++) {
          all[j] += sum[j];
        }
      }
      return all;
    }

    /**
     * Rejects sums that depend on their order.
     *
     * @throws IllegalArgumentException if one is too large to be exact
     */
    void requireExact() {
      for (int i = 0; i < gram.size(); i++) {
        if (!(gram.get(i, i) < MOST)) { // No number of its row or column is larger.
          throw new IllegalArgumentException(
              Message.of(
                  "the squares of feature %,d add up to %.3g; the parts of a training only add up to"
                      + " the whole below %.3g: scale the features, for example with Standardize",
                  i, gram.get(i, i), MOST));
        }
      }
    }

    /** Adds a block; within it, sums are float32, and across blocks float64. */
    private void add(FloatMatrix rows, byte[] labels, Workers workers) {
      gram.addGram(rows, workers, GRID);
      for (byte label : labels) {
        counts[label]++;
      }
      workers.forEachSlice(
          gram.size(),
          SLICE,
          (first, columns) -> {
            float[][] own = new float[DIGITS][columns];
            float[] row = new float[columns];
            FloatMatrix some = rows.columns(first, columns);
            for (int i = 0; i < labels.length; i++) {
              some.getRow(i, row);
              add(row, own[labels[i]]);
            }
            for (int digit = 0; digit < DIGITS; digit++) {
              for (int j = 0; j < columns; j++) {
                sums[digit][first + j] += SymmetricMatrix.rounded(own[digit][j], GRID);
              }
            }
          });
    }

    private static void add(float[] row, float[] sums) {
      for (int j = 0; j < row.length; j++) {
        sums[j] += row[j];
      }
    }
  }
}
