package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.DataException;
import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Hog;
import digits.features.Pixels;
import digits.features.WarpedDigits;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned from parts adds up to what all digits teach, to the last bit. */
class RidgeStatisticsTest {

  private static final DigitSet FEW = Mnist.load().train().head(700);
  private static final DigitSource MANY = new WarpedDigits(FEW, 6_500, new Augmentation(1), 3);
  private static final Trainer TRAINER = Trainer.features().seed(3);
  private static final byte[] WHOLE = bytes(TRAINER.train(MANY));

  @TempDir private Path folder;

  private static byte[] bytes(DigitClassifier model) {
    return ModelFile.encode(model);
  }

  private static RidgeStatistics part(int number, int of) {
    return TRAINER.statistics(MANY, new Part(number, of), ProgressListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void partsInAnyOrderMakeTheSameModelAsTheWhole(int of) {
    List<Part> order = new ArrayList<>(Part.all(of));
    Collections.shuffle(order, new Random(of));
    RidgeStatistics all = part(order.get(0).number(), of);
    for (Part next : order.subList(1, of)) {
      assertThat(all.missing()).contains(next);
      all.add(part(next.number(), of));
    }
    assertThat(bytes(TRAINER.solve(all, MANY))).isEqualTo(WHOLE);
  }

  @Test
  void aStoppedTrainingGoesOnWhereItWas() {
    Path file = folder.resolve("so-far");
    List<Part> done = new ArrayList<>();
    ProgressListener stops =
        new ProgressListener() {
          @Override
          public void report(Progress progress) {}

          @Override
          public void finished(double seconds) {
            done.add(Part.WHOLE);
            if (done.size() == 3) {
              throw new IllegalStateException("stopped");
            }
          }
        };
    assertThatThrownBy(() -> TRAINER.train(MANY, 4, file, stops)).hasMessage("stopped");
    assertThat(StatisticsFile.load(file).missing()).containsExactly(new Part(3, 4), new Part(4, 4));
    DigitClassifier model = TRAINER.train(MANY, 4, file, stops);
    assertThat(done).hasSize(5);
    assertThat(bytes(model)).isEqualTo(WHOLE);
    assertThatThrownBy(() -> TRAINER.seed(4).train(MANY, 4, file, stops))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the file is of another training, in 4 parts")
        .hasMessageContaining("seed 4");
  }

  @Test
  void digitsOfTomorrowAreAddedToThoseOfToday() {
    DigitSet more = Mnist.load().test().head(300);
    Path file = folder.resolve("today");
    Trainer pixels = Trainer.of(new Ridge());
    StatisticsFile.save(pixels.statistics(FEW, Part.WHOLE, ProgressListener.NONE), file);
    RidgeStatistics both = StatisticsFile.load(file);
    both.add(
        Trainer.of(both.features(), new Ridge())
            .statistics(more, Part.WHOLE, ProgressListener.NONE));
    assertThat(both.provenance().digits()).isEqualTo(1_000);
    assertThat(both.provenance().data()).isEqualTo("MNIST training and MNIST test");
    double[] added = weights(pixels.solve(both, FEW));
    double[] together = weights(pixels.train(FEW.and(more)));
    // Not to the last bit: the blocks of rows, whose products are float32, are others.
    assertThat(added).usingComparatorWithPrecision(1e-4).containsExactly(together);
  }

  private static double[] weights(DigitClassifier model) {
    return ((LinearClassifier) model.classifiers().get(3)).weights();
  }

  @Test
  void whatDoesNotBelongTogetherIsNotAdded() {
    RidgeStatistics first = part(1, 4);
    assertThatThrownBy(() -> first.add(part(1, 4)))
        .hasMessage("a part of MNIST training is in both, and must not count twice");
    assertThatThrownBy(() -> TRAINER.solve(part(2, 3), MANY))
        .hasMessage("of the training on MNIST training, these parts are missing: [1/3, 3/3]");
    RidgeStatistics other =
        Trainer.of(new Pixels(), new Ridge()).statistics(FEW, Part.WHOLE, ProgressListener.NONE);
    assertThatThrownBy(() -> first.add(other))
        .hasMessageStartingWith("the two were learned with different features");
    assertThatThrownBy(() -> Trainer.logistic().statistics(FEW, Part.WHOLE, ProgressListener.NONE))
        .hasMessageStartingWith("what is learned from parts adds up for ridge regression only");
    Trainer pixels = Trainer.of(new Ridge());
    RidgeStatistics large = pixels.statistics(FEW, new Part(1, 2), ProgressListener.NONE);
    large.numbers().gram().addDiagonal(784, 0x1p29);
    large.add(pixels.statistics(FEW, new Part(2, 2), ProgressListener.NONE));
    assertThatThrownBy(() -> pixels.solve(large, FEW))
        .hasMessageContaining("scale the features, for example with Standardize");
  }

  /** Format 1: both parts of the first 5,000 digits. Every later version has to read it. */
  @Test
  void theKeptFileStaysReadable() throws IOException {
    Path file = folder.resolve("kept");
    try (InputStream in = RidgeStatisticsTest.class.getResourceAsStream("statistics-1.bin")) {
      Files.copy(in, file);
    }
    RidgeStatistics kept = StatisticsFile.load(file);
    Path again = folder.resolve("again");
    StatisticsFile.save(kept, again);
    assertThat(again).hasSameBinaryContentAs(file);
    DigitSet digits = Mnist.load().train().head(5_000);
    DigitClassifier model = Trainer.of(new Hog(14), new Ridge()).solve(kept, digits);
    assertThat(kept.missing()).isEmpty();
    assertThat(model.provenance().trainingError()).isCloseTo(0.0882, within(0.001));
  }

  @Test
  void aFileWithASingleWrongByteIsRefused() throws IOException {
    Path file = folder.resolve("statistics");
    StatisticsFile.save(
        Trainer.of(new Ridge()).statistics(FEW, Part.WHOLE, ProgressListener.NONE), file);
    byte[] sound = Files.readAllBytes(file);
    assertThat(StatisticsFile.load(file).missing()).isEmpty();
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] wrong = sound.clone();
      int at = i < 20 ? i : random.nextInt(wrong.length);
      wrong[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, wrong);
      assertThatThrownBy(() -> StatisticsFile.load(file))
          .as("byte %d", at)
          .isInstanceOf(DataException.class);
    }
    Files.write(file, Arrays.copyOf(sound, sound.length - 1));
    assertThatThrownBy(() -> StatisticsFile.load(file))
        .hasMessageContaining("is damaged, or not a statistics file of format 1");
    Files.write(file, Arrays.copyOf(sound, 5_000));
    assertThatThrownBy(() -> StatisticsFile.load(file))
        .hasMessageContaining("is damaged, or not a statistics file of format 1");
    assertThatThrownBy(() -> StatisticsFile.load(folder.resolve("none")))
        .hasMessageStartingWith("there is no file ");
  }
}
