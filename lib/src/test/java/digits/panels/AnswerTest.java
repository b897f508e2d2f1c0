package digits.panels;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.draw.Drawing;
import digits.features.Pixels;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final String SCRIBBLE =
      "40,40 240,60 50,90 230,120 40,150 240,180 60,210 230,240 40,240 60,40 100,240 140,40";

  private static List<DigitClassifier> models;
  private static DigitSet training;

  @BeforeAll
  static void train() {
    training = Mnist.load().train();
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
                assertThat(Answer.of(Drawing.of(pen, stroke), model).words())
                    .isEqualTo("A " + label + ". Only " + label + " says yes."));
      }
    }
  }

  @Test
  void whatIsNoDigitGetsNoConfidentAnswer() {
    for (DigitClassifier model : models) {
      assertThat(words(model, Drawing.of(22))).isEqualTo("Draw a digit.");
      assertThat(words(model, Drawing.of(22, "140,140"))).startsWith("Too little ink");
      assertThat(words(model, Drawing.of(22, SCRIBBLE))).startsWith("Too much ink");
    }
    String thin = words(models.get(0), Drawing.of(10, SCRIBBLE));
    assertThat(thin).startsWith("Nobody says yes. The weakest no is that of ");
  }

  @Test
  void ofSeveralThatSayYesTheSurestWinsAndOfNoneNobody() {
    Drawing seven = Drawing.of(22, "80,60 200,60 130,230");
    Answer several = Answer.of(seven, saying(Map.of(3, 1.0, 8, 2.0, 9, 0.5)));
    assertThat(several.words()).isEqualTo("A 8. 3, 8 and 9 say yes: the surest wins.");
    assertThat(several.state()).containsEntry("winner", 8);
    Answer nobody = Answer.of(seven, saying(Map.of(4, -0.5)));
    assertThat(nobody.words()).isEqualTo("Nobody says yes. The weakest no is that of 4.");
    assertThat(nobody.state()).containsEntry("winner", -1);
  }

  /** Ten that have these margins whatever they see, and -1 else. */
  private static DigitClassifier saying(Map<Integer, Double> margins) {
    return new DigitClassifier(
        IntStream.range(0, 10)
            .mapToObj(
                digit ->
                    new LinearClassifier(
                        digit,
                        new Pixels(),
                        new double[Digit.PIXELS],
                        margins.getOrDefault(digit, -1.0)))
            .toList(),
        new Provenance("said", Map.of(), 0, "none", 1, "", "0", 0));
  }

  @Test
  void hardlyAnyTrainingDigitHasTooMuchInk() {
    Predicate<Digit> tooMuch = digit -> Answer.ink(digit) > Answer.MOST_INK;
    assertThat(training.stream().filter(tooMuch).count()).isBetween(1L, 60L);
  }

  @Test
  void theScaleIsRoundAndFitsAllBars() {
    Answer answer = Answer.of(Drawing.of(22, "80,60 200,60 130,230"), models.get(0));
    double largest = 0;
    for (double margin : answer.prediction().orElseThrow().margins()) {
      largest = Math.max(largest, Math.abs(margin));
    }
    assertThat(answer.limit()).isBetween(largest, 2 * largest);
    assertThat(Math.log(answer.limit()) / Math.log(2) % 1).isZero();
    assertThat(Answer.of(Drawing.of(22), models.get(0)).limit()).isEqualTo(1);
  }

  private static String words(DigitClassifier model, Drawing drawing) {
    return Answer.of(drawing, model).words();
  }
}
