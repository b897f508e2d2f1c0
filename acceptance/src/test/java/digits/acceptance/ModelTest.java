package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import digits.model.Prediction;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The classifiers that come with the project are the ones that today's code trains. Float32
 * products differ in their last digits from processor to processor, hence the tolerances.
 */
class ModelTest {

  private static Mnist mnist;
  private static DigitClassifier kept;
  private static DigitClassifier trained;

  @BeforeAll
  static void train() {
    mnist = Mnist.load();
    kept = ModelFile.load(Project.ROOT.resolve("notebooks/models.ser"));
    trained = Trainer.logistic().train(mnist.train());
  }

  @Test
  void theWeightsAreTheSame() {
    assertThat(kept.classes()).containsExactly(trained.classes());
    for (BinaryClassifier classifier : trained.classifiers()) {
      double[] expected = ((LinearClassifier) kept.classifier(classifier.digit())).weights();
      double[] actual = ((LinearClassifier) classifier).weights();
      assertThat(actual)
          .as("weights of %d", classifier.digit())
          .containsExactly(expected, within(0.05));
    }
  }

  @Test
  void theAnswersAreTheSame() {
    List<Prediction> before = kept.predict(mnist.test());
    List<Prediction> now = trained.predict(mnist.test());
    int different = 0;
    for (int i = 0; i < now.size(); i++) {
      if (before.get(i).predicted() != now.get(i).predicted()) {
        different++;
      }
    }
    assertThat(different).isLessThanOrEqualTo(20);
  }

  @Test
  void theErrorIsWhatTheProjectSays() {
    Evaluation evaluation = Evaluation.of(trained, mnist.test());
    assertThat(evaluation.error(Decision.ARG_MAX)).isBetween(0.079, 0.083);
    assertThat(evaluation.error(Decision.FIRST_YES)).isBetween(0.13, 0.145);
    assertThat(evaluation.nobodySaysYes()).hasSizeBetween(900, 1_010);
    assertThat(evaluation.severalSayYes()).hasSizeBetween(330, 430);
  }

  @Test
  void theFileSaysWhatTrainedIt() {
    assertThat(kept.provenance().data()).isEqualTo("MNIST training");
    assertThat(kept.provenance().checksum()).isEqualTo(mnist.train().checksum());
    assertThat(kept.provenance().options()).isEqualTo(trained.provenance().options());
    assertThat(kept.provenance().trainingError())
        .isCloseTo(trained.provenance().trainingError(), within(0.001));
    // Measured on 10,000 drawn at random: three standard deviations of that from the whole.
    assertThat(kept.provenance().trainingError())
        .isCloseTo(Evaluation.of(kept, mnist.train()).error(Decision.ARG_MAX), within(0.008));
  }
}
