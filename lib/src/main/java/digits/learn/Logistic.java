package digits.learn;

import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.Map;

/**
 * L2-penalised logistic regression, one binary problem a digit, all of them side by side.
 *
 * <p>Minimises, for each digit, the sum of log(1 + exp(-y m)) over the training digits plus
 * penalty/2 |w|^2, where m is the margin and y is +1 for the digit and -1 for any other; the
 * intercept is not penalised. This is scikit-learn's {@code LogisticRegression} with {@code C = 1 /
 * penalty}.
 *
 * <p>L-BFGS minimises each problem on its own, from a start on some of the digits and with the
 * Hessian there. The ten wait for one another at each evaluation, and one pass over the training
 * digits answers all ten.
 *
 * @param penalty of the squared weights, 0 or more; a larger one makes smaller weights
 * @param tolerance stop when a step promises to lower the penalised loss by less than this share of
 *     it, above 0 and below 1; or when float32 cannot tell any more whether it lowers it
 * @param iterations at most so many passes over the training digits, 1 or more
 * @param intercept whether the margin has a constant term
 */
public record Logistic(double penalty, double tolerance, int iterations, boolean intercept)
    implements Learner {

  /**
   * The settings that suit the 60,000 digits on pixels: penalty 5, tolerance 0.001, at most 100
   * passes, with intercept; chosen on the last 10,000 training digits, held out.
   */
  public Logistic() {
    this(5, 1e-3, 100, true);
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
  public Logistic {
    fitting(penalty, tolerance, iterations, intercept);
  }

  /**
   * The same with another penalty.
   *
   * @param value 0 or more
   * @return the changed learner
   */
  public Logistic penalty(double value) {
    return new Logistic(value, tolerance, iterations, intercept);
  }

  /**
   * The same with another tolerance.
   *
   * @param value above 0 and below 1
   * @return the changed learner
   */
  public Logistic tolerance(double value) {
    return new Logistic(penalty, value, iterations, intercept);
  }

  /**
   * The same with another limit of passes.
   *
   * @param value 1 or more
   * @return the changed learner
   */
  public Logistic iterations(int value) {
    return new Logistic(penalty, tolerance, value, intercept);
  }

  /**
   * The same with or without a constant term.
   *
   * @param value whether the margin has one
   * @return the changed learner
   */
  public Logistic intercept(boolean value) {
    return new Logistic(penalty, tolerance, iterations, value);
  }

  @Override
  public String name() {
    return "logistic";
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
    return new LinearFit(MarginLoss.LOGISTIC, penalty, tolerance, iterations, intercept);
  }
}
