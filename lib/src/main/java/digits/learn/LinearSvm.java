package digits.learn;

import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.Map;

/**
 * Linear support vector machines with the squared hinge loss, one binary problem a digit, all of
 * them side by side.
 *
 * <p>Minimises, for each digit, the sum of max(0, 1 - y m)^2 over the training digits plus
 * penalty/2 |w|^2, where m is the margin and y is +1 for the digit and -1 for any other; the
 * intercept is not penalised. This is scikit-learn's {@code LinearSVC} with {@code C = 1 /
 * penalty}, but for the intercept, which that one penalises too.
 *
 * <p>The work is that of {@link Logistic}, with another loss. The margins are not made to be
 * probabilities: calibrate them before they are read so.
 *
 * @param penalty of the squared weights, 0 or more; a larger one makes smaller weights
 * @param tolerance stop when a step promises to lower the penalised loss by less than this share of
 *     it, above 0 and below 1; or when float32 cannot tell any more whether it lowers it
 * @param iterations at most so many passes over the training digits, 1 or more
 * @param intercept whether the margin has a constant term
 */
public record LinearSvm(double penalty, double tolerance, int iterations, boolean intercept)
    implements Learner {

  /**
   * The settings that suit the 60,000 digits on pixels: penalty 50, tolerance 0.001, at most 100
   * passes, with intercept. On the last 10,000 training digits, held out, penalties from 1 to 100
   * differ by 14 errors at most, and larger ones need fewer passes; the tolerance is that of {@link
   * Logistic}.
   */
  public LinearSvm() {
    this(50, 1e-3, 100, true);
  }

  /**
   * Checks the settings.
   *
   * @param penalty 0 or more
   * @param tolerance above 0 and below 1
   * @param iterations 1 or more
   * @param intercept whether the margin has a constant term
   * @throws IllegalArgumentException if one is out of range
   */
  public LinearSvm {
    fitting(penalty, tolerance, iterations, intercept);
  }

  /**
   * The same with another penalty.
   *
   * @param value 0 or more
   * @return the changed learner
   */
  public LinearSvm penalty(double value) {
    return new LinearSvm(value, tolerance, iterations, intercept);
  }

  /**
   * The same with another tolerance.
   *
   * @param value above 0 and below 1
   * @return the changed learner
   */
  public LinearSvm tolerance(double value) {
    return new LinearSvm(penalty, value, iterations, intercept);
  }

  /**
   * The same with another limit of passes.
   *
   * @param value 1 or more
   * @return the changed learner
   */
  public LinearSvm iterations(int value) {
    return new LinearSvm(penalty, tolerance, value, intercept);
  }

  /**
   * The same with or without a constant term.
   *
   * @param value whether the margin has one
   * @return the changed learner
   */
  public LinearSvm intercept(boolean value) {
    return new LinearSvm(penalty, tolerance, iterations, value);
  }

  @Override
  public String name() {
    return "linear SVM";
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "penalty", String.valueOf(penalty),
        "tolerance", String.valueOf(tolerance),
        "iterations", String.valueOf(iterations),
        "intercept", String.valueOf(intercept));
  }

  @Override
  public List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    return fitting(penalty, tolerance, iterations, intercept).fit(data, wanted, workers, listener);
  }

  private static LinearFit fitting(
      double penalty, double tolerance, int iterations, boolean intercept) {
    return new LinearFit(MarginLoss.SQUARED_HINGE, penalty, tolerance, iterations, intercept);
  }
}
