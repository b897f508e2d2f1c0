package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureRecipe;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.Pixels;
import digits.features.RandomUnits;
import digits.features.Standardize;
import digits.features.Views;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.linalg.FloatMatrix;
import digits.model.SavedFeatures2.SavedChain;
import digits.model.SavedFeatures2.SavedComponents;
import digits.model.SavedFeatures2.SavedConcat;
import digits.model.SavedFeatures2.SavedDeskew;
import digits.model.SavedFeatures2.SavedHog;
import digits.model.SavedFeatures2.SavedPixels;
import digits.model.SavedFeatures2.SavedStandardized;
import digits.model.SavedFeatures2.SavedUnits;
import digits.model.SavedFeatures2.SavedViews;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format version 2: features of every kind survive, and what is no feature map is refused. */
class Version2Test {

  private static Mnist mnist;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    mnist = Mnist.load();
  }

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
  void aLoadedModelSaysTheVerySame(FeatureRecipe recipe) {
    DigitClassifier model = Trainer.of(recipe, new Ridge(1)).train(mnist.train().head(500));
    Path file = folder.resolve("models.ser");
    ModelFile.save(model, file);
    DigitClassifier loaded = ModelFile.load(file);
    assertThat(loaded.features().name()).isEqualTo(model.features().name());
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    DigitSet test = mnist.test().head(50);
    for (int i = 0; i < 50; i++) {
      // Arrays of floats are equal when their bits are.
      assertThat(loaded.features().map(test.get(i))).isEqualTo(model.features().map(test.get(i)));
    }
    for (int i = 0; i < 50; i++) {
      assertThat(loaded.predict(test.get(i)).margins())
          .isEqualTo(model.predict(test.get(i)).margins());
    }
  }

  @Test
  void theFileOfVersion2StaysReadable() throws IOException {
    Path file = folder.resolve("model-v2.ser");
    try (InputStream in = Version2Test.class.getResourceAsStream("model-v2.ser")) {
      Files.copy(in, file);
    }
    DigitClassifier model = ModelFile.load(file);
    assertThat(model.features().name())
        .isEqualTo(
            "deskew to 5.0 > (hog 7 + hog 14) > 12 components > 40 square units > standardize");
    assertThat(model.provenance().options()).containsEntry("penalty", "0.5");
    for (List<String> row : Fixtures.csv("model/model-v2-margins.csv")) {
      double[] margins = model.predict(mnist.test().get(Integer.parseInt(row.get(0)))).margins();
      for (int digit = 0; digit < 10; digit++) {
        // Products are float32 and differ in the last bits from one processor to another.
        assertThat(margins[digit])
            .as("digit %s, classifier %d", row.get(0), digit)
            .isCloseTo(Double.parseDouble(row.get(1 + digit)), within(1e-3));
      }
    }
  }

  static Stream<Arguments> wrongFeatures() {
    float[] one = {1};
    float[] nan = {Float.NaN};
    SavedMatrix row = new SavedMatrix(1, 784, new short[784]);
    SavedMatrix infinite = new SavedMatrix(1, 784, new short[784]);
    infinite.bits()[5] = (short) 0x7F80;
    return Stream.of(
        Arguments.of(new SavedHog(3), "2, 4, 7 or 14 pixels wide, not 3"),
        Arguments.of(new SavedDeskew(-1), "width must be 0, or 1 to 14 pixels, not -1.0"),
        Arguments.of(new SavedDeskew(Double.NaN), "not NaN"),
        Arguments.of(
            new SavedComponents(row, new float[2]), "the number of offsets must be 1, not 2"),
        Arguments.of(new SavedComponents(infinite, one), "directions are not all finite"),
        Arguments.of(new SavedUnits(row, nan), "offsets are not all finite"),
        Arguments.of(
            new SavedStandardized(one, new float[0]), "the number of scales must be 1, not 0"),
        Arguments.of(
            new SavedStandardized(new float[0], new float[0]),
            "the number of means must be 1, not 0"),
        Arguments.of(new SavedChain(new SavedHog(7), new SavedPixels()), "takes rows of 784"),
        Arguments.of(
            new SavedConcat(new SavedPixels(), new SavedStandardized(one, one.clone())),
            "rows of 1"),
        Arguments.of(new SavedChain(new SavedPixels(), null), "a part of the model is not there"),
        Arguments.of(new SavedComponents(null, one), "a part of the model is not there"),
        Arguments.of(
            new SavedViews(new SavedPixels(), new SavedWarps(-1, 0, 0, 0, 0, 4)), "not -1"),
        Arguments.of(
            new SavedViews(new SavedPixels(), new SavedWarps(1_001, 0, 0, 0, 0, 4)), "not 1,001"),
        Arguments.of(
            new SavedViews(
                new SavedStandardized(one, one.clone()), new SavedWarps(1, 0, 0, 0, 0, 4)),
            "views need a map of 784 pixels"));
  }

  @ParameterizedTest
  @MethodSource("wrongFeatures")
  void featuresThatCannotBeAreRefused(SavedFeatures2 wrong, String said) {
    Forgery.assertRefused(2, Payload.write(with(wrong)), said);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 100, 20_000})
  void aDeepStackOfFeaturesIsRefusedBeforeTheStackEnds(int levels) throws Exception {
    SavedFeatures2 deep = new SavedPixels();
    for (int i = 0; i < levels; i++) {
      deep = new SavedChain(deep, new SavedDeskew(0));
    }
    SavedModel2 model = with(deep);
    // To write so deep takes a stack that nobody has who reads.
    FutureTask<byte[]> payload = new FutureTask<>(() -> Payload.write(model));
    new Thread(null, payload, "deep", 1L << 30).start();
    Forgery.assertRefused(2, payload.get(), "REJECTED");
  }

  @Test
  void aHugeMatrixIsRefusedBeforeItIsMade() {
    byte[] payload =
        Payload.write(
            with(new SavedComponents(new SavedMatrix(3, 49, new short[147]), new float[3])));
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    for (int at = payload.length - 4; at >= 0; at--) {
      if (buffer.getInt(at) == 147) {
        buffer.putInt(at, 30_000_000);
      }
    }
    Forgery.assertRefused(2, payload, "REJECTED");
  }

  @Test
  void aPayloadOfOneVersionIsNoneOfTheOther() {
    Forgery.assertRefused(2, Payload.write(SampleModel.saved1(3, 1, 5)), "foreign class");
    Forgery.assertRefused(1, Payload.write(with(new SavedPixels())), "foreign class");
  }

  @Test
  void numbersThatWouldChangeAreNotSaved() {
    FloatMatrix odd = new FloatMatrix(1, 1);
    odd.setRow(0, new float[] {0.1f});
    assertThatThrownBy(() -> SavedMatrix.of(odd)).hasMessageContaining("only bfloat16 numbers");
    assertThatThrownBy(() -> new SavedMatrix(2, 3, new short[5]))
        .hasMessage("a matrix of 2 x 3 does not have 5 numbers");
  }

  @Test
  void theLargePresetsStaySmall() {
    // The units of the preset, as few digits make them; what counts is their number.
    DigitClassifier model = Trainer.best().train(mnist.train().head(300));
    assertThat(model.features().size()).isEqualTo(5_000);
    assertThat(ModelFile.save(model, folder.resolve("models.ser"))).isLessThan(8_000_000L);
  }

  private static SavedModel2 with(SavedFeatures2 features) {
    SavedModel1 pixels = SampleModel.saved1(3, 1, 5);
    return new SavedModel2(features, pixels.classifiers(), pixels.origin());
  }

  /** Makes the fixtures; run it only for a new version of the format. */
  public static void main(String[] folder) throws IOException {
    FeatureRecipe recipe =
        new Deskew(5)
            .andThen(new Hog(7).concat(new Hog(14)))
            .andThen(new Pca(12))
            .andThen(new RandomUnits(40))
            .andThen(new Standardize());
    Mnist digits = Mnist.load();
    DigitClassifier model =
        Trainer.of(recipe, new Ridge(0.5)).seed(42).train(digits.train().head(2_000));
    ModelFile.save(model, Path.of(folder[0], "model-v2.ser"));
    StringBuilder table = new StringBuilder("# margins of model-v2.ser for test digits\n");
    table.append("digit,0,1,2,3,4,5,6,7,8,9\n");
    for (int i = 0; i < 20; i++) {
      table.append(i);
      for (double margin : model.predict(digits.test().get(i)).margins()) {
        table.append(',').append(margin);
      }
      table.append('\n');
    }
    Files.writeString(Path.of(folder[0], "model-v2-margins.csv"), table);
  }
}
