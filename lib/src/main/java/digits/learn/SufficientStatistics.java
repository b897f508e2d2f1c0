package digits.learn;

import digits.features.FeatureMap;
import digits.linalg.Cholesky;
import digits.linalg.FloatMatrix;
import digits.linalg.NotEnoughMemoryException;
import digits.linalg.Product;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.model.LinearClassifier;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Everything that ridge regression needs to know about the training digits: the Gram matrix of
 * their features and, for each digit, the sum of its rows and their number.
 *
 * <p>Statistics can be merged: split the digits in any way, even across machines, add each part to
 * statistics of its own, and merge these in any order; the classifiers are the same up to rounding.
 * The size does not depend on the number of digits.
 */
public final class SufficientStatistics {

  private static final int DIGITS = 10;

  private final int features;
  private final SymmetricMatrix gram;
  private final double[][] sums;
  private final long[] counts = new long[DIGITS];

  /**
   * Statistics of no digits.
   *
   * @param features how many numbers a row has, 1 to 16,383
   * @throws IllegalArgumentException if there are fewer or more
   * @throws NotEnoughMemoryException if Java cannot provide the memory
   */
  public SufficientStatistics(int features) {
    this.features = features;
    this.gram = new SymmetricMatrix(features);
    this.sums = new double[DIGITS][features];
  }

  /** How many rows have been added. */
  public long rows() {
    long rows = 0;
    for (long count : counts) {
      rows += count;
    }
    return rows;
  }

  /**
   * Adds rows. A few thousand at a time are best, because products are summed in float32 within a
   * call and in float64 across calls.
   *
   * @param labels one per row, 0 to 9
   * @throws IllegalArgumentException if the rows have another number of features, or there are not
   *     as many labels as rows
   * @throws CancellationException if the thread is interrupted; the statistics are then unusable
   */
  public void add(FloatMatrix rows, byte[] labels, Workers workers) {
    if (rows.columns() != features || rows.rows() != labels.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected rows of %,d features with one label each, not %,d rows of %,d and %,d labels",
              features,
              rows.rows(),
              rows.columns(),
              labels.length));
    }
    gram.addGram(rows, workers);
    FloatMatrix isDigit = new FloatMatrix(labels.length, DIGITS);
    for (int i = 0; i < labels.length; i++) {
      isDigit.from(i, 0).put(labels[i], 1);
      counts[labels[i]]++;
    }
    FloatMatrix product = new FloatMatrix(DIGITS, features);
    Product.ofTransposed(isDigit, rows, product);
    float[] sum = new float[features];
    for (int digit = 0; digit < DIGITS; digit++) {
      product.getRow(digit, sum);
      for (int j = 0; j < features; j++) {
        sums[digit][j] += sum[j];
      }
    }
  }

  /**
   * Adds the digits of other statistics, which do not change.
   *
   * @throws IllegalArgumentException if these have another number of features
   */
  public void merge(SufficientStatistics other) {
    gram.add(other.gram);
    for (int digit = 0; digit < DIGITS; digit++) {
      counts[digit] += other.counts[digit];
      for (int j = 0; j < features; j++) {
        sums[digit][j] += other.sums[digit][j];
      }
    }
  }

  /**
   * Solves for the classifiers, with one factor and one right-hand side per digit. The statistics
   * do not change, so that another penalty can be tried.
   *
   * @param penalty of the squared weights, above 0
   * @param wanted the digits to detect
   * @param map the features that made the rows
   * @return one classifier per digit, in the order of {@code wanted}
   * @throws IllegalArgumentException if the penalty is not above 0, or is too small for a unique
   *     solution
   * @throws IllegalStateException if no digits have been added
   * @throws CancellationException if the thread is interrupted
   * @throws NotEnoughMemoryException if Java cannot provide the memory for a copy
   */
  public List<LinearClassifier> solve(
      double penalty, int[] wanted, FeatureMap map, Workers workers) {
    check(penalty);
    return solve(gram.copy(), penalty, wanted, map, workers);
  }

  /** Solves in place, without a copy; the statistics are unusable afterwards. */
  List<LinearClassifier> solveAtLast(
      double penalty, int[] wanted, FeatureMap map, Workers workers) {
    return solve(gram, penalty, wanted, map, workers);
  }

  private void check(double penalty) {
    Ridge.checkPenalty(penalty);
    if (rows() == 0) {
      throw new IllegalStateException("there is nothing to solve: no digits have been added yet");
    }
  }

  private List<LinearClassifier> solve(
      SymmetricMatrix centred, double penalty, int[] wanted, FeatureMap map, Workers workers) {
    double rows = rows();
    double[] all = new double[features];
    for (double[] sum : sums) {
      for (int j = 0; j < features; j++) {
        all[j] += sum[j];
      }
    }
    centred.addOuterProduct(-1 / rows, all);
    centred.addDiagonal(penalty);
    Cholesky factor = factor(centred, penalty, workers);
    LinearClassifier[] classifiers = new LinearClassifier[wanted.length];
    workers.forEach(
        wanted.length, i -> classifiers[i] = classifier(factor, wanted[i], all, rows, map));
    return List.of(classifiers);
  }

  private LinearClassifier classifier(
      Cholesky factor, int digit, double[] all, double rows, FeatureMap map) {
    // Targets are +1 for the digit and -1 for any other; this is the mean of all.
    double target = (2 * counts[digit] - rows) / rows;
    double[] w = new double[features];
    for (int j = 0; j < features; j++) {
      w[j] = 2 * sums[digit][j] - all[j] - target * all[j];
    }
    factor.solve(w);
    double intercept = target;
    for (int j = 0; j < features; j++) {
      intercept -= w[j] * all[j] / rows;
    }
    return new LinearClassifier(digit, map, w, intercept);
  }

  private Cholesky factor(SymmetricMatrix matrix, double penalty, Workers workers) {
    try {
      return Cholesky.of(matrix, workers);
    } catch (IllegalArgumentException notPositiveDefinite) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "penalty %s is too small for these %,d features, some of which nearly depend on the"
                  + " others, so there is no unique solution; try a larger penalty, such as %s",
              penalty,
              features,
              10 * penalty),
          notPositiveDefinite);
    }
  }
}
