package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.features.Augmentation;
import digits.features.Hog;
import digits.features.Pixels;
import digits.model.Decision;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Every picture says the same in words. */
class WordsTest {

  private static Digit digit(int label) {
    byte[] pixels = new byte[784];
    pixels[0] = 1;
    return Digit.of(pixels, label);
  }

  private static Prediction prediction(int label, double ofTwo, double ofSeven) {
    return new Prediction(digit(label), new int[] {2, 7}, new double[] {ofTwo, ofSeven});
  }

  @Test
  void aVerdictSaysEveryMargin() {
    assertThat(DigitImages.verdict(prediction(7, -3.25, 1)))
        .hasToString(
            """
            digit 0: predicted 7, actual 7, correct
            2   -3.25 no
            7   +1.00 yes""");
  }

  @Test
  void contributionsAddUpToTheMargin() {
    double[] weights = new double[784];
    weights[0] = 2;
    weights[1] = -0.5;
    byte[] pixels = new byte[784];
    pixels[0] = (byte) 255;
    pixels[1] = (byte) 255;
    assertThat(
            DigitImages.contributions(
                new LinearClassifier(3, new Pixels(), weights, -1.7), Digit.of(pixels, 8)))
        .hasToString(
            "digit 0, a 8: ink for it +2.0, ink against it -0.5, intercept -1.7, margin -0.2: no");
  }

  @Test
  void verdictsMarkTheWrongOnes() {
    List<Prediction> three =
        List.of(prediction(7, -1, 1), prediction(2, -1, 1), prediction(-1, 1, -1));
    assertThat(DigitImages.verdicts(three, 2))
        .hasToString(
            """
            3 digits, actual > predicted, ! marks the wrong ones:
            7>7 2>7!
            ?>2""");
  }

  @Test
  void whateverIsSaidOfBlankPaperIsSaidToHaveNoInk() {
    Prediction blank =
        new Prediction(Digit.of(new byte[784], -1), new int[] {2, 7}, new double[] {-1, 1});
    Prediction labelled =
        new Prediction(Digit.of(new byte[784], 2), new int[] {2, 7}, new double[] {-1, 1});
    assertThat(DigitImages.verdict(blank).toString())
        .startsWith("digit 0: predicted 7; there is no ink\n");
    assertThat(DigitImages.verdicts(List.of(blank, labelled), 2).toString())
        .endsWith("\n?>7 (no ink) 2>7! (no ink)");
    assertThat(Words.whoSaysYes(blank, Decision.FIRST_YES)).isEqualTo("no ink: only 7 says yes");
    assertThat(Words.whoSaysYes(prediction(7, -1, 1), Decision.FIRST_YES))
        .isEqualTo("only 7 says yes");
  }

  @Test
  void theHeadlineIsTheVerdictOrWhatIsRead() {
    assertThat(Words.headline(prediction(7, -1, 1), Decision.ARG_MAX)).isEqualTo("Correct");
    assertThat(Words.headline(prediction(7, -2, -1), Decision.ARG_MAX)).isEqualTo("Correct");
    assertThat(Words.headline(prediction(7, -2, -1), Decision.FIRST_YES)).isEqualTo("Wrong");
    assertThat(Words.headline(prediction(-1, -1, 1), Decision.ARG_MAX)).isEqualTo("Reads 7");
    assertThat(Words.headline(prediction(-1, -2, -1), Decision.ARG_MAX)).isEqualTo("Reads 7?");
    assertThat(Words.headline(prediction(-1, -2, -1), Decision.FIRST_YES)).isEqualTo("No answer");
  }

  @Test
  void aLineSaysWhoSaysYes() {
    assertThat(Words.whoSaysYes(prediction(7, -2, -1), Decision.ARG_MAX))
        .isEqualTo("nobody says yes: the weakest no wins");
    assertThat(Words.whoSaysYes(prediction(7, -2, -1), Decision.FIRST_YES))
        .isEqualTo("nobody says yes: no answer");
    assertThat(Words.whoSaysYes(prediction(7, 2, 1), Decision.FIRST_YES))
        .isEqualTo("2 and 7 say yes: the first wins");
    double[] all = {1, 1, 1, 1, 1};
    assertThat(
            Words.whoSaysYes(
                new Prediction(digit(1), new int[] {1, 2, 3, 4, 5}, all), Decision.ARG_MAX))
        .isEqualTo("5 of 5 say yes: the surest wins");
  }

  @Test
  void picturesOfFeaturesAndTablesSayWhatTheyShow() {
    Digit four = digit(4);
    assertThat(DigitImages.upright(List.of(four)))
        .hasToString("before and after standing upright: 4");
    assertThat(DigitImages.gradients(four, new Hog(14)).toString())
        .endsWith("9 strokes in each of 2 x 2 cells");
    assertThat(DigitImages.difference(four, four).toString()).contains(" less ");
    assertThat(DigitImages.warped(four, new Augmentation(1), 4, 2).toString())
        .endsWith("3 warped copies of it");
    Table shares = Table.create("errors", DoubleColumn.create("3", new double[] {0.25}));
    assertThat(DigitImages.matrix(shares).toString()).contains("errors").contains("0.25");
  }
}
