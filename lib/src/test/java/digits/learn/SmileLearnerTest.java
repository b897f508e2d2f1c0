package digits.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DigitSet;
import digits.data.Mnist;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import smile.classification.LogisticRegression;
import smile.classification.SVM;
import smile.math.kernel.GaussianKernel;

/** Smile's own classifiers, one digit at a time. */
class SmileLearnerTest {

  private final Mnist mnist = Mnist.load();

  @Test
  void anySmileClassifierDetectsDigits() {
    DigitSet few = mnist.train().head(2_000).only(0, 1, 7);
    DigitSet test = mnist.test().only(0, 1, 7);
    DigitClassifier svm =
        Trainer.of(SmileLearner.of("rbf", (x, y) -> SVM.fit(x, y, new GaussianKernel(8), 5, 1e-3)))
            .train(few);
    assertThat(svm.classes()).containsExactly(0, 1, 7);
    assertThat(svm.provenance().learner()).isEqualTo("rbf");
    long right = svm.predict(test).stream().filter(Prediction::correct).count();
    assertThat(right).isGreaterThan(test.size() * 97L / 100);
  }

  @Test
  void anInterruptEndsItAfterTheDigitUnderWay() {
    List<Integer> fitted = new ArrayList<>();
    SmileLearner.Fitter fitter =
        (digit, features, x, y) -> {
          fitted.add(digit);
          Thread.currentThread().interrupt();
          return new LinearClassifier(digit, features, new double[features.size()], 0);
        };
    Trainer trainer = Trainer.of(new SmileLearner("interrupted", Map.of(), fitter));
    assertThatThrownBy(() -> trainer.train(mnist.train().head(100)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fitted).containsExactly(0);
  }

  @Test
  void theMarginOfASoftClassifierIsItsLogOdds() {
    DigitSet few = mnist.train().head(300).only(2, 6);
    DigitClassifier linear = Trainer.of(SmileLearner.logistic(10, 1e-6, 500)).train(few);
    DigitClassifier wrapped =
        Trainer.of(
                SmileLearner.of("soft", (x, y) -> LogisticRegression.binomial(x, y, 10, 1e-6, 500)))
            .train(few);
    for (int i = 0; i < 20; i++) {
      double expected = linear.predict(mnist.test().get(i)).margin(6);
      double actual = wrapped.predict(mnist.test().get(i)).margin(6);
      assertThat(actual).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-6));
    }
  }
}
