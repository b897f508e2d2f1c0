package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Pca;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.base.rbf.RBF;
import smile.classification.FLD;
import smile.classification.LDA;
import smile.classification.MLP;
import smile.classification.QDA;
import smile.classification.RBFNetwork;
import smile.classification.RDA;
import smile.classification.SVM;

/** Smile's own classifiers, one digit at a time. */
class SmileLearnerTest {

  private final Mnist mnist = Mnist.load();

  @Test
  void anInterruptEndsItAfterTheDigitUnderWay() {
    List<Integer> fitted = new ArrayList<>();
    SmileLearner.MarginFit fit =
        (x, y) -> {
          fitted.add(x.length);
          Thread.currentThread().interrupt();
          return row -> Double.NaN;
        };
    Trainer trainer = Trainer.of(SmileLearner.ofMargins("interrupted", fit));
    assertThatThrownBy(() -> trainer.train(mnist.train().head(100)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fitted).containsExactly(100);
  }

  /** LDA has a posterior, which is the logistic function of its log-odds. */
  @Test
  void theMarginOfASoftClassifierIsItsLogOdds() {
    DigitSet few = mnist.train().head(300).only(2, 6);
    List<LDA> fitted = new ArrayList<>();
    DigitClassifier model =
        trained(
            few,
            (x, y) -> {
              fitted.add(LDA.fit(x, y));
              return fitted.get(fitted.size() - 1);
            });
    double[] posterior = new double[2];
    for (Prediction prediction : model.predict(mnist.test().head(20))) {
      float[] row = model.features().map(prediction.digit());
      fitted
          .get(0)
          .predict(IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray(), posterior);
      assertThat(BinaryClassifier.sigmoid(prediction.margin(2)))
          .isCloseTo(posterior[1], within(1e-6));
    }
  }

  private static DigitClassifier trained(DigitSet digits, SmileLearner.SmileFit fit) {
    return Trainer.of(new Pca(10), SmileLearner.of("any", fit)).train(digits);
  }

  @Test
  void aLearnerOfOnesOwnGivesItsOwnMargins() {
    DigitSet few = mnist.train().head(300).only(2, 6);
    SmileLearner inked = SmileLearner.ofMargins("inked", (x, y) -> row -> row[0] - y.length);
    for (Prediction prediction : Trainer.of(new Pca(10), inked).train(few).predict(few.head(5))) {
      assertThat(prediction.margin(2)).isEqualTo(prediction.margin(6)).isBetween(-400.0, -20.0);
    }
  }

  /** FLD has neither a posterior nor a score. */
  @Test
  void aClassifierThatOnlySaysYesOrNoHasMarginsOfOne() {
    DigitSet few = mnist.train().head(300).only(2, 6);
    DigitClassifier fld = trained(few, FLD::fit);
    for (Prediction prediction : fld.predict(mnist.test().head(200).only(2, 6))) {
      assertThat(prediction.margin(2)).isEqualTo(-prediction.margin(6)).isIn(1.0, -1.0);
    }
    assertRight(fld);
    assertRight(trained(few, (x, y) -> SVM.fit(x, y, 1.0, 1e-3)));
    assertRight(trained(few, (x, y) -> RBFNetwork.fit(x, y, RBF.fit(x, 10))));
  }

  /** QDA, RDA and MLP use the labels as places in an array. */
  @Test
  void aClassifierThatTakesLabelsFromZeroGetsThem() {
    DigitSet few = mnist.train().head(300).only(2, 6);
    assertRight(trained(few, QDA::fit));
    assertRight(trained(few, (x, y) -> RDA.fit(x, y, 0.5)));
    assertRight(trained(few, (x, y) -> MLP.fit(x, y, new Properties())));
  }

  private void assertRight(DigitClassifier model) {
    DigitSet test = mnist.test().head(500).only(2, 6);
    long right = model.predict(test).stream().filter(Prediction::correct).count();
    assertThat(right).isGreaterThan(test.size() * 70L / 100);
  }

  @Test
  void aMarginThatIsNoNumberIsRefused() {
    DigitSet few = mnist.train().head(100).only(2, 6);
    SmileLearner none = SmileLearner.ofMargins("any", (x, y) -> row -> Double.NaN);
    assertThatThrownBy(() -> Trainer.of(new Pca(10), none).train(few))
        .hasMessage("any gives no number for digit 2 (NaN): try other features for it");
  }

  @Test
  void smilesLogisticRegressionFindsOurWeights() {
    DigitSet few = mnist.train().head(1_000).only(3, 5);
    DigitClassifier smile = Trainer.of(SmileLearner.logistic(1, 1e-8, 2_000)).train(few);
    Logistic exact = new Logistic().penalty(1).tolerance(1e-8).iterations(500);
    assertThat(((LinearClassifier) smile.classifier(5)).weights())
        .containsExactly(
            ((LinearClassifier) Trainer.of(exact).trainOne(few, 5)).weights(), within(1e-3));
  }
}
