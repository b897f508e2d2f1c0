package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** McNemar's test, compared with SciPy's exact binomial test. */
class McNemarTest {

  private final List<double[]> expected = Sklearn.measures("mcnemar").all("mcnemar");

  @Test
  void pValuesAgreeWithScipy() {
    assertThat(expected).hasSizeGreaterThan(6);
    for (double[] line : expected) {
      McNemar test = new McNemar(0, (int) line[0], (int) line[1], 0);
      McNemar swapped = new McNemar(7, (int) line[1], (int) line[0], 7);
      assertThat(test.pValue()).as("%s", test).isEqualTo(line[2], within(1e-7 * line[2]));
      assertThat(swapped.pValue()).isEqualTo(test.pValue());
    }
  }

  @Test
  void countsAgreeWithNumpy() {
    Evaluation surerOfEight = Sklearn.evaluation(margins -> margins[8] += 3);
    McNemar test = McNemar.of(Sklearn.evaluation(), surerOfEight);
    assertThat(test.onlyFirst()).isEqualTo((int) expected.get(0)[0]);
    assertThat(test.onlySecond()).isEqualTo((int) expected.get(0)[1]);
    assertThat(test.bothRight() + test.onlyFirst()).isEqualTo(887);
    assertThat(test.table().intColumn(1).get(1)).isEqualTo(test.onlySecond());
    assertThat(test)
        .hasToString(
            "Only the first is right on 58 digits, only the second on 10:"
                + " the first is better by more than chance (p = 2.4e-09).");
  }

  @Test
  void refusesModelsThatJudgedOtherDigits() {
    Evaluation all = Sklearn.evaluation();
    Evaluation fewer = Evaluation.of(all.predictions().subList(0, 10));
    Evaluation later = Evaluation.of(all.predictions().subList(1, 11));
    assertThatThrownBy(() -> McNemar.of(all, fewer))
        .hasMessageEndingWith("they judged 1,000 and 10 digits");
    assertThatThrownBy(() -> McNemar.of(fewer, later)).hasMessageContaining("at place 0 differ");
  }
}
