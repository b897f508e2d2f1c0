package digits.learn;

import digits.linalg.Cholesky;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * One minimisation by L-BFGS that asks for values instead of computing them. The inverse Hessian
 * starts from a Cholesky factor of an approximation, so the first trial of each step is nearly
 * always accepted.
 *
 * <p>Nocedal and Wright, Numerical Optimization (2006), algorithms 7.4 and 3.1.
 */
final class Descent {

  /** How many past steps are remembered. */
  private static final int MEMORY = 10;

  /** The smallest share of the predicted decrease that a step must achieve. */
  private static final double SUFFICIENT = 1e-4;

  /** A step that still does not help after this many cuts has reached the noise of float32. */
  private static final int CUTS = 12;

  private final Cholesky factor;
  private final double tolerance;
  private final Deque<Pair> pairs = new ArrayDeque<>();
  private double[] point;
  private double[] gradient;
  private double value = Double.POSITIVE_INFINITY;
  private double[] direction;
  private double slope;
  private double length;
  private int cuts;
  private double[] trial;

  /** A step, the change of the gradient along it, and the inverse of their product. */
  private record Pair(double[] step, double[] change, double inverse) {}

  /**
   * Prepares a minimisation.
   *
   * @param factor of the approximate Hessian
   * @param tolerance stop when the predicted decrease is less than this share of the value
   */
  Descent(double[] start, Cholesky factor, double tolerance) {
    this.point = start;
    this.trial = start;
    this.factor = factor;
    this.tolerance = tolerance;
  }

  /** Where to evaluate next; null when the minimisation has ended. */
  double[] asks() {
    return trial;
  }

  /** The best point so far. */
  double[] point() {
    return point;
  }

  /** The value at the best point. */
  double value() {
    return value;
  }

  /** The decrease predicted for the next step, as a share of the value; 0 if it has ended. */
  double promise() {
    return trial == null ? 0 : -slope / 2 / Math.abs(value);
  }

  /**
   * Takes the answer and decides where to ask next.
   *
   * @param answer the value at {@link #asks()}
   * @param slopes the gradient there; copied
   */
  void answer(double answer, double[] slopes) {
    if (gradient == null) {
      gradient = slopes.clone();
      value = answer;
      turn();
    } else if (answer <= value + SUFFICIENT * length * slope) {
      remember(slopes);
      point = trial;
      gradient = slopes.clone();
      value = answer;
      turn();
    } else {
      shorten(answer);
    }
  }

  /** Chooses a new direction and tries its full length first; or ends. */
  private void turn() {
    direction = newton();
    slope = dot(gradient, direction);
    length = 1;
    cuts = 0;
    trial = -slope / 2 > tolerance * Math.abs(value) ? along() : null;
  }

  /** Tries a shorter step, at the minimum of the parabola through the known values. */
  private void shorten(double answer) {
    double share = -slope * length / (2 * (answer - value - slope * length));
    length *= Double.isFinite(answer) ? Math.min(0.5, Math.max(0.1, share)) : 0.1;
    trial = ++cuts < CUTS ? along() : null;
  }

  private double[] along() {
    double[] next = point.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += length * direction[j];
    }
    return next;
  }

  private void remember(double[] slopes) {
    double[] step = new double[point.length];
    double[] change = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      step[j] = trial[j] - point[j];
      change[j] = slopes[j] - gradient[j];
    }
    double product = dot(step, change);
    if (product > 0) {
      pairs.addFirst(new Pair(step, change, 1 / product));
      if (pairs.size() > MEMORY) {
        pairs.removeLast();
      }
    }
  }

  /** Minus the approximate inverse Hessian times the gradient. */
  private double[] newton() {
    double[] q = gradient.clone();
    double[] alpha = new double[pairs.size()];
    int i = 0;
    for (Pair pair : pairs) {
      alpha[i] = pair.inverse * dot(pair.step, q);
      add(q, -alpha[i++], pair.change);
    }
    factor.solve(q);
    for (Iterator<Pair> it = pairs.descendingIterator(); it.hasNext(); ) {
      Pair pair = it.next();
      add(q, alpha[--i] - pair.inverse * dot(pair.change, q), pair.step);
    }
    for (int j = 0; j < q.length; j++) {
      q[j] = -q[j];
    }
    return q;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int j = 0; j < to.length; j++) {
      to[j] += factor * what[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
