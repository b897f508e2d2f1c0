package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.evaluate.CrossValidation;
import digits.evaluate.Evaluation;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.Hog;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings and digits that make no sense, and those that only look so. */
class BadSettingsTest {

  private static final DigitSet DIGITS = Mnist.load().train().head(2_000);
  private static final double[] NO_NUMBERS = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1
  };

  @Test
  void nonsenseIsRefusedInOneSentence() throws Exception {
    Map<String, Callable<?>> nonsense = new LinkedHashMap<>();
    for (double bad : NO_NUMBERS) {
      nonsense.put("logistic, penalty " + bad, () -> new Logistic().penalty(bad));
      nonsense.put("svm, penalty " + bad, () -> new LinearSvm().penalty(bad));
      nonsense.put("ridge, penalty " + bad, () -> new Ridge(bad));
      nonsense.put("tolerance " + bad, () -> new Logistic().tolerance(bad));
      nonsense.put("shift " + bad, () -> new Augmentation(1, bad, 0, 0, 0, 4));
      nonsense.put("smoothing " + bad, () -> new Augmentation(1, 0, 0, 0, 0, bad));
      nonsense.put("deskew to width " + bad, () -> new Deskew(bad));
    }
    nonsense.put("ridge, penalty 0", () -> new Ridge(0));
    nonsense.put("no iterations", () -> new Logistic().iterations(0));
    nonsense.put("fewer iterations", () -> new LinearSvm().iterations(-5));
    nonsense.put("fewer digits than none", () -> Trainer.logistic().digits(-1));
    nonsense.put(
        "more digits than there are", () -> Trainer.logistic().digits(2_001).train(DIGITS));
    nonsense.put("copies", () -> new Augmentation(-1));
    nonsense.put("cells of no pixels", () -> new Hog(0));
    nonsense.put("cells of less", () -> new Hog(-4));
    nonsense.put("no components", () -> new Pca(0));
    nonsense.put("a penalty far too small", () -> Trainer.of(new Ridge(1e-12)).train(DIGITS));
    nonsense.put("no units", () -> RandomUnits.relu(0));
    nonsense.put("one fold", () -> CrossValidation.of(Trainer.logistic(), 1));
    nonsense.put("no digits", () -> Trainer.logistic().train(DIGITS.head(0)));
    nonsense.put("one row", () -> Trainer.logistic().train(DIGITS.head(1)));
    nonsense.put("one class", () -> Trainer.features().train(DIGITS.only(3)));
    nonsense.put(
        "a digit that is not there", () -> Trainer.logistic().trainOne(DIGITS.only(1, 2), 3));
    nonsense.put("only that digit", () -> Trainer.logistic().trainOne(DIGITS.only(3), 3));
    nonsense.put(
        "nothing to evaluate",
        () -> Evaluation.of(Trainer.logistic().train(DIGITS), DIGITS.head(0)));
    nonsense.put("labels missing", () -> Trainer.logistic().train(unlabelled()));
    nonsense.put(
        "labels missing, to evaluate",
        () -> Evaluation.of(Trainer.logistic().train(DIGITS), unlabelled()));
    for (Map.Entry<String, Callable<?>> entry : nonsense.entrySet()) {
      Throwable thrown = thrown(entry.getValue());
      assertThat(thrown).as(entry.getKey()).isInstanceOf(IllegalArgumentException.class);
      assertThat(thrown.getMessage()).as(entry.getKey()).isNotBlank().doesNotContain("\n");
      System.out.println(entry.getKey() + ": " + thrown.getMessage());
    }
    Effort.tried(
        "Bad settings and bad data are said, not computed",
        nonsense.size() + " kinds of nonsense, each refused in one sentence");
  }

  @Test
  void whatOnlyLooksLikeNonsenseIsComputed() {
    Map<String, DigitClassifier> models = new LinkedHashMap<>();
    DigitSet two = DIGITS.only(0, 1);
    models.put("no penalty", Trainer.of(new Logistic().penalty(0)).train(two));
    models.put("penalty 1e12", Trainer.of(new Logistic().penalty(1e12)).train(two));
    models.put("svm, penalty 1e12", Trainer.of(new LinearSvm().penalty(1e12)).train(two));
    models.put("ridge, penalty 1e12", Trainer.of(new Ridge(1e12)).train(two));
    models.put("more components than pixels", Trainer.of(new Pca(785), new Ridge()).train(two));
    models.put("one pass", Trainer.of(new Logistic().iterations(1)).train(two));
    models.put("one row a class", Trainer.logistic().train(oneEach()));
    models.put("one row a class, features", Trainer.features().train(oneEach()));
    models.put("the same rows many times", Trainer.logistic().train(manyTimes(oneEach())));
    models.put("the same rows, features", Trainer.best().train(manyTimes(oneEach())));
    models.put("blank digits", Trainer.logistic().train(blank()));
    models.put("blank digits, features", Trainer.best().train(blank()));
    models.put("constant features", Trainer.of(new Standardize(), new Ridge()).train(blank()));
    models.forEach(
        (name, model) -> {
          Evaluation evaluation = Evaluation.of(model, two);
          assertThat(evaluation.error(Decision.ARG_MAX)).as(name).isBetween(0.0, 1.0);
          assertThat(evaluation.predictions())
              .as(name)
              .allMatch(
                  p ->
                      IntStream.range(0, p.margins().length)
                          .allMatch(i -> Double.isFinite(p.margins()[i])));
        });
    assertThat(Evaluation.of(models.get("no penalty"), two).error(Decision.ARG_MAX))
        .isLessThan(0.01);
    assertThat(Evaluation.of(models.get("ridge, penalty 1e12"), two).error(Decision.ARG_MAX))
        .isBetween(0.0, 0.6);
  }

  private static DigitSet oneEach() {
    int[] places =
        IntStream.range(0, 10)
            .map(
                label ->
                    IntStream.range(0, DIGITS.size())
                        .filter(i -> DIGITS.label(i) == label)
                        .findFirst()
                        .orElseThrow())
            .toArray();
    return DIGITS.select(IntStream.of(places));
  }

  private static DigitSet manyTimes(DigitSet set) {
    return set.select(IntStream.range(0, 300).map(i -> i % set.size()));
  }

  private static DigitSet blank() {
    return manyTimes(DigitSet.of("blank", new byte[2 * Digit.PIXELS], new byte[] {0, 1}));
  }

  private static DigitSet unlabelled() {
    byte[] labels = {Digit.UNLABELLED, 3, 4};
    return DigitSet.of("labels missing", new byte[3 * Digit.PIXELS], labels);
  }

  private static Throwable thrown(Callable<?> nonsense) {
    try {
      nonsense.call();
      return null;
    } catch (Throwable e) {
      return e;
    }
  }
}
