package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.Pixels;
import digits.features.RandomUnits;
import digits.features.Sample;
import digits.features.Standardize;
import digits.features.Views;
import digits.linalg.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A set of digits, judged in slices on all cores, gets the margins of each digit alone: on pixels
 * to the last bit, on other features up to the rounding of float32 sums.
 */
class DigitClassifierTest {

  private final Mnist mnist = Mnist.load();

  static Stream<FeatureRecipe> features() {
    return Stream.of(
        new Deskew(),
        new Hog(7),
        new Deskew().concat(new Pixels()),
        new Infinite(),
        new Pca(21),
        new Deskew().andThen(new Hog(7)).andThen(new Pca(30)).andThen(new RandomUnits(100)),
        new Pca(20).andThen(new RandomUnits(100)).andThen(new Standardize()),
        Views.of(new Hog(7).andThen(new Pca(20)), new Augmentation(2)));
  }

  /** Makes the margins infinite, too: none may become NaN. */
  private record Infinite() implements FeatureMap.ByRow {

    @Override
    public String name() {
      return "infinite";
    }

    @Override
    public int size() {
      return 181;
    }

    @Override
    public void map(float[] in, float[] out) {
      Arrays.fill(out, 1);
      out[1] = Float.POSITIVE_INFINITY;
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void aSetIsJudgedAsItsDigitsAre(FeatureRecipe recipe) {
    assertJudgedAlike(modelOn(fitted(recipe)), 1e-5);
  }

  @Test
  void onPixelsTheBitsAreTheSame() {
    assertJudgedAlike(modelOn(new Pixels()), 0);
  }

  @Test
  void severalClassifiersAnswerAsEachAlone() {
    var digit = mnist.test().get(0);
    List<BinaryClassifier> several =
        Stream.of(new Pixels(), new Hog(7), new Hog(7), new Pixels())
            .<BinaryClassifier>map(features -> classifier(3, features))
            .toList();
    assertThat(BinaryClassifier.margins(several, digit))
        .containsExactly(several.stream().mapToDouble(c -> c.margin(digit)).toArray());
  }

  static Stream<FeatureMap> judged() {
    return Stream.of(new Pixels(), new Hog(7));
  }

  @ParameterizedTest
  @MethodSource("judged")
  void anInterruptStopsTheJudging(FeatureMap features) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> modelOn(features).predict(mnist.test()))
        .isInstanceOf(CancellationException.class)
        .hasMessage("stopped");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertJudgedAlike(DigitClassifier model, double tolerance) {
    DigitSet digits = mnist.test().head(300);
    List<Prediction> together = model.predict(digits);
    for (int i = 0; i < digits.size(); i++) {
      double[] alone = model.predict(digits.get(i)).margins();
      assertThat(together.get(i).margins())
          .as("digit %d", i)
          .containsExactly(alone, within(tolerance));
      for (BinaryClassifier one : model.classifiers()) {
        double margin = together.get(i).margin(one.digit());
        assertThat(one.margin(digits.get(i))).isEqualTo(margin, within(tolerance));
      }
    }
  }

  private FeatureMap fitted(FeatureRecipe recipe) {
    try (Workers workers = new Workers()) {
      return recipe.fit(Sample.of(mnist.train().head(500), workers), 1);
    }
  }

  /** Weight vectors of length 1 keep the margins as large as the features. */
  private static DigitClassifier modelOn(FeatureMap features) {
    return new DigitClassifier(
        IntStream.range(0, 10).mapToObj(digit -> classifier(digit, features)).toList(),
        SampleModel.provenance(1));
  }

  private static LinearClassifier classifier(int digit, FeatureMap features) {
    double[] weights = new Random(digit).doubles(features.size()).map(u -> 2 * u - 1).toArray();
    double length = Math.sqrt(DoubleStream.of(weights).map(w -> w * w).sum());
    double[] unit = DoubleStream.of(weights).map(w -> w / length).toArray();
    return new LinearClassifier(digit, features, unit, digit - 4.5);
  }
}
