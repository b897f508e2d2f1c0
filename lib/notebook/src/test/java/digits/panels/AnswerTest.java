package digits.panels;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.draw.Drawing;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final String SCRIBBLE =
      "40,40 240,60 50,90 230,120 40,150 240,180 60,210 230,240 40,240 60,40 100,240 140,40";

  private static List<DigitClassifier> models;
  private static DigitSet training;

  @BeforeAll
  static void train() {
    training = Mnist.load().train().head(20_000);
    models = List.of(Trainer.logistic().train(training), Trainer.features().train(training));
  }

  @Test
  void plainDigitsAreReadWithAnyPen() {
    Map<Integer, String> digits =
        Map.of(
            0,
                "140,50 110,58 88,84 78,120 78,160 90,200 112,226 140,234 168,226 190,200 202,160"
                    + " 202,120 192,84 170,58 140,50",
            1, "146,50 142,110 138,170 134,230",
            7, "80,60 200,60 170,120 150,170 130,230");
    for (DigitClassifier model : models) {
      for (double pen : new double[] {14, 22, 30}) {
        digits.forEach(
            (label, stroke) ->
                assertThat(said(model, Drawing.of(pen, stroke)))
                    .isEqualTo("Reads " + label + ": only " + label + " says yes"));
      }
    }
  }

  @Test
  void whatIsNoDigitGetsNoConfidentAnswer() {
    for (DigitClassifier model : models) {
      assertThat(said(model, Drawing.of(22))).startsWith("Draw a digit");
      assertThat(said(model, Drawing.of(22, "140,140"))).startsWith("Too little ink");
      assertThat(said(model, Drawing.of(22, SCRIBBLE))).startsWith("Too much ink");
    }
    assertThat(said(models.get(0), Drawing.of(10, SCRIBBLE)))
        .matches("Reads \\d\\?: nobody says yes: the weakest no wins");
  }

  @Test
  void hardlyAnyTrainingDigitHasTooMuchInk() {
    Predicate<Digit> tooMuch = digit -> Answer.ink(digit) > Answer.MOST_INK;
    assertThat(training.stream().filter(tooMuch).count()).isBetween(1L, 60L);
  }

  private static String said(DigitClassifier model, Drawing drawing) {
    Map<String, Object> verdict = Answer.of(drawing, model).verdict();
    return verdict.get("headline") + ": " + verdict.get("words");
  }
}
