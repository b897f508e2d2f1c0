package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.features.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers and probabilities derived from margins, and the checks of a model. */
class PredictionTest {

  private static final Digit SEVEN = dot(0, 7);

  private static Digit dot(int at, int label) {
    byte[] pixels = new byte[784];
    pixels[at] = (byte) 255;
    return Digit.of(pixels, label);
  }

  @Test
  void nobodySaysYes() {
    Prediction prediction = new Prediction(SEVEN, new int[] {2, 7, 9}, new double[] {-3, -1, -2});
    assertThat(prediction.yes()).isEmpty();
    assertThat(prediction.predicted()).isEqualTo(7);
    assertThat(prediction.runnerUp()).isEqualTo(9);
    assertThat(prediction.predicted(Decision.FIRST_YES)).isEqualTo(Decision.NOBODY);
    assertThat(prediction.correct()).isTrue();
  }

  @Test
  void severalSayYes() {
    Prediction prediction = new Prediction(SEVEN, new int[] {2, 7, 9}, new double[] {-3, 1, 2});
    assertThat(prediction.yes()).containsExactly(7, 9);
    assertThat(prediction.predicted()).isEqualTo(9);
    assertThat(prediction.predicted(Decision.FIRST_YES)).isEqualTo(7);
    assertThat(prediction.correct()).isFalse();
    assertThat(prediction).hasToString("digit 0: predicted 9, actual 7, wrong");
  }

  @Test
  void aMarginOfZeroIsNoYesAsInScikitLearn() {
    Prediction prediction = new Prediction(SEVEN, new int[] {7}, new double[] {0});
    assertThat(prediction.yes()).isEmpty();
    assertThat(prediction.runnerUp()).isEqualTo(Decision.NOBODY);
  }

  @Test
  void probabilitiesSaturateButMarginsDoNot() {
    Prediction prediction = new Prediction(SEVEN, new int[] {0, 7}, new double[] {40, 50});
    assertThat(prediction.probabilities()).containsExactly(1, 1);
    assertThat(prediction.predicted()).isEqualTo(7);
    assertThat(new Prediction(SEVEN, new int[] {7}, new double[] {Math.log(3)}).probabilities()[0])
        .isCloseTo(0.75, within(1e-12));
  }

  @Test
  void withoutLabelThereIsNoVerdictAndWithoutInkTheAnswerSaysSo() {
    Digit drawn = Digit.of(SEVEN.pixels(), Digit.UNLABELLED);
    assertThat(new Prediction(drawn, new int[] {3}, new double[] {1}))
        .hasToString("digit 0: predicted 3");
    Digit blank = Digit.of(new byte[784], 7);
    assertThat(new Prediction(blank, new int[] {3}, new double[] {1}))
        .hasToString("digit 0: predicted 3, actual 7, wrong; there is no ink");
  }

  @Test
  void theTenAnswerForThemselvesAsTheModelDoes() {
    double[] weights = new double[784];
    weights[400] = 2;
    BinaryClassifier four = new LinearClassifier(4, new Pixels(), weights, -1);
    BinaryClassifier two = new LinearClassifier(2, new Pixels(), new double[784], 0.25);
    DigitClassifier model = new DigitClassifier(List.of(four, two), SampleModel.provenance(0));
    Digit dot = dot(400, 4);
    assertThat(four.margin(dot)).isEqualTo(1);
    assertThat(four.says(dot)).isTrue();
    assertThat(four.says(SEVEN)).isFalse();
    assertThat(model.classes()).containsExactly(2, 4);
    assertThat(model.predict(dot).margins()).containsExactly(0.25, 1);
    assertThatThrownBy(() -> new DigitClassifier(List.of(two, two), SampleModel.provenance(0)))
        .hasMessage("a model needs one classifier per digit, but these detect [2, 2]");
  }
}
