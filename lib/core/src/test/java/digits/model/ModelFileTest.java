package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.Digit;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.Pixels;
import digits.features.RandomUnits;
import digits.features.Standardize;
import digits.features.Views;
import digits.learn.Ridge;
import digits.learn.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {

  @TempDir Path folder;

  static Stream<FeatureRecipe> recipes() {
    return Stream.of(
        new Pixels(),
        new Deskew(5).andThen(new Hog(7)),
        new Hog(14).concat(new Deskew()),
        new Hog(7).andThen(new Pca(8)).andThen(new RandomUnits(9)),
        Views.of(new Hog(14), new Augmentation(2)),
        new Pca(8).andThen(new RandomUnits(9)).andThen(new Standardize()));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void featuresOfEveryKindSayTheVerySame(FeatureRecipe recipe) {
    Mnist mnist = Mnist.load();
    DigitClassifier model = Trainer.of(recipe, new Ridge(1)).train(mnist.train().head(500));

    DigitClassifier loaded = saveAndLoad(model);

    assertThat(loaded.features().name()).isEqualTo(model.features().name());
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.classes()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (Digit digit : mnist.test().head(50)) {
      // Arrays of floats are equal when their bits are.
      assertThat(loaded.features().map(digit)).isEqualTo(model.features().map(digit));
      assertThat(loaded.predict(digit).margins()).isEqualTo(model.predict(digit).margins());
    }
  }

  @Test
  void filesStaySmall() {
    Path file = folder.resolve("models.ser");
    assertThat(ModelFile.save(SampleModel.ofTen(7), file)).isBetween(10 * 785 * 8L, 66_000L);
    // The units of the preset, as few digits make them; what counts is their number.
    DigitClassifier model = Trainer.best().train(Mnist.load().train().head(300));
    assertThat(model.features().size()).isEqualTo(5_000);
    assertThat(ModelFile.save(model, file)).isLessThan(8_000_000L);
  }

  @Test
  void extremeNumbersAndTextsSurvive() {
    double[] weights = new double[Digit.PIXELS];
    weights[0] = -0.0;
    weights[1] = Double.MIN_VALUE;
    weights[2] = Double.MAX_VALUE;
    weights[3] = Math.nextUp(1.0);
    Provenance odd =
        new Provenance(
            "", Map.of("", "\0 \ud83d \u00e9"), Long.MIN_VALUE, "\n", 1, "", "x".repeat(70_000), 1);
    LinearClassifier only = new LinearClassifier(9, new Pixels(), weights, -Double.MIN_VALUE);

    DigitClassifier loaded = saveAndLoad(new DigitClassifier(List.of(only), odd));

    LinearClassifier nine = (LinearClassifier) loaded.classifier(9);
    assertThat(bits(nine.weights())).isEqualTo(bits(weights));
    assertThat(nine.intercept()).isEqualTo(-Double.MIN_VALUE);
    assertThat(loaded.provenance()).isEqualTo(odd);
  }

  @Test
  void whatCouldNotBeReadAgainIsRefused() {
    DigitClassifier odd =
        new DigitClassifier(List.of(new Constant(3, new Pixels())), SampleModel.provenance(1));
    assertRefused(
        odd, "only linear classifiers can be saved, and the one for digit 3 is of another kind");
    for (String name : List.of("shrunk", "pixels")) {
      assertRefused(
          on(new Shrunk(name)),
          "only this library's own features can be saved, not \"" + name + "\"");
    }
    FeatureMap deep = new Pixels();
    for (int levels = 1; levels <= 1_000; levels++) {
      deep = deep.andThen(new Deskew());
      if (levels == 50 || levels == 1_000) {
        assertRefused(on(deep), "at most 100 maps");
      }
    }
  }

  @Test
  void theLargestModelIsReadAgainAndOneByteMoreIsRefused() {
    int text = 100_000;
    int most = text + Envelope.MAX_BYTES - ModelFile.encode(with(text)).length;

    assertThat(saveAndLoad(with(most)).provenance().data()).hasSize(most);
    assertThat(folder.resolve("models.ser")).hasSize(Envelope.MAX_BYTES);
    assertThatThrownBy(() -> ModelFile.encode(with(most + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "this model is too large to be read again: 67,108,865 bytes are more than 67,108,864");
  }

  private static DigitClassifier with(int text) {
    Provenance made = new Provenance("", Map.of(), 1, "x".repeat(text), 1, "", "", 0);
    return new DigitClassifier(List.of(SampleModel.classifier(1, 1)), made);
  }

  private void assertRefused(DigitClassifier model, String why) {
    assertThatThrownBy(() -> ModelFile.save(model, folder.resolve("models.ser")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
    assertThat(folder).isEmptyDirectory();
  }

  private DigitClassifier saveAndLoad(DigitClassifier model) {
    Path file = folder.resolve("models.ser");
    ModelFile.save(model, file);
    return ModelFile.load(file);
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static DigitClassifier on(FeatureMap features) {
    LinearClassifier only = new LinearClassifier(0, features, new double[features.size()], 0);
    return new DigitClassifier(List.of(only), SampleModel.provenance(1));
  }

  private record Constant(int digit, FeatureMap features) implements BinaryClassifier {
    @Override
    public double margin(float[] row) {
      return 1;
    }
  }

  private record Shrunk(String name) implements FeatureMap.ByRow {
    @Override
    public int size() {
      return 4;
    }

    @Override
    public int inputs() {
      return 784;
    }

    @Override
    public void map(float[] in, float[] out) {}
  }
}
