package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Coverage, compared with NumPy's counts of the same margins and with a count by hand. */
class CoverageTest {

  private final Sklearn expected = Sklearn.measures("coverage");
  private final Evaluation evaluation = Sklearn.evaluation();

  @Test
  void gapsAgreeWithNumpy() {
    Table table = Coverage.table(evaluation, expected.get("gap"));
    double[] answered = expected.get("gap answered");
    double[] accuracy = expected.get("gap accuracy");
    for (int i = 0; i < answered.length; i++) {
      assertThat(table.intColumn("answered").get(i)).isEqualTo((int) answered[i]);
      assertThat(table.doubleColumn("coverage").get(i)).isEqualTo(answered[i] / 1000);
      assertThat(table.doubleColumn("accuracy").get(i)).isEqualTo(accuracy[i], within(1e-12));
    }
  }

  @Test
  void rulesAndReasonsAgreeWithNumpy() {
    Coverage one = Coverage.exactlyOneYes(evaluation);
    assertThat(one.answered()).isEqualTo((int) expected.get("exactly one yes")[0]);
    assertThat(one.accuracy()).isEqualTo(expected.get("exactly one yes")[1], within(1e-12));
    Table reasons = Coverage.reasons(evaluation, 2);
    assertThat(reasons.intColumn("digits").asDoubleArray()).isEqualTo(expected.get("doubts"));
    assertThat(reasons.intColumn("wrong").asDoubleArray()).isEqualTo(expected.get("doubts wrong"));
  }

  @Test
  void withoutGapsOfOnesOwnTheTableGoesDownToHalfOfTheDigits() {
    Table table = Coverage.table(evaluation);
    assertThat(table.rowCount()).isEqualTo(11);
    for (int row = 0; row < 11; row++) {
      assertThat(table.doubleColumn("coverage").get(row)).isEqualTo(1 - row * 0.05, within(0.0021));
    }
    assertThat(table.doubleColumn("accuracy").get(10))
        .isGreaterThan(table.doubleColumn("accuracy").get(0));
  }
}
