package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pixels;
import digits.features.RandomUnits;
import digits.features.Sample;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ridge regression against scikit-learn's, and merged statistics against those of all digits. */
class RidgeTest {

  private static final int[] ALL = IntStream.range(0, 10).toArray();

  private static Mnist mnist;

  @BeforeAll
  static void load() {
    mnist = Mnist.load();
  }

  @Test
  void agreesWithScikitLearn() {
    DigitClassifier model = Trainer.of(new Ridge(10)).train(mnist.train().head(5_000));
    DigitSet test = mnist.test().head(100);
    for (List<String> row : Fixtures.csv("learn/sklearn-ridge.csv")) {
      int digit = Integer.parseInt(row.get(0));
      LinearClassifier classifier = (LinearClassifier) model.classifier(digit);
      assertThat(classifier.intercept())
          .as("intercept of %d", digit)
          .isCloseTo(Double.parseDouble(row.get(1)), within(1e-4));
      for (int i = 0; i < 100; i++) {
        assertThat(classifier.margin(test.get(i)))
            .as("margin of classifier %d for test digit %d", digit, i)
            .isCloseTo(Double.parseDouble(row.get(2 + i)), within(1e-4));
      }
    }
  }

  @Test
  void aDigitTrainedAloneGetsTheSameWeightsToTheLastBit() {
    DigitSet few = mnist.train().head(2_000);
    Trainer trainer = Trainer.of(new Deskew().andThen(new Hog(7)), new Ridge(0.1));
    DigitClassifier ten = trainer.train(few);
    for (int digit : ALL) {
      LinearClassifier alone = (LinearClassifier) trainer.trainOne(few, digit);
      LinearClassifier beside = (LinearClassifier) ten.classifier(digit);
      assertThat(alone.weights()).as("weights of %d", digit).isEqualTo(beside.weights());
      assertThat(alone.intercept()).isEqualTo(beside.intercept());
    }
  }

  @Test
  void anySplitMergedInAnyOrderGivesTheSameClassifiers() {
    FeatureMap map = new Deskew().andThen(new Hog(7));
    DigitSet digits = mnist.train().head(4_500);
    try (Workers workers = new Workers()) {
      Sample all = Sample.of(digits, workers).through(map);
      List<LinearClassifier> whole = solve(List.of(all), map, workers);
      List<Sample> parts = new ArrayList<>();
      int[] cuts = {0, 1, 700, 701, 3_000, 4_500};
      for (int i = 1; i < cuts.length; i++) {
        parts.add(part(all, cuts[i - 1], cuts[i]));
      }
      List<LinearClassifier> merged = solve(parts, map, workers);
      Collections.reverse(parts);
      List<LinearClassifier> backwards = solve(parts, map, workers);
      for (int digit : ALL) {
        double[] expected = whole.get(digit).weights();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(merged.get(digit).weights()).containsExactly(expected, within(1e-3 * largest));
        assertThat(backwards.get(digit).weights())
            .containsExactly(merged.get(digit).weights(), within(1e-9 * largest));
      }
    }
  }

  private static Sample part(Sample all, int from, int to) {
    FloatMatrix rows = all.rows().rows(from, to - from);
    return new Sample(rows, Arrays.copyOfRange(all.labels(), from, to), all.workers());
  }

  /** Each part into statistics of its own, merged one into the other. */
  private static List<LinearClassifier> solve(List<Sample> parts, FeatureMap map, Workers workers) {
    SufficientStatistics merged = new SufficientStatistics(map.size());
    for (Sample part : parts) {
      SufficientStatistics own = new SufficientStatistics(map.size());
      own.add(part.rows(), part.labels(), workers);
      merged.merge(own);
    }
    return merged.solve(1, ALL, map, workers);
  }

  @Test
  void copiesAreRowsLikeTheOthersAndDependOnTheirSeedOnly() {
    DigitSet few = mnist.train().head(500);
    Trainer trainer = Trainer.of(new Ridge(1)).augmentation(new Augmentation(2));
    double[] one = weights(trainer.seed(1).train(few));
    assertThat(weights(trainer.seed(1).train(few))).isEqualTo(one);
    assertThat(weights(trainer.seed(2).train(few))).isNotEqualTo(one);
    try (Workers workers = new Workers()) {
      TrainingData data = TrainingData.of(few, new Pixels(), trainer.augmentation(), 1, workers);
      assertThat(data.rows()).isEqualTo(1_500);
      float[] row = new float[784];
      data.features().getRow(7, row);
      assertThat(row).containsExactly(few.get(7).intensities());
      data.features().getRow(507, row);
      assertThat(row).isNotEqualTo(few.get(7).intensities());
      assertThat(data.target(507, few.label(7))).isEqualTo(1);
      // Unwarped copies equal the digit, so two of them act like a third of the penalty.
      Augmentation none = new Augmentation(2, 0, 0, 0, 0, 4);
      double[] thrice = weights(Trainer.of(new Ridge(3)).augmentation(none).train(few));
      assertThat(thrice)
          .containsExactly(weights(Trainer.of(new Ridge(1)).train(few)), within(1e-4));
    }
  }

  @Test
  void moreRowsThanCanBeCountedAreRefused() {
    assertThat(TrainingData.rows(60_000, 1_000)).isEqualTo(60_060_000);
    assertThatThrownBy(() -> TrainingData.rows(2_500_000, 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2,500,000 digits with 1,000 copies each make 2,502,500,000 rows, but at most"
                + " 2,147,483,647 are possible: use fewer digits or copies");
  }

  private static double[] weights(DigitClassifier model) {
    return ((LinearClassifier) model.classifier(3)).weights();
  }

  @Test
  void thePathIsWhatTrainingAgainWouldFind() {
    Trainer trainer = Trainer.of(new Deskew(), new Ridge());
    DigitSet few = mnist.train().head(3_000);
    RidgePath path = RidgePath.of(trainer, few, ProgressListener.NONE, 0.1, 10, 1e5);
    for (RidgePath.Point point : path.points()) {
      DigitClassifier model =
          Trainer.of(new Deskew(), new Ridge(point.penalty())).train(few.head(2_500));
      DigitSet held = few.select(IntStream.range(2_500, 3_000));
      long wrong = model.predict(held).stream().filter(p -> !p.correct()).count();
      assertThat(point.heldOutError()).isCloseTo(wrong / 500.0, within(0.0021));
    }
    assertThat(path.best().penalty()).isLessThan(1e5);
    assertThat(path.points().get(2).heldOutError()).isGreaterThan(path.best().heldOutError());
  }

  @Test
  void theBestErrsLeastOnTheHeldOutDigitsAndOfTwoAlikeHasTheLargerPenalty() {
    RidgePath.Point loose = new RidgePath.Point(0.1, 0, 0.2);
    RidgePath.Point small = new RidgePath.Point(1, 0.1, 0.05);
    RidgePath.Point large = new RidgePath.Point(10, 0.1, 0.05);
    assertThat(new RidgePath(List.of(loose, small, large)).best()).isEqualTo(large);
    assertThat(new RidgePath(List.of(large, small, loose)).best()).isEqualTo(large);
  }

  @Test
  void aPathNeedsPenaltiesAndDigits() {
    assertThatThrownBy(() -> path(mnist.train()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one penalty is required");
    assertThatThrownBy(() -> path(mnist.train(), 1, 0))
        .hasMessage("penalty must be finite and above 0, not 0.0");
    assertThatThrownBy(() -> path(mnist.train().head(5), 1))
        .hasMessage("to hold a sixth back takes 6 digits or more, not 5");
  }

  private static RidgePath path(DigitSet digits, double... penalties) {
    return RidgePath.of(Trainer.features(), digits, ProgressListener.NONE, penalties);
  }

  @Test
  void progressCountsTheDigits() {
    List<Progress> reports = new ArrayList<>();
    Trainer.of(new Ridge()).train(mnist.train().head(5_000), reports::add);
    assertThat(reports).extracting(Progress::done).containsExactly(2048L, 4096L, 5000L);
    assertThat(reports).allMatch(report -> report.total() == 5_000);
  }

  @Test
  void anInterruptEndsTheTraining() {
    Thread caller = Thread.currentThread();
    Trainer trainer = Trainer.of(new RandomUnits(500), new Ridge());
    assertThatThrownBy(() -> trainer.train(mnist.train(), report -> caller.interrupt()))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void thePresetsFindWhatTheyPromise() {
    DigitSet few = mnist.train().head(10_000);
    DigitClassifier model = Trainer.features().train(few);
    long wrong = model.predict(mnist.test()).stream().filter(p -> !p.correct()).count();
    assertThat(wrong).as("errors of features() trained on 10,000 digits").isLessThan(250);
    assertThat(model.provenance().options())
        .containsEntry("features", "deskew to 5.0 > (hog + hog 7)")
        .containsEntry("penalty", "0.3");
    assertThat(Trainer.best().recipe().name())
        .isEqualTo(
            "deskew to 5.0 > (hog + hog 7) > 200 components > 5000 square units > standardize");
    assertThat(Trainer.warped().recipe().name())
        .isEqualTo(
            "mean of 9 views (deskew to 5.0 > (hog + hog 7) > 200 components > 10000 square units)"
                + " > standardize");
  }

  @Test
  void aPenaltyIsAboveZero() {
    assertThatThrownBy(() -> new Ridge(0))
        .hasMessage("penalty must be finite and above 0, not 0.0");
    assertThatThrownBy(() -> new Ridge(Double.NaN))
        .hasMessage("penalty must be finite and above 0, not NaN");
    SufficientStatistics none = new SufficientStatistics(784);
    try (Workers workers = new Workers()) {
      assertThatThrownBy(() -> none.solve(1, ALL, new Pixels(), workers))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("there is nothing to solve: no digits have been added yet");
      none.add(new FloatMatrix(2, 784), new byte[] {3, 4}, workers);
      assertThatThrownBy(() -> none.solve(-1, ALL, new Pixels(), workers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("penalty must be finite and above 0, not -1.0");
      assertThat(none.solve(1, ALL, new Pixels(), workers)).hasSize(10);
    }
  }
}
