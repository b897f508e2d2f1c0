package digits.notebook;

import static digits.notebook.Pictures.pngSize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.features.FeatureMap;
import digits.features.Pixels;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightImagesTest {

  @Test
  void tenNoisyOnesMakeASmallFile() {
    Random random = new Random(1);
    LinearClassifier[] ten =
        IntStream.range(0, 10)
            .mapToObj(
                digit ->
                    linear(
                        digit,
                        IntStream.range(0, 784).mapToDouble(i -> random.nextGaussian()).toArray()))
            .toArray(LinearClassifier[]::new);
    assertThat(pngSize(DigitImages.weights(model(ten)))).isLessThan(25_000);
  }

  @Test
  void otherFeaturesThanPixelsAreSaidSo() {
    LinearClassifier classifier = new LinearClassifier(3, Pixels.raw(), new double[784], 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.weights(model(classifier)))
        .withMessage(
            "a picture of weights needs classifiers that see the 784 pixels themselves; "
                + "this model sees raw pixels (784 features)");
  }

  @Test
  void classifiersWithoutWeightsAreSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.weights(model(new Stubborn())))
        .withMessage(
            "a picture of weights needs linear classifiers; the one for 4 has no weights: "
                + "always no");
  }

  private static LinearClassifier linear(int digit, double[] weights) {
    return new LinearClassifier(digit, new Pixels(), weights, 0);
  }

  private static DigitClassifier model(BinaryClassifier... classifiers) {
    return new DigitClassifier(
        List.of(classifiers), new Provenance("none", Map.of(), 1, "none", 1, "0", "0", 0));
  }

  private record Stubborn() implements BinaryClassifier {
    @Override
    public int digit() {
      return 4;
    }

    @Override
    public FeatureMap features() {
      return new Pixels();
    }

    @Override
    public double margin(float[] features) {
      return -1;
    }

    @Override
    public String toString() {
      return "always no";
    }
  }
}
