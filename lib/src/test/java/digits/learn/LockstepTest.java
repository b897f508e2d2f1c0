package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smile.math.DifferentiableMultivariateFunction;

/** Minimisations side by side, on functions whose minimum is known. */
@Timeout(60)
class LockstepTest {

  private static final Lockstep.Settings SETTINGS = new Lockstep.Settings(5, 1e-6, 100);

  /** The evaluator's problem i is |x - i|^2 / 2. */
  private final Lockstep lockstep = new Lockstep(3, 2, LockstepTest::distances);

  private static double[] distances(double[][] points, double[][] gradients) {
    double[] values = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      if (points[i] != null) {
        for (int j = 0; j < 2; j++) {
          gradients[i][j] = points[i][j] - i;
          values[i] += gradients[i][j] * gradients[i][j] / 2;
        }
      }
    }
    return values;
  }

  @SuppressWarnings("serial") // Smile's interface is serializable; nobody serializes this.
  private DifferentiableMultivariateFunction problem(int number) {
    return new DifferentiableMultivariateFunction() {
      @Override
      public double f(double[] x) {
        return lockstep.ask(number, x, new double[2]);
      }

      @Override
      public double g(double[] x, double[] gradient) {
        return lockstep.ask(number, x, gradient);
      }
    };
  }

  @Test
  void eachFindsItsOwnMinimum() {
    double[][] solutions = lockstep.minimize(this::problem, SETTINGS, ProgressListener.NONE);
    for (int i = 0; i < 3; i++) {
      assertThat(solutions[i]).containsExactly(new double[] {i, i}, within(1e-5));
    }
  }

  @Test
  void anErrorInOneEndsAllAndIsHeardOf() {
    assertThatThrownBy(
            () ->
                lockstep.minimize(
                    number -> {
                      if (number == 1) {
                        throw new OutOfMemoryError("no room");
                      }
                      return problem(number);
                    },
                    SETTINGS,
                    ProgressListener.NONE))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("no room");
  }

  @Test
  void anExceptionOfTheEvaluatorIsHeardOf() {
    Lockstep failing =
        new Lockstep(
            2,
            2,
            (points, gradients) -> {
              throw new IllegalStateException("no value");
            });
    assertThatThrownBy(
            () ->
                failing.minimize(
                    number ->
                        new Preconditioned((w, g) -> failing.ask(number, w, g), identity(), 0, 2),
                    SETTINGS,
                    ProgressListener.NONE))
        .hasMessage("no value");
  }

  private static digits.linalg.Cholesky identity() {
    return digits.linalg.Cholesky.of(new double[] {1, 0, 0, 1}, 2);
  }
}
