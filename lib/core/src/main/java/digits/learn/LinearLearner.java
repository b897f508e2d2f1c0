package digits.learn;

import digits.data.Message;
import digits.linalg.Cholesky;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains linear classifiers: minimises, for each digit, the sum of a loss of y m over the training
 * digits plus penalty/2 |w|^2, where m is the margin and y is +1 for the digit and -1 for any
 * other. The intercept is not penalised.
 *
 * <p>L-BFGS minimises each problem on its own: first on a sample of the digits, with one bound on
 * the curvature of all problems, then on all digits, with each problem's own Hessian at that point.
 * The problems wait for one another at each evaluation, so that one pass over the training digits
 * serves all of them.
 *
 * @param <T> the learner that the settings return
 */
public abstract sealed class LinearLearner<T extends LinearLearner<T>> implements Learner
    permits Logistic, LinearSvm {

  /** At least this many digits, spread evenly, are used for the first steps. */
  private static final int SAMPLE = 12_000;

  /** The tolerance of the first steps. */
  private static final double SAMPLE_TOLERANCE = 3e-2;

  /** What can be set, with the same meaning for both learners; see the methods of these names. */
  record Settings(double penalty, double tolerance, int iterations, boolean intercept) {

    Settings {
      if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("penalty must be finite and at least 0, not " + penalty);
      }
      if (!(tolerance > 0 && tolerance < 1)) {
        throw new IllegalArgumentException(
            "tolerance must be above 0 and below 1, not " + tolerance);
      }
      if (iterations < 1) {
        throw new IllegalArgumentException("iterations must be at least 1, not " + iterations);
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
   * The same learner with another penalty of the squared weights, at least 0; larger penalties make
   * smaller weights.
   */
  public T penalty(double value) {
    return with(new Settings(value, settings.tolerance, settings.iterations, settings.intercept));
  }

  /**
   * The same learner with another tolerance, above 0 and below 1. It stops when a step is predicted
   * to lower the penalised loss by less than this share of it, or when float32 can no longer tell
   * whether the loss decreases.
   */
  public T tolerance(double value) {
    return with(new Settings(settings.penalty, value, settings.iterations, settings.intercept));
  }

  /** The same learner with another limit on the passes over the training digits, at least 1. */
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
  public String toString() {
    return name() + new TreeMap<>(options());
  }

  @Override
  public final List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    int size = data.map().size();
    int columns = settings.intercept ? size + 1 : size;
    SymmetricMatrix.checkSize(columns); // before all digits are mapped
    data.prepare();
    listener.report(new Progress("curvature", 0, settings.iterations, Double.NaN));
    Curvature curvature = new Curvature(data, loss, settings.penalty, columns, workers);
    Cholesky[] factors = new Cholesky[wanted.length];
    Arrays.fill(factors, curvature.bound);
    int every = Math.max(1, data.rows() / SAMPLE);
    Losses some = new Losses(data, loss, wanted, columns, every, workers);
    double enough = Math.max(settings.tolerance, SAMPLE_TOLERANCE);
    double[][] zeros = new double[wanted.length][columns];
    // The first steps are cheap and do not count as passes.
    ProgressListener first =
        made -> listener.report(new Progress(made.stage(), 0, made.total(), made.loss()));
    double[][] starts =
        points(descend(zeros, factors, enough, some, "first steps", first, workers));
    Losses all = new Losses(data, loss, wanted, columns, 1, workers);
    if (columns <= Curvature.COLUMNS_OF_TEN) {
      float[][] margins = all.margins(starts);
      workers.forEach(wanted.length, i -> factors[i] = curvature.at(margins[i]));
    }
    List<Descent> ended =
        descend(starts, factors, settings.tolerance, all, "steps", listener, workers);
    warnUnlessConverged(ended, listener);
    double[][] points = points(ended);
    List<BinaryClassifier> classifiers = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      double constant = settings.intercept ? points[i][size] : 0;
      double[] weights = Arrays.copyOf(points[i], size);
      classifiers.add(new LinearClassifier(wanted[i], data.map(), weights, constant));
    }
    return classifiers;
  }

  private List<Descent> descend(
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
    return descents;
  }

  private static double[][] points(List<Descent> descents) {
    return descents.stream().map(Descent::point).toArray(double[][]::new);
  }

  private void warnUnlessConverged(List<Descent> descents, ProgressListener listener) {
    double most = descents.stream().mapToDouble(Descent::promise).max().orElse(0);
    if (most > settings.tolerance) {
      listener.warn(
          Message.of(
              "not converged after %d %s: the next step would lower the loss by a share of up to"
                  + " %.2g, but the tolerance is %s; allow more iterations",
              settings.iterations,
              settings.iterations == 1 ? "pass" : "passes",
              most,
              settings.tolerance));
    }
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
