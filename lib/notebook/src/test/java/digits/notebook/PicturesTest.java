package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.features.Pixels;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import digits.model.Provenance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The size of pictures' files, and what cannot be drawn; ShapesTest and WordsTest have the rest.
 */
class PicturesTest {

  private static final Digit RING = Pictures.ring(7);
  private static final Prediction ONE = new Prediction(RING, new int[] {7}, new double[] {1});

  @Test
  void filesAreSmall() {
    Random random = new Random(1);
    BinaryClassifier[] noisy =
        IntStream.range(0, 10)
            .mapToObj(digit -> linear(digit, random.doubles(784, -1, 1).toArray()))
            .toArray(BinaryClassifier[]::new);
    assertThat(Pictures.pngSize(DigitImages.weights(model(noisy)))).isLessThan(25_000);
    assertThat(Pictures.pngSize(DigitImages.mosaic(Collections.nCopies(100, RING), 10)))
        .isLessThan(25_000);
    assertThat(Pictures.pngSize(DigitImages.verdict(ONE))).isLessThan(15_000);
  }

  @Test
  void noDigitsTooManyOrNoColumnsAreRefused() {
    refused(
        () -> DigitImages.mosaic(List.of(), 5),
        "a mosaic needs at least one digit, and there is none");
    refused(
        () -> DigitImages.mosaic(Collections.nCopies(60_000, RING), 5),
        "a mosaic shows at most 2,500 digits, not 60,000; take some, such as the first 100");
    refused(() -> DigitImages.verdicts(List.of(ONE), 0), "a mosaic has at least 1 column, not 0");
  }

  @Test
  void weightsThatAreNoPictureAreRefused() {
    LinearClassifier raw = new LinearClassifier(3, Pixels.raw(), new double[784], 0);
    refused(
        () -> DigitImages.weights(model(raw)),
        "a picture of weights needs classifiers that see the 784 pixels themselves; "
            + "this model sees raw pixels (784 features)");
  }

  private static void refused(ThrowingCallable drawing, String message) {
    assertThatIllegalArgumentException().isThrownBy(drawing).withMessage(message);
  }

  private static LinearClassifier linear(int digit, double[] weights) {
    return new LinearClassifier(digit, new Pixels(), weights, 0);
  }

  private static DigitClassifier model(BinaryClassifier... classifiers) {
    return new DigitClassifier(
        List.of(classifiers), new Provenance("none", Map.of(), 1, "none", 1, "0", "0", 0));
  }
}
