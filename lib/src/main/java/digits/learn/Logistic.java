package digits.learn;

import digits.linalg.Cholesky;
import digits.linalg.Gram;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Smile's L-BFGS minimises each problem on its own, in coordinates in which the Hessian at zero
 * is the identity: the Gram matrix of the features is a bound on the curvature of all ten (Boehning
 * and Lindsay 1988), so one Cholesky factor serves all. The ten wait for one another at each
 * evaluation, and one pass over the training digits answers all ten.
 *
 * @param penalty of the squared weights, 0 or more; a larger one makes smaller weights
 * @param tolerance stop when no coordinate of the gradient, times the size of the solution there
 *     (at least 1), is larger than this share of the loss; both in the coordinates above. Smile
 *     also stops when a step hardly moves any more
 * @param iterations at most so many steps, 1 or more
 * @param intercept whether the margin has a constant term
 */
public record Logistic(double penalty, double tolerance, int iterations, boolean intercept)
    implements Learner {

  /** Past steps that L-BFGS remembers. */
  private static final int MEMORY = 5;

  /** Every so many rows are enough to know the curvature. */
  private static final int GRAM_EVERY = 4;

  /** A diagonal that keeps the factor positive where a pixel is never inked. */
  private static final double RIDGE = 1e-3;

  /**
   * The settings that suit the 60,000 digits on pixels: penalty 5, tolerance 0.003, at most 100
   * steps, with intercept; chosen on the last 10,000 training digits, held out.
   */
  public Logistic() {
    this(5, 3e-3, 100, true);
  }

  /**
   * Checks the settings.
   *
   * @param penalty 0 or more
   * @param tolerance above 0
   * @param iterations 1 or more
   * @param intercept whether the margin has a constant term
   * @throws IllegalArgumentException if one is out of range
   */
  public Logistic {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("penalty is 0 or more, not " + penalty);
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException("tolerance is above 0 and below 1, not " + tolerance);
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations is 1 or more, not " + iterations);
    }
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
   * The same with another limit of steps.
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
    int size = data.map().size();
    int columns = intercept ? size + 1 : size;
    listener.report(new Progress("curvature", 0, iterations, Double.NaN));
    Cholesky factor = curvature(data, columns, workers);
    LogisticLoss loss = new LogisticLoss(data, wanted, columns, workers);
    Lockstep lockstep = new Lockstep(wanted.length, columns, loss::evaluate);
    double[][] solutions =
        lockstep.minimize(
            i -> new Preconditioned((w, g) -> lockstep.ask(i, w, g), factor, penalty, size),
            new Lockstep.Settings(MEMORY, tolerance, iterations),
            listener);
    List<BinaryClassifier> classifiers = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      double[] w = solutions[i];
      factor.solveUpper(w);
      double constant = intercept ? w[size] : 0;
      classifiers.add(
          new LinearClassifier(wanted[i], data.map(), Arrays.copyOf(w, size), constant));
    }
    return classifiers;
  }

  /**
   * The factor of a quarter of the Gram matrix plus the penalty: the Hessian of all ten at zero.
   */
  private Cholesky curvature(TrainingData data, int columns, Workers workers) {
    int every = data.features().rows() >= GRAM_EVERY * 4 * columns ? GRAM_EVERY : 1;
    double[] hessian = Gram.of(data.features(), columns, every, workers);
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] /= 4;
    }
    for (int i = 0; i < columns; i++) {
      hessian[i * columns + i] += (i < data.map().size() ? penalty : 0) + RIDGE;
    }
    return Cholesky.of(hessian, columns);
  }
}
