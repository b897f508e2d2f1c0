package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.model.Prediction;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large pictures of many digits are, and what is in them; WordsTest has their words. */
class MosaicTest {

  private static final Digit RING = Pictures.ring(7);

  private static Prediction prediction(int label, double one, double seven) {
    return new Prediction(Pictures.ring(label), new int[] {1, 7}, new double[] {one, seven});
  }

  @Test
  void digitsStandInRows() {
    BufferedImage picture = DigitImages.mosaic(Collections.nCopies(7, RING), 3);
    assertThat(picture.getWidth()).isEqualTo(220);
    assertThat(picture.getHeight()).isEqualTo(220);
    assertThat(DigitImages.mosaic(Collections.nCopies(7, RING), 100).getHeight()).isEqualTo(96);
    assertThat(Pictures.colors(picture)).contains(Palette.PAPER, Palette.INK, Palette.CARD);
  }

  @Test
  void rightAndWrongHaveTheirColours() {
    Prediction right = prediction(7, -1, 2);
    Prediction wrong = prediction(7, 2, -1);
    Prediction unknown = prediction(Digit.UNLABELLED, 2, -1);
    int inTheLegend = count(DigitImages.verdicts(List.of(unknown), 5));
    assertThat(count(DigitImages.verdicts(List.of(right), 5))).isEqualTo(inTheLegend);
    assertThat(count(DigitImages.verdicts(List.of(wrong), 5))).isGreaterThan(inTheLegend + 400);
  }

  private static int count(BufferedImage picture) {
    int count = 0;
    for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
      int x = i % picture.getWidth();
      count += Pictures.at(picture, x, i / picture.getWidth()).equals(Palette.WRONG) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aHundredDigitsMakeASmallFile() {
    assertThat(Pictures.pngSize(DigitImages.mosaic(Collections.nCopies(100, RING), 10)))
        .isLessThan(25_000);
  }

  @Test
  void noDigitsTooManyOrNoColumnsAreSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.mosaic(List.of(), 5))
        .withMessage("a mosaic needs at least one digit, and there is none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.mosaic(Collections.nCopies(60_000, RING), 5))
        .withMessage(
            "a mosaic shows at most 2,500 digits, not 60,000; take some, such as the first 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.verdicts(List.of(prediction(7, 1, 2)), 0))
        .withMessage("a mosaic has at least 1 column, not 0");
  }
}
