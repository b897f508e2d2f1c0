package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.evaluate.CrossValidation.Fold;
import digits.evaluate.CrossValidation.OutOfFold;
import digits.learn.Logistic;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cross-validation, compared with scikit-learn's and with single trainings. */
class CrossValidationTest {

  private static final CrossValidation VALIDATION =
      CrossValidation.of(Trainer.of(new Logistic().iterations(10)), 3).seed(1);

  private static DigitSet digits;

  @BeforeAll
  static void load() {
    digits = Mnist.load().train().head(1_000);
  }

  private static DigitSet heldOut(int[] dealt, int fold) {
    return digits.select(IntStream.range(0, 1_000).filter(place -> dealt[place] == fold));
  }

  @Test
  void eachFoldHasItsShareOfEveryDigit() {
    int[] dealt = VALIDATION.dealt(digits);
    int[] all = digits.counts();
    for (int fold = 0; fold < 3; fold++) {
      int[] counts = heldOut(dealt, fold).counts();
      for (int digit = 0; digit < 10; digit++) {
        assertThat(counts[digit]).isBetween(all[digit] / 3, all[digit] / 3 + 1);
      }
      assertThat(heldOut(dealt, fold).size()).isBetween(333, 334);
    }
    assertThat(VALIDATION.dealt(digits)).isEqualTo(dealt);
    assertThat(VALIDATION.seed(2).dealt(digits)).isNotEqualTo(dealt);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8})
  void marginsAndErrorsAgreeWithScikitLearnOnItsFolds(int digit) {
    List<List<String>> rows = Fixtures.csv("evaluate/sklearn-folds.csv");
    int[] fold = rows.stream().mapToInt(row -> Integer.parseInt(row.get(1))).toArray();
    double[] margins =
        rows.stream().mapToDouble(row -> Double.parseDouble(row.get(2 + digit))).toArray();
    Trainer exact = Trainer.of(new Logistic().penalty(10).tolerance(1e-7).iterations(500));
    OutOfFold found =
        CrossValidation.of(exact, 3)
            .runOne(digits.head(rows.size()), fold, digit, ProgressListener.NONE);
    assertThat(found.scores().values()).containsExactly(margins, within(0.05));
    int[] wrong = new int[3];
    for (int i = 0; i < margins.length; i++) {
      wrong[fold[i]] += margins[i] > 0 == (digits.label(i) == digit) ? 0 : 1;
    }
    assertThat(found.folds()).extracting(Fold::wrong).containsExactly(wrong[0], wrong[1], wrong[2]);
  }

  @Test
  void eachPictureIsJudgedInItsPlaceByAClassifierThatHasNotSeenIt() {
    List<String> stages = new ArrayList<>();
    OutOfFold found = VALIDATION.runOne(digits, 5, progress -> stages.add(progress.stage()));
    assertThat(stages.get(0)).startsWith("fold 1 of 3, ");
    assertThat(stages.get(stages.size() - 1)).startsWith("fold 3 of 3, ");
    int[] dealt = VALIDATION.dealt(digits);
    DigitSet others = digits.select(IntStream.range(0, 1_000).filter(place -> dealt[place] != 1));
    BinaryClassifier byHand = VALIDATION.trainer().trainOne(others, 5);
    List<Prediction> ten = VALIDATION.run(digits, ProgressListener.NONE).predictions();
    for (int place = 0; place < 1_000; place++) {
      assertThat(ten.get(place).margin(5)).isEqualTo(found.scores().value(place));
      if (dealt[place] == 1) {
        assertThat(found.scores().value(place)).isEqualTo(byHand.margin(digits.get(place)));
      }
    }
    assertThat(found.scores().positives()).isEqualTo(digits.counts()[5]);
    assertThat(found.folds()).extracting(Fold::digits).containsExactly(334, 333, 333);
    Detection detection = found.scores().detection();
    assertThat(detection.accuracy()).isEqualTo(1 - found.error(), within(0.001));
    assertThat(found.table().intColumn("wrong").sum())
        .isEqualTo(detection.falsePositives() + detection.falseNegatives());
    assertThat(found).asString().startsWith("is it a 5? accuracy in 3 folds: 9").contains("+-");
  }

  @Test
  void deviationIsThatOfASample() {
    Scores scores = Scores.of(5, new double[1], new boolean[1]);
    OutOfFold found =
        new OutOfFold(scores, List.of(new Fold(10, 1), new Fold(10, 2), new Fold(10, 3)));
    assertThat(found.error()).isEqualTo(0.2, within(1e-15));
    assertThat(found.deviation()).isEqualTo(0.1, within(1e-15));
  }

  @Test
  void refusesTooFewFoldsAndTooFewDigits() {
    assertThatThrownBy(() -> CrossValidation.of(Trainer.logistic(), 1))
        .hasMessage("cross-validation requires at least 2 folds, not 1");
    assertThatThrownBy(() -> VALIDATION.runOne(digits.head(20), 5, ProgressListener.NONE))
        .hasMessageMatching(
            "3 folds require at least 3 pictures of each digit,"
                + " but MNIST training has \\d of the digit \\d");
  }
}
