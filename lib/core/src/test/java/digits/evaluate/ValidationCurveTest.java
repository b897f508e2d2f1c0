package digits.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.data.Mnist;
import digits.features.Deskew;
import digits.learn.Logistic;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Validation curves, compared with separate trainings. */
class ValidationCurveTest {

  private final DigitSet digits = Mnist.load().train().head(1_200);

  @Test
  void eachPointIsATrainingOfItsOwn() {
    List<String> stages = new ArrayList<>();
    ValidationCurve curve =
        ValidationCurve.of(
            "penalty",
            p -> Trainer.of(new Logistic().penalty(p)),
            digits,
            progress -> stages.add(progress.stage()),
            0.1,
            10,
            1_000);
    assertThat(curve.points())
        .extracting(ValidationCurve.Point::value)
        .containsExactly(0.1, 10., 1_000.);
    for (ValidationCurve.Point point : curve.points()) {
      DigitClassifier model =
          Trainer.of(new Logistic().penalty(point.value())).train(digits.head(1_000));
      DigitSet rest = digits.select(IntStream.range(1_000, 1_200));
      assertThat(point.heldOutError())
          .isEqualTo(Evaluation.of(model, rest).error(Decision.ARG_MAX));
      assertThat(point.trainingError())
          .isEqualTo(Evaluation.of(model, digits.head(1_000)).error(Decision.ARG_MAX));
    }
    assertThat(curve.points())
        .allMatch(point -> point.heldOutError() >= curve.best().heldOutError());
    assertThat(stages).anyMatch(stage -> stage.startsWith("value 1 of 3, "));
    assertThat(stages).anyMatch(stage -> stage.startsWith("value 3 of 3, "));
    assertThat(curve.table().columnNames())
        .containsExactly("penalty", "training error %", "held-out error %", "seconds");
  }

  @Test
  void onePassOfRidgeRegressionServesAllPenalties() {
    double[] penalties = {0.1, 10, 1e5};
    Trainer trainer = Trainer.of(new Deskew(), new Logistic()).digits(800);
    ValidationCurve curve =
        ValidationCurve.ofPenalties(trainer, digits, ProgressListener.NONE, penalties);
    ValidationCurve expected =
        ValidationCurve.of(
            "penalty",
            penalty -> Trainer.of(new Deskew(), new Ridge(penalty)).digits(800),
            digits,
            ProgressListener.NONE,
            penalties);
    assertThat(curve.setting()).isEqualTo("penalty");
    assertThat(curve.points())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(expected.points());
    assertThat(curve.best().value()).isLessThan(1e5);
    assertThatThrownBy(
            () -> ValidationCurve.ofPenalties(trainer, digits, ProgressListener.NONE, 1, 0))
        .hasMessage("penalty must be finite and above 0, not 0.0");
    assertThatThrownBy(() -> ValidationCurve.ofPenalties(trainer, digits, ProgressListener.NONE))
        .hasMessage("a curve over the penalty requires at least one value");
  }

  @Test
  void aValueOutOfRangeIsRefusedBeforeTheFirstTraining() {
    List<String> stages = new ArrayList<>();
    ProgressListener listener = progress -> stages.add(progress.stage());
    assertThatThrownBy(
            () ->
                ValidationCurve.of(
                    "penalty", p -> Trainer.of(new Logistic().penalty(p)), digits, listener, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not -1");
    assertThatThrownBy(
            () -> ValidationCurve.of("digits", n -> Trainer.logistic(), digits, listener))
        .hasMessageContaining("at least one value");
    assertThat(stages).isEmpty();
  }

  @Test
  void theLastSixthIsHeldOut() {
    HeldOut parts = HeldOut.of(digits);
    assertThat(parts.training().checksum()).isEqualTo(digits.head(1_000).checksum());
    assertThat(parts.heldOut().get(0).index()).isEqualTo(1_000);
    assertThat(parts.heldOut().size()).isEqualTo(200);
    assertThatThrownBy(() -> HeldOut.of(digits.head(5))).hasMessageContaining("not 5");
  }
}
