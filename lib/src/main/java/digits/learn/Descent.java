package digits.learn;

import digits.linalg.Cholesky;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * One minimisation by L-BFGS that asks for the values it needs instead of computing them. The
 * inverse Hessian starts from a Cholesky factor of an approximation, so the first trial of each
 * step is nearly always taken.
 *
 * <p>Nocedal and Wright, Numerical Optimization (2006), algorithms 7.4 and 3.1.
 */
final class Descent {

  /** Past steps that are remembered. */
  private static final int MEMORY = 10;

  /** The least share of the promised decrease that a step must bring. */
  private static final double SUFFICIENT = 1e-4;

  /** A step that does not help when it is cut so often has met the noise of float32. */
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
   * A minimisation.
   *
   * @param start the first point
   * @param factor of the approximate Hessian
   * @param tolerance stop when a step promises to lower the value by less than this share of it
   */
  Descent(double[] start, Cholesky factor, double tolerance) {
    this.point = start;
    this.trial = start;
    this.factor = factor;
    this.tolerance = tolerance;
  }

  /** Where a value is wanted; null when the minimisation has ended. */
  double[] asks() {
    return trial;
  }

  /** The best point so far. */
  double[] point() {
    return point;
  }

  /** The value there. */
  double value() {
    return value;
  }

  /** The share of the value by which the next step promises to lower it; 0 if it has ended. */
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

  /** A new direction, with a first trial of its full length; or the end. */
  private void turn() {
    direction = newton();
    slope = dot(gradient, direction);
    length = 1;
    cuts = 0;
    trial = -slope / 2 > tolerance * Math.abs(value) ? along() : null;
  }

  /** A shorter trial, at the minimum of the parabola through what is known. */
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
