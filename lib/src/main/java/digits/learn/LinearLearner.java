package digits.learn;

import digits.linalg.Cholesky;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A learner of linear classifiers: it minimises, for each digit, the sum of a loss of y m over the
 * training digits plus penalty/2 |w|^2, where m is the margin and y is +1 for the digit and -1 for
 * any other; the intercept is not penalised.
 *
 * <p>L-BFGS minimises each problem on its own, first on some of the digits, with one bound on the
 * curvature of all problems, then on all of them, with the Hessian that each problem has at that
 * point. The ten wait for one another at each evaluation, so that one pass over the training digits
 * answers all ten.
 *
 * @param <T> the learner that its settings return
 */
public abstract sealed class LinearLearner<T extends LinearLearner<T>> implements Learner
    permits Logistic, LinearSvm {

  /** Digits of the first steps; at least so many, spread evenly. */
  private static final int SAMPLE = 12_000;

  /** The tolerance of the first steps. */
  private static final double SAMPLE_TOLERANCE = 1e-2;

  /**
   * What the two learners have in common.
   *
   * @param penalty of the squared weights
   * @param tolerance stop when a step promises to lower the loss by less than this share of it
   * @param iterations at most so many passes over the digits
   * @param intercept whether the margin has a constant term
   */
  record Settings(double penalty, double tolerance, int iterations, boolean intercept) {

    Settings {
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
  }

  private final MarginLoss loss;
  private final Settings settings;

  LinearLearner(MarginLoss loss, Settings settings) {
    this.loss = loss;
    this.settings = settings;
  }

  abstract T with(Settings changed);

  /**
   * The same learner with another penalty of the squared weights: 0 or more; a larger one makes
   * smaller weights.
   */
  public T penalty(double value) {
    return with(new Settings(value, settings.tolerance, settings.iterations, settings.intercept));
  }

  /**
   * The same learner with another tolerance, above 0 and below 1: it stops when a step promises to
   * lower the penalised loss by less than this share of it, or when float32 can no longer tell
   * whether it lowers it.
   */
  public T tolerance(double value) {
    return with(new Settings(settings.penalty, value, settings.iterations, settings.intercept));
  }

  /** The same learner with at most so many passes over the training digits, 1 or more. */
  public T iterations(int value) {
    return with(new Settings(settings.penalty, settings.tolerance, value, settings.intercept));
  }

  /** The same learner with or without a constant term in the margin. */
  public T intercept(boolean value) {
    return with(new Settings(settings.penalty, settings.tolerance, settings.iterations, value));
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "penalty", String.valueOf(settings.penalty),
        "tolerance", String.valueOf(settings.tolerance),
        "iterations", String.valueOf(settings.iterations),
        "intercept", String.valueOf(settings.intercept));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearLearner<?> that
        && that.loss == loss
        && that.settings.equals(settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return name() + new TreeMap<>(options());
  }

  @Override
  public final List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    int size = data.map().size();
    int columns = settings.intercept ? size + 1 : size;
    SymmetricMatrix.checkSize(columns); // before all digits are mapped
    listener.report(new Progress("curvature", 0, settings.iterations, Double.NaN));
    Curvature curvature = new Curvature(data, loss, settings.penalty, columns, workers);
    Cholesky[] factors = new Cholesky[wanted.length];
    Arrays.fill(factors, curvature.bound());
    int every = Math.max(1, data.features().rows() / SAMPLE);
    Losses some = new Losses(data, loss, wanted, columns, every, workers);
    double enough = Math.max(settings.tolerance, SAMPLE_TOLERANCE);
    double[][] points = new double[wanted.length][columns];
    // These cost little: the count of passes begins after them.
    ProgressListener first = new FirstSteps(listener);
    points = descend(points, factors, enough, some, "first steps", first, workers);
    Losses all = new Losses(data, loss, wanted, columns, 1, workers);
    if (curvature.isWorthTen()) {
      float[][] margins = all.margins(points);
      workers.forEach(wanted.length, i -> factors[i] = curvature.at(margins[i]));
    }
    points = descend(points, factors, settings.tolerance, all, "steps", listener, workers);
    List<BinaryClassifier> classifiers = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      double constant = settings.intercept ? points[i][size] : 0;
      double[] weights = Arrays.copyOf(points[i], size);
      classifiers.add(new LinearClassifier(wanted[i], data.map(), weights, constant));
    }
    return classifiers;
  }

  /** Tells how the first steps go, which are neither counted nor the end. */
  private record FirstSteps(ProgressListener listener) implements ProgressListener {

    @Override
    public void report(Progress made) {
      listener.report(new Progress(made.stage(), 0, made.total(), made.loss()));
    }

    @Override
    public void warn(String sentence) {}
  }

  private double[][] descend(
      double[][] starts,
      Cholesky[] factors,
      double enough,
      Losses losses,
      String stage,
      ProgressListener listener,
      Workers workers) {
    List<Descent> descents =
        IntStream.range(0, starts.length)
            .mapToObj(i -> new Descent(starts[i], factors[i], enough))
            .toList();
    new Lockstep((points, gradients) -> penalised(losses, points, gradients), workers)
        .minimize(descents, settings.iterations, stage, listener);
    double most = descents.stream().mapToDouble(Descent::promise).max().orElse(0);
    if (most > enough) {
      listener.warn(
          String.format(
              Locale.ROOT,
              "not converged after %d passes: the next step promises to lower the loss by up to"
                  + " %.2g of it, and the tolerance is %s; allow more iterations",
              settings.iterations,
              most,
              enough));
    }
    return descents.stream().map(Descent::point).toArray(double[][]::new);
  }

  private double[] penalised(Losses losses, double[][] points, double[][] gradients) {
    double[] values = losses.evaluate(points, gradients);
    for (int i = 0; i < points.length; i++) {
      if (points[i] != null) {
        int penalised = points[i].length - (settings.intercept ? 1 : 0);
        for (int j = 0; j < penalised; j++) {
          values[i] += settings.penalty / 2 * points[i][j] * points[i][j];
          gradients[i][j] += settings.penalty * points[i][j];
        }
      }
    }
    return values;
  }
}
