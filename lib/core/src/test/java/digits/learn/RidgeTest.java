package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Augmentation;
import digits.features.Pixels;
import digits.linalg.Workers;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.List;
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
  void copiesAreRowsLikeTheOthersAndDependOnTheirSeedOnly() {
    DigitSet few = mnist.train().head(500);
    Trainer trainer = Trainer.of(new Ridge(1)).augmentation(new Augmentation(2));
    double[] one = weights(trainer.seed(1).train(few));
    assertThat(weights(trainer.seed(1).train(few))).isEqualTo(one);
    assertThat(weights(trainer.seed(2).train(few))).isNotEqualTo(one);
    try (Workers workers = new Workers()) {
      TrainingData data = new TrainingData(few, new Pixels(), trainer.augmentation(), 1, workers);
      assertThat(data.rows()).isEqualTo(1_500);
      data.prepare();
      float[] row = new float[784];
      data.copyRow(7, row);
      assertThat(row).containsExactly(few.get(7).intensities());
      data.copyRow(507, row);
      assertThat(row).isNotEqualTo(few.get(7).intensities());
      assertThat(data.labels(1)[507]).isEqualTo((byte) few.label(7));
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
  void progressCountsTheDigits() {
    List<Progress> reports = new ArrayList<>();
    Trainer.of(new Ridge()).train(mnist.train().head(5_000), reports::add);
    assertThat(reports).extracting(Progress::done).containsExactly(2048L, 4096L, 5000L);
    assertThat(reports).allMatch(report -> report.total() == 5_000);
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
}
