package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.evaluate.CrossValidation;
import digits.evaluate.Evaluation;
import digits.evaluate.ValidationCurve;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.RandomUnits;
import digits.features.Standardize;
import digits.learn.Learner;
import digits.learn.LinearSvm;
import digits.learn.Logistic;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings and digits that make no sense, and those that only look so. */
class BadSettingsTest {

  private static final DigitSet DIGITS = Mnist.load().train().head(2_000);
  private static final double[] NO_NUMBERS = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1
  };

  private int refused;

  @Test
  void nonsenseIsRefusedInOneSentence() throws Exception {
    for (double bad : NO_NUMBERS) {
      refuses(
          "logistic, penalty " + bad,
          () -> new Logistic().penalty(bad),
          "penalty must be finite and at least 0, not " + bad);
      refuses(
          "svm, penalty " + bad,
          () -> new LinearSvm().penalty(bad),
          "penalty must be finite and at least 0, not " + bad);
      refuses(
          "ridge, penalty " + bad,
          () -> new Ridge(bad),
          "penalty must be finite and above 0, not " + bad);
      refuses(
          "tolerance " + bad,
          () -> new Logistic().tolerance(bad),
          "tolerance must be above 0 and below 1, not " + bad);
      refuses(
          "shift " + bad,
          () -> new Augmentation(1, bad, 0, 0, 0, 4),
          "shift must be 0.0 to 10.0, not " + bad);
      refuses(
          "smoothing " + bad,
          () -> new Augmentation(1, 0, 0, 0, 0, bad),
          "smoothing must be 1.0 to 20.0, not " + bad);
      refuses(
          "deskew to width " + bad,
          () -> new Deskew(bad),
          "width must be 0, or 1 to 14 pixels, not " + bad);
    }
    refuses("ridge, penalty 0", () -> new Ridge(0), "penalty must be finite and above 0, not 0.0");
    refuses(
        "no iterations",
        () -> new Logistic().iterations(0),
        "iterations must be at least 1, not 0");
    refuses(
        "fewer iterations",
        () -> new LinearSvm().iterations(-5),
        "iterations must be at least 1, not -5");
    refuses(
        "fewer digits than none",
        () -> Trainer.logistic().digits(-1),
        "the number of training digits must be at least 1, or 0 for all, not -1");
    refuses(
        "more digits than there are",
        () -> Trainer.logistic().digits(2_001).train(DIGITS),
        "MNIST training has 2,000 digits, not 2,001");
    refuses(
        "fewer copies than none", () -> new Augmentation(-1), "copies must be 0 to 1,000, not -1");
    refuses(
        "copies beyond counting",
        () -> new Augmentation(Integer.MAX_VALUE),
        "copies must be 0 to 1,000, not 2,147,483,647");
    refuses(
        "too many features",
        () -> Trainer.of(new RandomUnits(16_384), new Logistic()).train(DIGITS),
        "16,385 rows needs 2,147,745,800 bytes; at most 16,383 rows fit: use fewer features");
    refuses(
        "too many features, ridge",
        () -> Trainer.of(new RandomUnits(16_384), new Ridge()).train(DIGITS),
        "16,384 rows needs 2,147,483,648 bytes; at most 16,383 rows fit: use fewer features");
    refuses(
        "no penalties",
        () -> ValidationCurve.ofPenalties(Trainer.features(), DIGITS, ProgressListener.NONE),
        "a curve over the penalty requires at least one value");
    refuses(
        "cells of no pixels", () -> new Hog(0), "a cell must be 2, 4, 7 or 14 pixels wide, not 0");
    refuses("cells of less", () -> new Hog(-4), "a cell must be 2, 4, 7 or 14 pixels wide, not -4");
    refuses(
        "no components", () -> new Pca(0), "the number of components must be at least 1, not 0");
    refuses(
        "a penalty far too small",
        () -> Trainer.of(new Ridge(1e-12)).train(DIGITS),
        "penalty 1.0E-12 is too small for these 784 features");
    refuses("no units", () -> new RandomUnits(0), "the number of units must be at least 1, not 0");
    refuses(
        "one fold",
        () -> CrossValidation.of(Trainer.logistic(), 1),
        "cross-validation requires at least 2 folds, not 1");
    refuses(
        "no digits",
        () -> Trainer.logistic().train(DIGITS.head(0)),
        "training requires at least two different digits; found 0");
    refuses(
        "one row",
        () -> Trainer.logistic().train(DIGITS.head(1)),
        "training requires at least two different digits; found 1");
    refuses(
        "one class",
        () -> Trainer.features().train(DIGITS.only(3)),
        "training requires at least two different digits; found 1");
    refuses(
        "a digit that is not there",
        () -> Trainer.logistic().trainOne(DIGITS.only(1, 2), 3),
        "there is no 3 in MNIST training: 418 digits");
    refuses(
        "only that digit",
        () -> Trainer.logistic().trainOne(DIGITS.only(3), 3),
        "training requires at least two different digits; found 1");
    refuses(
        "nothing to evaluate",
        () -> Evaluation.of(Trainer.logistic().train(DIGITS), DIGITS.head(0)),
        "an evaluation needs at least one digit");
    refuses(
        "labels missing",
        () -> Trainer.logistic().train(unlabelled()),
        "a label is 0 to 9, not 255, at digit 0");
    refuses(
        "labels missing, to evaluate",
        () -> Evaluation.of(Trainer.logistic().train(DIGITS), unlabelled()),
        "a label is 0 to 9, not 255, at digit 0");
    Effort.tried(
        "Bad settings and bad data are said, not computed",
        refused + " kinds of nonsense, each refused in one sentence");
  }

  private void refuses(String nonsense, Callable<?> call, String said) {
    assertThatThrownBy(call::call)
        .as(nonsense)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n");
    refused++;
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

  @Test
  void aFitThatHasNotConvergedSaysHowFarItIs() {
    Pattern sentence =
        Pattern.compile(
            "not converged after 2 passes: the next step would lower the loss by a share of up to"
                + " (\\S+), but the tolerance is 1\\.0E-4; allow more iterations");
    for (Learner learner :
        List.of(
            new Logistic().tolerance(1e-4).iterations(2),
            new LinearSvm().tolerance(1e-4).iterations(2))) {
      assertThat(warnings(learner))
          .as(learner.name())
          .singleElement()
          .satisfies(
              said -> {
                Matcher matcher = sentence.matcher(said);
                assertThat(matcher.matches()).as(said).isTrue();
                assertThat(Double.parseDouble(matcher.group(1))).isBetween(1e-4, 1.0);
              });
    }
    assertThat(warnings(new Logistic())).isEmpty();
    assertThat(warnings(new LinearSvm())).isEmpty();
  }

  private static List<String> warnings(Learner learner) {
    List<String> warnings = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void report(Progress made) {}

          @Override
          public void warn(String sentence) {
            warnings.add(sentence);
          }
        };
    Trainer.of(learner).train(DIGITS, listener);
    return warnings;
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
}
