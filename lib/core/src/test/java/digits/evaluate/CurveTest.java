package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.evaluate.Curve.OperatingPoint;
import digits.evaluate.Curve.Point;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Both curves, with and without equal scores, compared with scikit-learn's and by hand. */
class CurveTest {

  private final Sklearn expected = Sklearn.measures("curves");
  private final Evaluation asTheyAre = Sklearn.evaluation();
  private final Evaluation rounded = Sklearn.evaluation(Sklearn.Change.each(Math::rint));

  private static double[] all(Curve curve, ToDoubleFunction<Point> coordinate) {
    return curve.points().stream().mapToDouble(coordinate).toArray();
  }

  @Test
  void areasAgreeWithScikitLearn() {
    for (int digit : TEN) {
      assertThat(Curve.roc(asTheyAre.scores(digit)).area())
          .isEqualTo(expected.get("auc")[digit], within(1e-12));
      assertThat(Curve.roc(rounded.scores(digit)).area())
          .isEqualTo(expected.get("auc rounded")[digit], within(1e-12));
      assertThat(Curve.precisionRecall(asTheyAre.scores(digit)).area())
          .isEqualTo(expected.get("average precision")[digit], within(1e-12));
      assertThat(Curve.precisionRecall(rounded.scores(digit)).area())
          .isEqualTo(expected.get("average precision rounded")[digit], within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8})
  void rocPointsAgreeWithScikitLearn(int digit) {
    assertRoc(Curve.roc(asTheyAre.scores(digit)), "roc " + digit);
    assertRoc(Curve.roc(rounded.scores(digit)), "roc rounded " + digit);
  }

  private void assertRoc(Curve curve, String name) {
    assertThat(all(curve, Point::x)).containsExactly(expected.get(name + " fpr"), within(1e-12));
    assertThat(all(curve, Point::y)).containsExactly(expected.get(name + " tpr"), within(1e-12));
    assertThat(all(curve, Point::threshold))
        .usingComparatorWithPrecision(0.0)
        .containsExactly(expected.get(name + " thresholds"));
  }

  @Test
  void precisionRecallPointsAgreeWithScikitLearn() {
    Curve curve = Curve.precisionRecall(rounded.scores(8));
    String name = "precision-recall rounded 8 ";
    assertThat(all(curve, Point::y))
        .containsExactly(expected.get(name + "precision"), within(1e-12));
    assertThat(all(curve, Point::x)).containsExactly(expected.get(name + "recall"), within(1e-12));
    double[] thresholds = expected.get(name + "thresholds");
    assertThat(curve.points().size()).isEqualTo(thresholds.length + 1);
    for (int i = 0; i < thresholds.length; i++) {
      assertThat(curve.points().get(i).threshold()).isEqualTo(thresholds[i], within(0.0));
    }
    assertThat(curve.points().get(thresholds.length).threshold()).isPositive().isInfinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.97})
  void thresholdsForAPrecisionAgreeWithScikitLearn(double wanted) {
    for (int digit : TEN) {
      OperatingPoint found =
          Curve.precisionRecall(asTheyAre.scores(digit)).atPrecision(wanted).orElseThrow();
      String name = " for precision " + wanted;
      assertThat(found.threshold()).isEqualTo(expected.get("threshold" + name)[digit]);
      assertThat(found.precision())
          .isEqualTo(expected.get("precision" + name)[digit], within(1e-12));
      assertThat(found.recall()).isEqualTo(expected.get("recall" + name)[digit], within(1e-12));
      Detection detection = asTheyAre.scores(digit).at(found.threshold());
      assertThat(detection.precision()).isEqualTo(found.precision());
      assertThat(detection.recall()).isEqualTo(found.recall());
    }
  }

  @Test
  void byHandWithTwoEqualScores() {
    Scores scores =
        Scores.of(5, new double[] {4, 3, 3, 1, 0}, new boolean[] {true, false, true, true, false});
    Curve roc = Curve.roc(scores);
    assertThat(all(roc, Point::x)).containsExactly(0, 0, 0.5, 0.5, 1);
    assertThat(all(roc, Point::y)).containsExactly(new double[] {0, 1 / 3., 2 / 3., 1, 1});
    // Of the six pairs of a 5 and another digit, four are in the right order and one is a tie.
    assertThat(roc.area()).isEqualTo(4.5 / 6, within(1e-15));
    assertThat(roc).hasToString("ROC of \"is it a 5?\": AUC 0.7500");

    Curve curve = Curve.precisionRecall(scores);
    assertThat(all(curve, Point::y)).containsExactly(new double[] {3 / 5., 3 / 4., 2 / 3., 1, 1});
    assertThat(curve.area()).isEqualTo((1 + 2 / 3. + 3 / 4.) / 3, within(1e-15));
    assertThat(curve.atPrecision(0.7)).contains(new OperatingPoint(1, 0.75, 1));
    assertThat(curve.atPrecision(0.7).get())
        .hasToString("yes from 1.000 on: precision 75.00 %, recall 100.00 %");
  }

  @Test
  void aPrecisionThatNoThresholdGivesHasNoPoint() {
    Curve curve =
        Curve.precisionRecall(
            Scores.of(3, new double[] {2, 1, 0}, new boolean[] {false, true, true}));
    assertThat(curve.atPrecision(0.7)).isEmpty();
    assertThatThrownBy(() -> curve.atPrecision(90)).hasMessageContaining("not 90.0");
  }

  @Test
  void tablesHoldThePointsAndMayLeaveOutNearOnes() {
    Curve roc = Curve.roc(asTheyAre.scores(5));
    Table table = roc.table();
    assertThat(table.columnNames())
        .containsExactly("digit", "threshold", "false positive rate", "true positive rate");
    assertThat(table.doubleColumn(2).asDoubleArray()).isEqualTo(all(roc, Point::x));
    assertThat(table.doubleColumn(3).asDoubleArray()).isEqualTo(all(roc, Point::y));

    Curve curve = Curve.precisionRecall(asTheyAre.scores(8));
    Table near = curve.table(0.05);
    assertThat(near.rowCount()).isBetween(20, 60).isLessThan(curve.table().rowCount() / 10);
    assertThat(near.row(0).getDouble("recall")).isEqualTo(1);
    assertThat(near.row(near.rowCount() - 1).getDouble("recall")).isZero();
  }

  @Test
  void refusesWhatHasNoCurve() {
    Scores none = Scores.of(5, new double[] {1, 2}, new boolean[2]);
    assertThatThrownBy(() -> Curve.roc(none))
        .hasMessage(
            "a ROC curve needs pictures of the digit 5 and of others, but 0 of 2 show that digit");
    assertThatThrownBy(() -> Curve.precisionRecall(none)).hasMessageContaining("but 0 of 2 show");
    assertThatThrownBy(() -> Scores.of(5, new double[] {1, Double.NaN}, new boolean[2]))
        .hasMessage("a score must be a finite number, but that of picture 1 is NaN");
    assertThatThrownBy(() -> Scores.of(5, new double[1], new boolean[2]))
        .hasMessageContaining("not 1 scores and 2 truths");
  }
}
