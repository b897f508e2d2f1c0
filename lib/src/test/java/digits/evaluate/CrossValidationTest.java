package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.evaluate.CrossValidation.Folds;
import digits.evaluate.OutOfFold.Fold;
import digits.learn.Logistic;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cross-validation, compared with scikit-learn's and with single trainings. */
class CrossValidationTest {

  private static final Trainer TRAINER = Trainer.of(new Logistic().iterations(10));

  private static DigitSet digits;

  @BeforeAll
  static void load() {
    digits = Mnist.load().train().head(1_000);
  }

  @Test
  void eachFoldHasItsShareOfEveryDigit() {
    Folds folds = Folds.stratified(digits, 3, 1);
    int[] all = digits.counts();
    for (int fold = 0; fold < 3; fold++) {
      int[] counts = folds.heldOut(fold).counts();
      for (int digit = 0; digit < 10; digit++) {
        assertThat(counts[digit]).isBetween(all[digit] / 3, all[digit] / 3 + 1);
      }
      assertThat(folds.heldOut(fold).size()).isBetween(333, 334);
      assertThat(folds.training(fold).size() + folds.heldOut(fold).size()).isEqualTo(1_000);
      assertThat(folds.training(fold))
          .extracting(Digit::index)
          .doesNotContainAnyElementsOf(folds.heldOut(fold).stream().map(Digit::index).toList());
    }
    assertThat(Folds.stratified(digits, 3, 1).of()).isEqualTo(folds.of());
    assertThat(Folds.stratified(digits, 3, 2).of()).isNotEqualTo(folds.of());
  }

  @Test
  void marginsAndErrorsAgreeWithScikitLearnOnItsFolds() {
    List<List<String>> rows = Fixtures.csv("evaluate/sklearn-folds.csv");
    int[] fold = rows.stream().mapToInt(row -> Integer.parseInt(row.get(1))).toArray();
    Trainer exact = Trainer.of(new Logistic().penalty(10).tolerance(1e-7).iterations(500));
    OutOfFold.OfTen found =
        CrossValidation.of(exact, 3)
            .run(new Folds(digits.head(rows.size()), fold, 3), ProgressListener.NONE);
    int[] wrong = new int[3];
    for (int i = 0; i < rows.size(); i++) {
      Prediction prediction = found.evaluation().predictions().get(i);
      assertThat(prediction.actual()).isEqualTo(Integer.parseInt(rows.get(i).get(0)));
      double[] margins = rows.get(i).stream().skip(2).mapToDouble(Double::parseDouble).toArray();
      assertThat(prediction.margins())
          .as("margins of digit %d", i)
          .containsExactly(margins, within(0.05));
      int surest =
          IntStream.range(0, 10).reduce((a, b) -> margins[b] > margins[a] ? b : a).orElseThrow();
      wrong[fold[i]] += surest == prediction.actual() ? 0 : 1;
    }
    assertThat(found.folds()).extracting(Fold::wrong).containsExactly(wrong[0], wrong[1], wrong[2]);
  }

  @Test
  void predictionsComeInTheOrderOfTheDigitsFromAModelThatHasNotSeenThem() {
    OutOfFold.OfTen found = CrossValidation.of(TRAINER, 3).seed(1).run(digits);
    Folds folds = Folds.stratified(digits, 3, 1);
    assertThat(found.evaluation().predictions())
        .extracting(p -> p.digit().index())
        .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    int place = folds.places(1)[7];
    Prediction byHand = TRAINER.train(folds.training(1)).predict(digits.get(place));
    assertThat(found.evaluation().predictions().get(place).margins()).isEqualTo(byHand.margins());
    assertThat(found.error()).isBetween(0.08, 0.2);
    assertThat(found.folds()).extracting(Fold::digits).containsExactly(334, 333, 333);
    assertThat(found.table().intColumn("wrong").sum())
        .isEqualTo(found.evaluation().predictions().stream().filter(p -> !p.correct()).count());
    assertThat(found).asString().startsWith("error in 3 folds (arg max): 1").contains("+-");
  }

  @Test
  void oneClassifierGetsTheMarginsThatItHasBesideTheOthers() {
    CrossValidation validation = CrossValidation.of(TRAINER, 3).seed(4);
    OutOfFold.OfOne one = validation.runOne(digits, 5);
    Scores beside = validation.run(digits).evaluation().scores(5);
    assertThat(one.scores().values()).isEqualTo(beside.values());
    assertThat(one.scores().positives()).isEqualTo(digits.counts()[5]);
    Detection detection = one.scores().detection();
    assertThat(detection.accuracy()).isEqualTo(1 - one.error(), within(0.001));
    assertThat(one.table().intColumn("wrong").sum())
        .isEqualTo(detection.falsePositives() + detection.falseNegatives());
    assertThat(one).asString().startsWith("is it a 5? accuracy in 3 folds: 9");
  }

  @Test
  void deviationIsThatOfASample() {
    Scores scores = Scores.of(5, new double[1], new boolean[1]);
    OutOfFold found =
        new OutOfFold.OfOne(scores, List.of(new Fold(10, 1), new Fold(10, 2), new Fold(10, 3)));
    assertThat(found.error()).isEqualTo(0.2, within(1e-15));
    assertThat(found.deviation()).isEqualTo(0.1, within(1e-15));
  }

  @Test
  void reportsRunThroughAllFoldsAndEndOnce() {
    List<Progress> reports = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    CrossValidation.of(TRAINER, 3)
        .run(
            digits,
            new ProgressListener() {
              @Override
              public void report(Progress progress) {
                reports.add(progress);
              }

              @Override
              public void finished(double took) {
                seconds.add(took);
              }
            });
    assertThat(seconds).hasSize(1);
    assertThat(reports)
        .isSortedAccordingTo((a, b) -> Long.compare(a.done(), b.done()))
        .allMatch(progress -> progress.total() == 30);
    assertThat(reports.get(0).stage()).startsWith("fold 1 of 3, ");
    assertThat(reports.get(reports.size() - 1).stage()).startsWith("fold 3 of 3, ");
    // A fit that has converged ends before its last iteration.
    assertThat(reports.get(reports.size() - 1).done()).isBetween(21L, 30L);
  }

  @Test
  @Timeout(60)
  void anInterruptEndsIt() {
    Trainer endless = Trainer.of(new Logistic().tolerance(1e-300).iterations(1_000_000));
    try {
      assertThatThrownBy(
              () ->
                  CrossValidation.of(endless, 3)
                      .runOne(digits, 5, progress -> Thread.currentThread().interrupt()))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesTooFewFoldsAndTooFewDigits() {
    assertThatThrownBy(() -> CrossValidation.of(TRAINER, 1))
        .hasMessage("cross-validation requires at least 2 folds, not 1");
    assertThatThrownBy(() -> CrossValidation.of(TRAINER, 3).run(digits.head(20)))
        .hasMessageMatching(
            "3 folds require at least 3 pictures of each digit,"
                + " but MNIST training has \\d of the digit \\d");
  }
}
