package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.model.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Baselines, compared with those of scikit-learn's dummy classifiers. */
class BaselineTest {

  private final Sklearn expected = Sklearn.measures("shares");

  private static DigitSet digits(List<Prediction> predictions) {
    byte[] labels = new byte[predictions.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) predictions.get(i).actual();
    }
    return DigitSet.of("labels", new byte[labels.length * Digit.PIXELS], labels);
  }

  @Test
  void agreesWithScikitLearn() {
    DigitSet all = digits(Sklearn.evaluation().predictions());
    DigitSet second = digits(Sklearn.evaluation().predictions().subList(500, 1_000));
    Baseline baseline = Baseline.of(all.head(500), second);
    assertThat(baseline.accuracy()).isEqualTo(expected.get("baseline")[0], within(1e-12));
    for (int digit : TEN) {
      assertThat(baseline.alwaysNo(digit))
          .isEqualTo(expected.get("always no")[digit], within(1e-12));
      assertThat(baseline.table().doubleColumn("accuracy").get(digit + 1))
          .isEqualTo(baseline.alwaysNo(digit));
    }
  }

  @Test
  void theCommonestIsLearntFromTheTrainingSet() {
    DigitSet training =
        DigitSet.of("training", new byte[5 * Digit.PIXELS], new byte[] {7, 3, 7, 3, 1});
    DigitSet test = DigitSet.of("test", new byte[4 * Digit.PIXELS], new byte[] {7, 7, 7, 3});
    Baseline baseline = Baseline.of(training, test);
    assertThat(baseline.accuracy()).isEqualTo(0.25);
    assertThat(baseline.alwaysNo(7)).isEqualTo(0.25);
    assertThat(baseline.table().stringColumn("always says").first(2).asList())
        .containsExactly("3", "no");
    assertThatThrownBy(() -> Baseline.of(training.head(0), test))
        .hasMessageEndingWith("not 0 and 4");
  }
}
