package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.model.Prediction;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of pictures of many digits; ShapesTest and WordsTest have what they show. */
class MosaicTest {

  private static final Digit RING = Pictures.ring(7);

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
    Prediction one = new Prediction(RING, new int[] {7}, new double[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.verdicts(List.of(one), 0))
        .withMessage("a mosaic has at least 1 column, not 0");
  }
}
