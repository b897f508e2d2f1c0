package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pixels;
import digits.features.Standardize.Standardized;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both linear learners against scikit-learn, against Smile, and against training each one alone.
 */
class LogisticTest {

  private static Mnist mnist;

  @BeforeAll
  static void load() {
    mnist = Mnist.load();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10})
  void agreesWithScikitLearn(double penalty) {
    DigitClassifier model =
        Trainer.of(new Logistic().penalty(penalty).tolerance(1e-7).iterations(500))
            .train(mnist.train().head(5_000));
    DigitSet test = mnist.test().head(100);
    List<List<String>> rows =
        Fixtures.csv("learn/sklearn-logistic.csv").stream()
            .filter(row -> Double.parseDouble(row.get(0)) == penalty)
            .toList();
    assertThat(rows).hasSize(10);
    for (List<String> row : rows) {
      int digit = Integer.parseInt(row.get(1));
      LinearClassifier classifier = (LinearClassifier) model.classifier(digit);
      assertThat(classifier.intercept())
          .as("intercept of %d", digit)
          .isEqualTo(Double.parseDouble(row.get(2)), within(0.05));
      for (int i = 0; i < 100; i++) {
        assertThat(classifier.margin(test.get(i)))
            .as("margin of classifier %d for test digit %d", digit, i)
            .isEqualTo(Double.parseDouble(row.get(4 + i)), within(0.05));
      }
    }
  }

  @Test
  void pixelsThatAreCopiedInEachPassGiveTheSameWeightsAsRowsThatAreKept() {
    float[] ones = new float[784];
    Arrays.fill(ones, 1);
    FeatureMap kept = new Pixels().andThen(new Standardized(new float[784], ones));
    assertThat(weights(Trainer.of(kept, new Logistic()).digits(2_000).train(mnist.train())))
        .isEqualTo(weights(Trainer.logistic().digits(2_000).train(mnist.train())));
  }

  @Test
  void theSquaredHingeAgreesWithScikitLearn() {
    LinearSvm svm = new LinearSvm().penalty(50).tolerance(1e-9).iterations(500).intercept(false);
    DigitClassifier model = Trainer.of(svm).train(mnist.train().head(5_000));
    DigitSet test = mnist.test().head(100);
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
  void aDigitTrainedAloneGetsTheSameWeightsToTheLastBit() {
    DigitSet few = mnist.train().head(3_000);
    Trainer ridge = Trainer.of(new Deskew().andThen(new Hog(7)), new Ridge(0.1));
    for (Trainer trainer : List.of(Trainer.logistic(), Trainer.of(new LinearSvm()), ridge)) {
      DigitClassifier ten = trainer.train(few);
      for (int digit = 0; digit < 10; digit += 3) {
        LinearClassifier alone = (LinearClassifier) trainer.trainOne(few, digit);
        LinearClassifier beside = (LinearClassifier) ten.classifier(digit);
        assertThat(alone.weights()).as("%s, %d", trainer, digit).isEqualTo(beside.weights());
        assertThat(alone.intercept()).isEqualTo(beside.intercept());
      }
    }
  }

  @Test
  void trainedOnThreeDigitsTheLabelsStayRight() {
    DigitClassifier model = Trainer.logistic().train(mnist.train().head(6_000).only(1, 5, 9));
    assertThat(model.classes()).containsExactly(1, 5, 9);
    DigitSet test = mnist.test().only(1, 5, 9);
    long right = model.predict(test).stream().filter(p -> p.correct()).count();
    assertThat(right).isGreaterThan(test.size() * 97L / 100);
    assertThatThrownBy(() -> model.classifier(4))
        .hasMessage("this model has no classifier for 4, only for [1, 5, 9]");
  }

  @Test
  void theTrainingErrorIsThatOfTenThousandDigitsDrawnAtRandom() {
    DigitSet many = mnist.train().head(11_000);
    DigitClassifier model = Trainer.of(new Logistic().iterations(2)).seed(3).train(many);
    long wrong = model.predict(many.sample(10_000, 3)).stream().filter(p -> !p.correct()).count();
    assertThat(model.provenance().trainingError()).isEqualTo(wrong / 10_000.0);
  }

  @Test
  void theSeedDrawsTheDigitsAndIsKept() {
    Trainer trainer = Trainer.logistic().digits(500);
    DigitClassifier one = trainer.seed(1).train(mnist.train());
    DigitClassifier again = trainer.seed(1).train(mnist.train());
    DigitClassifier other = trainer.seed(2).train(mnist.train());
    assertThat(weights(one)).isEqualTo(weights(again)).isNotEqualTo(weights(other));
    assertThat(one.provenance().digits()).isEqualTo(500);
    assertThat(one.provenance().seed()).isEqualTo(1);
    assertThat(one.provenance().checksum())
        .isEqualTo(mnist.train().sample(500, 1).checksum())
        .isNotEqualTo(other.provenance().checksum());
  }

  private static List<Double> weights(DigitClassifier model) {
    List<Double> all = new ArrayList<>();
    for (BinaryClassifier classifier : model.classifiers()) {
      for (double weight : ((LinearClassifier) classifier).weights()) {
        all.add(weight);
      }
    }
    return all;
  }

  @Test
  void reportsProgressOnTheCallersThread() {
    List<Progress> reports = new ArrayList<>();
    Thread caller = Thread.currentThread();
    Trainer.of(new Logistic().tolerance(1e-9).iterations(7))
        .train(
            mnist.train().head(1_000),
            progress -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              reports.add(progress);
            });
    assertThat(reports).hasSizeGreaterThan(7);
    assertThat(reports.get(reports.size() - 1).done()).isEqualTo(7);
    List<Double> losses =
        reports.stream().map(Progress::loss).filter(loss -> !loss.isNaN()).toList();
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) / 2);
  }

  @Test
  void saysThatItHasNotConvergedAndHowFarItIs() {
    assertThat(warnings(new Logistic().iterations(3)))
        .singleElement()
        .asString()
        .matches(
            "not converged after 3 passes: the next step would lower the loss by a share of up to .*,"
                + " but the tolerance is 0\\.001; allow more iterations");
    assertThat(warnings(new Logistic())).isEmpty();
  }

  private static List<String> warnings(Logistic learner) {
    Warnings warnings = new Warnings();
    Trainer.of(learner).train(mnist.train().head(1_000), warnings);
    return warnings.sentences();
  }

  @Test
  @Timeout(60)
  void anInterruptEndsItAndLeavesNoThread() throws InterruptedException {
    CountDownLatch underWay = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Trainer endless = Trainer.of(new Logistic().tolerance(1e-300).iterations(1_000_000));
    Thread training =
        new Thread(
            () -> {
              try {
                endless.train(
                    mnist.train(),
                    progress -> {
                      if (progress.stage().equals("steps")) {
                        underWay.countDown();
                      }
                    });
              } catch (CancellationException e) {
                end.set(e);
              }
            });
    training.start();
    assertThat(underWay.await(50, TimeUnit.SECONDS)).isTrue();
    training.interrupt();
    training.join();
    assertThat(end.get()).isInstanceOf(CancellationException.class);
    assertNoThreadIsLeft();
  }

  /** The threads of a closed pool have finished their work, but may need a moment to end. */
  private static void assertNoThreadIsLeft() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("digits-")) {
        try {
          thread.join(1_000);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void tooManyFeaturesAreRefusedBeforeTheyAreMapped() {
    record Wide(int size) implements FeatureMap.ByRow {

      @Override
      public String name() {
        return "wide";
      }

      @Override
      public void map(float[] in, float[] out) {
        throw new AssertionError("mapped");
      }
    }
    for (Learner learner : List.of(new Logistic(), new LinearSvm(), new Ridge())) {
      assertThatThrownBy(() -> Trainer.of(new Wide(50_000), learner).train(mnist.train().head(100)))
          .as(learner.name())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(
              "a symmetric matrix of 50,00[01] rows needs 20,000?.*: use fewer features");
    }
  }

  @Test
  void aListenerThatFailsEndsItAndLeavesNoThread() {
    ProgressListener failing =
        progress -> {
          throw new IllegalStateException("no");
        };
    assertThatThrownBy(() -> Trainer.logistic().train(mnist.train().head(1_000), failing))
        .hasMessage("no");
    assertNoThreadIsLeft();
  }
}
