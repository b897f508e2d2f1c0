package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.linalg.Cholesky;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Minimisations side by side, on functions whose minimum is known. */
@Timeout(60)
class LockstepTest {

  /**
   * Problem i is |x - i|^2 / 2, times 100 in the second coordinate; it must not be asked once it
   * has ended.
   */
  private static double[] distances(double[][] points, double[][] gradients) {
    double[] values = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; points[i] != null && j < 2; j++) {
        double weight = j == 0 ? 1 : 100;
        gradients[i][j] = weight * (points[i][j] - i);
        values[i] += gradients[i][j] * (points[i][j] - i) / 2;
      }
      values[i] += points[i] == null ? Double.NaN : 1;
    }
    return values;
  }

  private static List<Descent> three(double first, double second) {
    return IntStream.range(0, 3)
        .mapToObj(i -> new Descent(new double[2], factor(first, second), 1e-10))
        .toList();
  }

  private static Cholesky factor(double... diagonal) {
    SymmetricMatrix matrix = new SymmetricMatrix(diagonal.length);
    for (int i = 0; i < diagonal.length; i++) {
      double[] unit = new double[diagonal.length];
      unit[i] = 1;
      matrix.addOuterProduct(diagonal[i], unit);
    }
    try (Workers workers = new Workers()) {
      return Cholesky.of(matrix, workers);
    }
  }

  private static List<Progress> minimize(List<Descent> descents, int limit) {
    List<Progress> reports = new ArrayList<>();
    try (Workers workers = new Workers()) {
      new Lockstep(LockstepTest::distances, workers)
          .minimize(descents, limit, "steps", reports::add);
    }
    return reports;
  }

  @Test
  void eachFindsItsOwnMinimum() {
    List<Descent> descents = three(1, 1);
    List<Progress> reports = minimize(descents, 100);
    for (int i = 0; i < 3; i++) {
      assertThat(descents.get(i).point()).containsExactly(new double[] {i, i}, within(1e-4));
      assertThat(descents.get(i).asks()).isNull();
    }
    assertThat(reports).hasSizeLessThan(20);
    assertThat(reports.get(reports.size() - 1).loss()).isEqualTo(3, within(1e-8));
  }

  @Test
  void withTheTrueHessianOneStepIsEnough() {
    List<Descent> descents = three(1, 100);
    List<Progress> reports = minimize(descents, 100);
    assertThat(reports).extracting(Progress::done).containsExactly(1L, 2L);
    assertThat(descents.get(2).point()).containsExactly(new double[] {2, 2}, within(1e-12));
  }

  @Test
  void theLimitIsKept() {
    assertThat(minimize(three(1, 1), 3)).extracting(Progress::done).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aValueThatCannotFallAnyMoreEndsIt() {
    Descent descent = new Descent(new double[1], factor(1), 1e-10);
    int asked = 0;
    for (; descent.asks() != null && asked < 100; asked++) {
      descent.answer(1, new double[] {1});
    }
    assertThat(asked).isBetween(2, 30);
    assertThat(descent.point()).containsExactly(0);
  }
}
