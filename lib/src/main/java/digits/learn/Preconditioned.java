package digits.learn;

import digits.linalg.Cholesky;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import smile.math.DifferentiableMultivariateFunction;

/**
 * A penalised loss as a function of v, where the weights are w = L'^-1 v. With L the factor of the
 * Hessian, the curvature is about 1 in every direction, and L-BFGS needs few steps.
 *
 * <p>Smile asks for a value first and for the gradient at the same point later; both are computed
 * at once, and the second question is answered from memory.
 */
@SuppressWarnings("serial") // Smile's interface is serializable; nobody serializes this.
final class Preconditioned implements DifferentiableMultivariateFunction {

  private final ToDoubleBiFunction<double[], double[]> loss;
  private final Cholesky factor;
  private final double penalty;
  private final int penalised;
  private double[] lastPoint = {};
  private double[] lastGradient = {};
  private double lastValue;

  /**
   * A function of v.
   *
   * @param loss of the weights: returns the value and overwrites its second argument by the
   *     gradient
   * @param factor L
   * @param penalty of the squared weights
   * @param penalised how many weights it applies to, from the first
   */
  Preconditioned(
      ToDoubleBiFunction<double[], double[]> loss, Cholesky factor, double penalty, int penalised) {
    this.loss = loss;
    this.factor = factor;
    this.penalty = penalty;
    this.penalised = penalised;
  }

  @Override
  public double f(double[] v) {
    if (!Arrays.equals(v, lastPoint)) {
      double[] w = v.clone();
      factor.solveUpper(w);
      double[] gradient = new double[w.length];
      double value = loss.applyAsDouble(w, gradient);
      for (int i = 0; i < penalised; i++) {
        value += penalty / 2 * w[i] * w[i];
        gradient[i] += penalty * w[i];
      }
      factor.solveLower(gradient);
      lastPoint = v.clone();
      lastGradient = gradient;
      lastValue = value;
    }
    return lastValue;
  }

  @Override
  public double g(double[] v, double[] gradient) {
    double value = f(v);
    System.arraycopy(lastGradient, 0, gradient, 0, gradient.length);
    return value;
  }
}
