package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.DigitSet;
import digits.features.Pixels;
import digits.model.LinearClassifier;
import org.junit.jupiter.api.Test;

/** The four counts of one classifier. */
class DetectionTest {

  /** Says yes when the first pixel is inked. */
  private final LinearClassifier firstPixel = firstPixel();

  private static LinearClassifier firstPixel() {
    double[] weights = new double[784];
    weights[0] = 1;
    return new LinearClassifier(5, new Pixels(), weights, -0.5);
  }

  @Test
  void countsByHand() {
    byte[] labels = {5, 5, 5, 1, 2, 3};
    byte[] pixels = new byte[6 * 784];
    pixels[0] = (byte) 255; // a 5 found
    pixels[784] = (byte) 255; // another
    pixels[3 * 784] = (byte) 255; // a 1 taken for a 5
    Detection detection = Detection.of(firstPixel, DigitSet.of("six", pixels, labels));
    assertThat(detection).isEqualTo(new Detection(5, 2, 1, 1, 2));
    assertThat(detection.accuracy()).isEqualTo(4 / 6.0);
    assertThat(detection.baseline()).isEqualTo(3 / 6.0);
    assertThat(detection.precision()).isEqualTo(2 / 3.0);
    assertThat(detection.recall()).isEqualTo(2 / 3.0);
    assertThat(detection.table().row(1).getInt("says yes")).isEqualTo(1);
    assertThat(detection)
        .hasToString(
            String.format(
                "accuracy: 66.67 %%%nalways \"no\": 50.00 %%%nprecision: 66.67 %%%nrecall: 66.67 %%"));
  }

  @Test
  void aClassifierThatNeverSaysYesHasNoPrecision() {
    Detection detection =
        Detection.of(firstPixel, DigitSet.of("one", new byte[784], new byte[] {1}));
    assertThat(detection.precision()).isZero();
    assertThat(detection.recall()).isZero();
    assertThat(detection.accuracy()).isEqualTo(1);
  }
}
