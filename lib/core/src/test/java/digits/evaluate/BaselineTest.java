package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
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
}
