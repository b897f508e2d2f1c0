package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.model.BinaryClassifier;
import org.junit.jupiter.api.Test;

/** Calibrations fitted on 500 digits and judged on 500 others, compared with scikit-learn's. */
class CalibrationTest {

  /** scikit-learn's own search stops this far from Platt's minimum. */
  private static final double SEARCH = 1e-6;

  private final Sklearn expected = Sklearn.measures("calibration");
  private final Evaluation evaluation = Sklearn.evaluation();
  private final Evaluation fitted = Evaluation.of(evaluation.predictions().subList(0, 500));
  private final Evaluation applied = Evaluation.of(evaluation.predictions().subList(500, 1_000));

  @Test
  void plattFindsTheMinimumWhereScikitLearnDoes() {
    for (int digit : TEN) {
      Calibration platt = Calibration.platt(fitted.scores(digit));
      double a = expected.get("platt a")[digit];
      double b = expected.get("platt b")[digit];
      for (double score : fitted.scores(digit).values()) {
        assertThat(platt.probability(score))
            .isEqualTo(1 / (1 + Math.exp(a * score + b)), within(SEARCH));
      }
    }
  }

  @Test
  void reliabilityAndBrierScoreAgreeWithScikitLearn() {
    assertReliability("as it is", Calibration.none());
    assertReliability("platt", Calibration.platt(fitted.scores(8)));
  }

  private void assertReliability(String name, Calibration calibration) {
    Reliability reliability = Reliability.of(calibration.apply(applied.scores(8)));
    assertThat(reliability.bins().stream().mapToDouble(Reliability.Bin::actual).toArray())
        .containsExactly(expected.get("reliability true " + name), within(1e-9));
    assertThat(reliability.bins().stream().mapToDouble(Reliability.Bin::predicted).toArray())
        .containsExactly(expected.get("reliability predicted " + name), within(1e-9));
    assertThat(reliability.bins().stream().mapToDouble(Reliability.Bin::count).toArray())
        .isEqualTo(expected.get("reliability count " + name));
    assertThat(reliability.brier()).isEqualTo(expected.get("brier " + name)[8], within(1e-9));
    assertThat(reliability.table().intColumn("pictures").sum()).isEqualTo(500);
  }

  @Test
  void aBorderBelongsToTheLowerBin() {
    double[] values = {0, 0.1, 0.2, 0.30000000000000004, 0.3, 0.7, 0.5, 1};
    Reliability reliability = Reliability.of(Scores.of(1, values, new boolean[8]), 10);
    assertThat(reliability.bins())
        .extracting(Reliability.Bin::count)
        .containsExactly(2, 1, 2, 1, 1, 1);
    assertThat(reliability.bins().get(5).to()).isEqualTo(1);
  }

  @Test
  void plattStaysFiniteWhereTheScoresAreApartOrAllTheSame() {
    boolean[] truth = {true, true, false, false, false};
    Calibration apart =
        Calibration.platt(Scores.of(1, new double[] {900, 800, -9, -70, -800}, truth));
    assertThat(apart.probability(900)).isBetween(0.7, 0.9);
    Calibration same = Calibration.platt(Scores.of(1, new double[] {2, 2, 2, 2, 2}, truth));
    assertThat(same.probability(2)).isEqualTo((2 * 0.75 + 3 * 0.2) / 5, within(1e-9));
  }

  @Test
  void noCalibrationIsTheClassifiersOwnProbability() {
    assertThat(Calibration.none().probability(1.5))
        .isEqualTo(BinaryClassifier.sigmoid(1.5), within(1e-15));
  }

  @Test
  void refusesWhatCannotBeCalibrated() {
    assertThatThrownBy(() -> Reliability.of(applied.scores(8)))
        .hasMessageContaining("a probability is 0 to 1, not -");
    assertThatThrownBy(() -> Calibration.platt(Scores.of(4, new double[2], new boolean[2])))
        .hasMessage(
            "Platt's calibration needs pictures of the digit 4 and of others,"
                + " but 0 of 2 show that digit");
  }
}
