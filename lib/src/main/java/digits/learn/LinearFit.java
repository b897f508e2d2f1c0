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
import java.util.stream.IntStream;

/**
 * Linear classifiers that minimise a penalised loss, one binary problem a digit, side by side.
 *
 * <p>First on some of the digits, with one bound on the curvature of all problems; from there on
 * all digits, with the Hessian that each problem has at that point.
 *
 * @param loss of a margin
 * @param penalty of the squared weights
 * @param tolerance stop when a step promises to lower the loss by less than this share of it
 * @param iterations at most so many passes over the digits
 * @param intercept whether the margin has a constant term
 */
record LinearFit(
    MarginLoss loss, double penalty, double tolerance, int iterations, boolean intercept) {

  /** Digits of the first steps; at least so many, spread evenly. */
  private static final int SAMPLE = 12_000;

  /** The tolerance of the first steps. */
  private static final double SAMPLE_TOLERANCE = 1e-2;

  /** Checks the settings. */
  LinearFit {
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

  List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    int size = data.map().size();
    int columns = intercept ? size + 1 : size;
    SymmetricMatrix.checkSize(columns); // before all digits are mapped
    listener.report(new Progress("curvature", 0, iterations, Double.NaN));
    Curvature curvature = new Curvature(data, loss, penalty, columns, workers);
    Cholesky[] factors = new Cholesky[wanted.length];
    Arrays.fill(factors, curvature.bound());
    int every = Math.max(1, data.features().rows() / SAMPLE);
    Losses some = new Losses(data, loss, wanted, columns, every, workers);
    double enough = Math.max(tolerance, SAMPLE_TOLERANCE);
    double[][] points = new double[wanted.length][columns];
    // These cost little: the count of passes begins after them.
    ProgressListener first = new FirstSteps(listener);
    points = descend(points, factors, enough, some, "first steps", first, workers);
    Losses all = new Losses(data, loss, wanted, columns, 1, workers);
    if (curvature.isWorthTen()) {
      float[][] margins = all.margins(points);
      workers.forEach(wanted.length, i -> factors[i] = curvature.at(margins[i]));
    }
    points = descend(points, factors, tolerance, all, "steps", listener, workers);
    List<BinaryClassifier> classifiers = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      double constant = intercept ? points[i][size] : 0;
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
        .minimize(descents, iterations, stage, listener);
    double most = descents.stream().mapToDouble(Descent::promise).max().orElse(0);
    if (most > enough) {
      listener.warn(
          String.format(
              Locale.ROOT,
              "not converged after %d passes: the next step promises to lower the loss by up to"
                  + " %.2g of it, and the tolerance is %s; allow more iterations",
              iterations,
              most,
              enough));
    }
    return descents.stream().map(Descent::point).toArray(double[][]::new);
  }

  private double[] penalised(Losses losses, double[][] points, double[][] gradients) {
    double[] values = losses.evaluate(points, gradients);
    for (int i = 0; i < points.length; i++) {
      if (points[i] != null) {
        int penalised = points[i].length - (intercept ? 1 : 0);
        for (int j = 0; j < penalised; j++) {
          values[i] += penalty / 2 * points[i][j] * points[i][j];
          gradients[i][j] += penalty * points[i][j];
        }
      }
    }
    return values;
  }
}
