package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The squared hinge: its minimum, and that a digit trained alone equals one trained beside others.
 */
class LinearSvmTest {

  private final DigitSet few = Mnist.load().train().head(3_000);

  @Test
  void agreesWithScikitLearn() {
    LinearSvm svm = new LinearSvm().penalty(50).tolerance(1e-9).iterations(500).intercept(false);
    DigitClassifier model = Trainer.of(svm).train(Mnist.load().train().head(5_000));
    DigitSet test = Mnist.load().test().head(100);
    for (List<String> row : Fixtures.csv("learn/sklearn-svm.csv")) {
      int digit = Integer.parseInt(row.get(0));
      for (int i = 0; i < 100; i++) {
        assertThat(model.classifier(digit).margin(test.get(i)))
            .as("margin of classifier %d for test digit %d", digit, i)
            .isCloseTo(Double.parseDouble(row.get(1 + i)), within(0.005));
      }
    }
  }

  @Test
  void progressFallsAndAnInterruptEndsIt() {
    Trainer endless = Trainer.of(new LinearSvm().tolerance(1e-300).iterations(1_000_000));
    List<Double> losses = new ArrayList<>();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                endless.train(
                    few,
                    report -> {
                      if (report.stage().equals("steps")) {
                        losses.add(report.loss());
                      }
                      if (losses.size() == 5) {
                        caller.interrupt();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(losses).hasSize(5);
    assertThat(losses.get(4)).isLessThanOrEqualTo(losses.get(0));
  }

  /** The loss is convex, so its minimum is where its gradient, summed in float64, is zero. */
  @Test
  void theGradientIsZeroAtTheEnd() {
    double penalty = 10;
    DigitClassifier model =
        Trainer.of(new LinearSvm().penalty(penalty).tolerance(1e-9).iterations(500)).train(few);
    for (int digit = 0; digit < 10; digit++) {
      LinearClassifier classifier = (LinearClassifier) model.classifier(digit);
      double start = length(gradient(new double[784], 0, digit, 0));
      double end = length(gradient(classifier.weights(), classifier.intercept(), digit, penalty));
      assertThat(end / start).as("gradient of %d", digit).isEqualTo(0, within(1e-4));
    }
  }

  private double[] gradient(double[] weights, double intercept, int digit, double penalty) {
    double[] gradient = new double[785];
    for (int place = 0; place < few.size(); place++) {
      byte[] pixels = few.get(place).pixels();
      double y = few.label(place) == digit ? 1 : -1;
      double margin = intercept;
      for (int j = 0; j < 784; j++) {
        margin += weights[j] * (pixels[j] & 255) / 255;
      }
      double slope = -2 * y * Math.max(0, 1 - y * margin);
      for (int j = 0; j < 784; j++) {
        gradient[j] += slope * (pixels[j] & 255) / 255;
      }
      gradient[784] += slope;
    }
    for (int j = 0; j < 784; j++) {
      gradient[j] += penalty * weights[j];
    }
    return gradient;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  @Test
  void aDigitTrainedAloneGetsTheSameWeightsToTheLastBit() {
    Trainer trainer = Trainer.of(new LinearSvm());
    DigitClassifier ten = trainer.train(few);
    for (int digit = 0; digit < 10; digit++) {
      LinearClassifier alone = (LinearClassifier) trainer.trainOne(few, digit);
      LinearClassifier beside = (LinearClassifier) ten.classifier(digit);
      assertThat(alone.weights()).as("weights of %d", digit).isEqualTo(beside.weights());
      assertThat(alone.intercept()).isEqualTo(beside.intercept());
    }
  }

  @Test
  void theTrainingErrorIsThatOfTenThousandDigitsDrawnAtRandom() {
    DigitSet many = Mnist.load().train().head(11_000);
    DigitClassifier model = Trainer.of(new LinearSvm().iterations(2)).seed(3).train(many);
    long wrong = model.predict(many.sample(10_000, 3)).stream().filter(p -> !p.correct()).count();
    assertThat(model.provenance().trainingError()).isEqualTo(wrong / 10_000.0);
  }

  @Test
  void itIsSavedWithItsSettings(@TempDir Path folder) {
    DigitClassifier model = Trainer.of(new LinearSvm().penalty(7)).train(few);
    Path file = folder.resolve("models.ser");
    ModelFile.save(model, file);
    DigitClassifier loaded = ModelFile.load(file);
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.provenance().learner()).isEqualTo("linear SVM");
    assertThat(loaded.provenance().options()).containsEntry("penalty", "7.0");
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new LinearSvm().penalty(-1)).hasMessageContaining("penalty");
    assertThatThrownBy(() -> new LinearSvm().tolerance(0)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> new LinearSvm().iterations(0)).hasMessageContaining("iterations");
  }
}
