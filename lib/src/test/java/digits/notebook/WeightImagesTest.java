package digits.notebook;

import static digits.notebook.Pictures.at;
import static digits.notebook.Pictures.pngSize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.features.FeatureMap;
import digits.features.Pixels;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Provenance;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightImagesTest {

  @Test
  void allClassifiersShareOneScaleThatIsTheSameToBothSides() {
    BufferedImage picture =
        DigitImages.weights(
            model(linear(1, filled(-2)), linear(5, filled(1)), linear(9, filled(0.5))));

    assertThat(first(picture, 3, 0)).isEqualTo(Palette.diverging(-1)).isEqualTo(Palette.NO);
    assertThat(first(picture, 3, 1)).isEqualTo(Palette.diverging(0.5));
    assertThat(first(picture, 3, 2)).isEqualTo(Palette.diverging(0.25));
  }

  @Test
  void aFewGiantsDoNotPaleTheRest() {
    double[] weights = filled(0.5);
    weights[783] = -1000;
    assertThat(first(DigitImages.weights(model(linear(2, weights))), 1, 0)).isEqualTo(Palette.YES);
  }

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
    FeatureMap halves = new Named("halves", 392);
    LinearClassifier classifier = new LinearClassifier(3, halves, new double[392], 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.weights(model(classifier)))
        .withMessage(
            "a picture of weights needs classifiers that see the 784 pixels themselves; "
                + "this model sees halves (392 features)");
  }

  @Test
  void classifiersWithoutWeightsAreSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.weights(model(new Stubborn())))
        .withMessage(
            "a picture of weights needs linear classifiers; the one for 4 has no weights: "
                + "always no");
  }

  private static Color first(BufferedImage picture, int count, int place) {
    int left = (picture.getWidth() - (count * 128 - 16)) / 2;
    return at(picture, left + place * 128, Sheet.PADDING);
  }

  private static double[] filled(double weight) {
    double[] weights = new double[Digit.PIXELS];
    Arrays.fill(weights, weight);
    return weights;
  }

  private static LinearClassifier linear(int digit, double[] weights) {
    return new LinearClassifier(digit, new Pixels(), weights, 0);
  }

  private static DigitClassifier model(BinaryClassifier... classifiers) {
    return new DigitClassifier(
        List.of(classifiers), new Provenance("none", Map.of(), 1, "none", 1, "0", "0", 0));
  }

  private record Named(String name, int size) implements FeatureMap.ByRow {
    @Override
    public int inputs() {
      return 784;
    }

    @Override
    public void map(float[] in, float[] out) {}
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
