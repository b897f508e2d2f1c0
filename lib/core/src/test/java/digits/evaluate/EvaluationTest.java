package digits.evaluate;

import static digits.evaluate.Sklearn.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.model.Decision;
import digits.model.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures, compared with scikit-learn's for the same margins and with a count by hand. */
class EvaluationTest {

  private static Prediction prediction(int actual, int[] classes, double... margins) {
    return new Prediction(Digit.of(new byte[784], actual), classes, margins);
  }

  @Test
  void agreesWithScikitLearn() {
    Evaluation evaluation = Sklearn.evaluation();
    Sklearn expected = Sklearn.measures("evaluation");
    ConfusionMatrix confusion = evaluation.confusion();

    assertThat(evaluation.predictions()).hasSize(1_000);
    assertThat(1 - evaluation.error(Decision.ARG_MAX))
        .isCloseTo(expected.get("accuracy")[0], within(1e-9));
    assertThat(1 - evaluation.error(Decision.FIRST_YES))
        .isCloseTo(expected.get("first yes accuracy")[0], within(1e-9));
    assertThat(evaluation.nobodySaysYes()).hasSize((int) expected.get("nobody says yes")[0]);
    assertThat(evaluation.severalSayYes()).hasSize((int) expected.get("several say yes")[0]);
    for (int digit : TEN) {
      assertThat(confusion.precision(digit))
          .isCloseTo(expected.get("precision")[digit], within(1e-9));
      assertThat(confusion.recall(digit)).isCloseTo(expected.get("recall")[digit], within(1e-9));
      assertThat(confusion.f1(digit)).isCloseTo(expected.get("f1")[digit], within(1e-9));
      for (int predicted : TEN) {
        assertThat(confusion.count(digit, predicted))
            .as("%d taken for %d", digit, predicted)
            .isEqualTo((int) expected.get("confusion " + digit)[predicted]);
      }
    }
  }

  @Test
  void countsByHand() {
    int[] classes = {3, 7};
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                prediction(3, classes, 2, -1), // right, one yes
                prediction(3, classes, -2, -1), // wrong, nobody
                prediction(7, classes, 1, 5), // right by arg max, wrong by first yes
                prediction(7, classes, 3, 1))); // wrong, several
    assertThat(evaluation.errors(Decision.ARG_MAX)).isEqualTo(2);
    assertThat(evaluation.errors(Decision.FIRST_YES)).isEqualTo(3);
    assertThat(evaluation.nobodySaysYes()).hasSize(1);
    assertThat(evaluation.severalSayYes()).hasSize(2);
    assertThat(evaluation.worst(10)).extracting(Prediction::actual).containsExactly(7, 3);
    assertThat(evaluation.worst(1)).hasSize(1);
    assertThat(evaluation.byYes().intColumn("digits").asList()).containsExactly(1, 1, 2);
    assertThat(evaluation.byYes().intColumn("wrong by arg max").asList()).containsExactly(1, 0, 1);
    assertThat(evaluation.byYes().intColumn("wrong by first yes").asList())
        .containsExactly(1, 0, 2);
    assertThat(evaluation.confusion().table().columnNames()).containsExactly("actual", "3", "7");
  }

  @Test
  void aDigitThatTheModelDoesNotKnowIsAnErrorWithARowOfItsOwn() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                prediction(7, new int[] {3, 7}, 900, -900),
                prediction(4, new int[] {3, 7}, 2, -1)));
    assertThat(evaluation.confusion().recall(4)).isZero();
    assertThat(evaluation.confusion().count(4, 3)).isEqualTo(1);
    assertThat(evaluation.worst(2)).extracting(Prediction::actual).containsExactly(4, 7);
  }

  @Test
  void tablesSayWhatTheMeasuresSay() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                prediction(0, new int[] {0, 1}, 1, -1),
                prediction(1, new int[] {0, 1}, 1, -1),
                prediction(1, new int[] {0, 1}, -1, 1)));
    assertThat(evaluation.table().row(1).getDouble("recall")).isEqualTo(0.5);
    assertThat(evaluation.table().row(0).getDouble("f1")).isEqualTo(0.6667);
    assertThat(evaluation.decisions().intColumn("errors").asList()).containsExactly(1, 1);
    assertThat(evaluation.toString())
        .startsWith("test error (arg max): 33.33 %")
        .contains("test error (first yes): 33.33 %");
  }

  @Test
  void refusesWhatCannotBeCounted() {
    assertThatThrownBy(() -> Evaluation.of(List.of())).hasMessageContaining("at least one digit");
    assertThatThrownBy(
            () -> Evaluation.of(List.of(prediction(Digit.UNLABELLED, new int[] {1}, 0.5))))
        .hasMessage("an evaluation needs labelled digits; digit 0 has no label");
  }
}
