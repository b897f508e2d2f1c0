package digits.learn;

import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.Map;

/**
 * Ridge regression on the targets +1 and -1: the least-squares classifier (scikit-learn's {@code
 * RidgeClassifier}).
 *
 * <p>Minimises, for each digit, the sum of (m - y)^2 over the training digits plus penalty |w|^2,
 * where m is the margin and y is +1 for the digit and -1 for any other. The intercept is not
 * penalised. The solution is in closed form: one pass over the digits, block by block, collects
 * {@link SufficientStatistics}, and one Cholesky factor serves all classifiers.
 *
 * @param penalty of the squared weights, above 0
 */
public record Ridge(double penalty) implements Learner {

  /** Penalty 1. */
  public Ridge() {
    this(1);
  }

  public Ridge {
    checkPenalty(penalty);
  }

  static void checkPenalty(double penalty) {
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
    SufficientStatistics statistics = statistics(data, workers, listener);
    return List.copyOf(statistics.solveAtLast(penalty, wanted, data.map(), workers));
  }

  /** Collects the statistics in one pass over all training digits. */
  static SufficientStatistics statistics(
      TrainingData data, Workers workers, ProgressListener listener) {
    SufficientStatistics statistics = new SufficientStatistics(data.map().size());
    data.forEachBlock(
        (rows, labels) -> {
          statistics.add(rows, labels, workers);
          listener.report(new Progress("digits", statistics.rows(), data.rows(), Double.NaN));
        });
    return statistics;
  }
}
