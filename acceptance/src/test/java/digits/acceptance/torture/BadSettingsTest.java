package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.features.Pca;
import digits.features.RandomUnits;
import digits.features.Standardize;
import digits.learn.LinearSvm;
import digits.learn.Logistic;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings and digits that make no sense, and some that only look that way. */
class BadSettingsTest {

  private static final DigitSet DIGITS = Mnist.load().train().head(2_000);

  @Test
  void nonsenseIsRefusedInOneSentence() throws Exception {
    double bad = Double.POSITIVE_INFINITY;
    String penalty = "penalty must be finite and ";
    refuses(() -> new Logistic().penalty(bad), penalty + "at least 0, not Infinity");
    refuses(() -> new LinearSvm().penalty(bad), penalty + "at least 0, not Infinity");
    refuses(() -> new Ridge(bad), penalty + "above 0, not Infinity");
    refuses(() -> new Logistic().tolerance(bad), "tolerance must be above 0 and below 1");
    refuses(() -> new LinearSvm().iterations(-5), "iterations must be at least 1, not -5");
    refuses(() -> new Pca(0), "the number of components must be at least 1, not 0");
    refuses(
        () -> Trainer.logistic().digits(-1),
        "the number of training digits must be at least 1, or 0 for all, not -1");
    refuses(
        () -> Trainer.logistic().digits(2_001).train(DIGITS),
        "MNIST training has 2,000 digits, not 2,001");
    refuses(
        () -> Trainer.of(new RandomUnits(16_384), new Ridge()).train(DIGITS),
        "16,384 rows needs 2,147,483,648 bytes; at most 16,383 rows fit: use fewer features");
    refuses(
        () -> Trainer.of(new Ridge(1e-12)).train(DIGITS),
        "penalty 1.0E-12 is too small for these 784 features");
    String oneOnly = "training requires at least two different digits; found ";
    refuses(() -> Trainer.features().train(DIGITS.only(3)), oneOnly + 1);
    refuses(
        () -> Trainer.logistic().trainOne(DIGITS.only(1, 2), 3),
        "there is no 3 in MNIST training: 418 digits");
    byte[] labels = {Digit.UNLABELLED, 3, 4};
    refuses(
        () -> DigitSet.of("labels missing", new byte[3 * Digit.PIXELS], labels),
        "a label is 0 to 9, not 255, at digit 0");
    DigitClassifier model = Trainer.logistic().train(DIGITS);
    refuses(() -> Evaluation.of(model, DIGITS.head(0)), "an evaluation needs at least one digit");
    Effort.tried(
        "Bad settings and bad data are said, not computed", "each refused in one sentence");
  }

  private static void refuses(Callable<?> call, String said) {
    assertThatThrownBy(call::call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatOnlyLooksLikeNonsenseIsComputed() {
    Map<String, DigitClassifier> models = new LinkedHashMap<>();
    DigitSet two = DIGITS.only(0, 1);
    models.put("no penalty", Trainer.of(new Logistic().penalty(0)).train(two));
    models.put("svm, penalty 1e12", Trainer.of(new LinearSvm().penalty(1e12)).train(two));
    models.put("ridge, penalty 1e12", Trainer.of(new Ridge(1e12)).train(two));
    models.put("one row a class, features", Trainer.features().train(oneEach()));
    models.put("the same rows, features", Trainer.best().train(manyTimes(oneEach())));
    models.put("blank digits, features", Trainer.best().train(blank()));
    models.put("constant features", Trainer.of(new Standardize(), new Ridge()).train(blank()));
    models.forEach(
        (name, model) -> {
          Evaluation evaluation = Evaluation.of(model, two);
          assertThat(evaluation.error(Decision.ARG_MAX)).as(name).isBetween(0.0, 1.0);
          assertThat(evaluation.predictions())
              .as(name)
              .allMatch(p -> DoubleStream.of(p.margins()).allMatch(Double::isFinite));
        });
    assertThat(Evaluation.of(models.get("no penalty"), two).error(Decision.ARG_MAX))
        .isLessThan(0.01);
    assertThat(Evaluation.of(models.get("ridge, penalty 1e12"), two).error(Decision.ARG_MAX))
        .isBetween(0.0, 0.6);
  }

  private static DigitSet oneEach() {
    return DIGITS.select(
        IntStream.range(0, 10)
            .map(
                label ->
                    IntStream.range(0, DIGITS.size())
                        .filter(i -> DIGITS.label(i) == label)
                        .findFirst()
                        .orElseThrow()));
  }

  private static DigitSet manyTimes(DigitSet set) {
    return set.select(IntStream.range(0, 300).map(i -> i % set.size()));
  }

  private static DigitSet blank() {
    return manyTimes(DigitSet.of("blank", new byte[2 * Digit.PIXELS], new byte[] {0, 1}));
  }
}
