package digits.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {

  private static final Drawing SEVEN = Drawing.of(20, "80,60 200,60 130,220");

  /** MNIST's own digits are the oracle: they are what this must make of their ink. */
  @Test
  void mnistsInkOnALargePaperComesBackAsItWas() {
    DigitSet test = Mnist.load().test().sample(1_000, 1);
    long same =
        test.stream()
            .filter(d -> Arrays.equals(d.pixels(), enlarged(d, 10).normalized().pixels()))
            .count();
    assertThat(same).as("of 1,000").isGreaterThan(994);
  }

  /** The same on a paper that is no multiple of the digit: everything is resampled. */
  @Test
  void mnistsInkAtAnotherSizeIsReadAsBefore() {
    Mnist mnist = Mnist.load();
    DigitClassifier model = Trainer.logistic().digits(10_000).seed(1).train(mnist.train());
    List<Prediction> right =
        model.predict(mnist.test().head(500)).stream().filter(Prediction::correct).toList();
    long same =
        right.stream()
            .filter(p -> read(model, enlarged(p.digit(), 7.3).normalized()) == p.actual())
            .count();
    assertThat(same / (double) right.size()).isGreaterThanOrEqualTo(0.97);
  }

  private static int read(DigitClassifier model, Digit digit) {
    return model.predict(digit).predicted();
  }

  @Test
  void theLongerSideHasTwentyPixelsAndTheMassLiesInTheMiddle() {
    for (Drawing drawing :
        new Drawing[] {SEVEN, Drawing.of(9, "0,0 3,90"), Drawing.of(12, "5,5 200,30 190,10")}) {
      Digit digit = drawing.toDigit();
      int[] rows = IntStream.range(0, 28).filter(row -> mass(digit, row, true) > 0).toArray();
      int[] columns = IntStream.range(0, 28).filter(c -> mass(digit, c, false) > 0).toArray();
      int tall = rows[rows.length - 1] - rows[0] + 1;
      int wide = columns[columns.length - 1] - columns[0] + 1;
      assertThat(Math.max(tall, wide)).isEqualTo(20);
      assertThat(middle(digit, true)).isCloseTo(14, within(0.5));
      assertThat(middle(digit, false)).isCloseTo(14, within(0.5));
    }
  }

  @Test
  void aStraightLineCoversItsAreaExactly() {
    // 100 long and 25 wide, with round ends: the box is 125 long, one pixel is 6.25.
    Digit line = Drawing.of(25, "10,10 10,110").toDigit();
    double pixels = IntStream.range(0, 28).mapToDouble(row -> mass(line, row, true)).sum() / 255;
    double area = (25 * 100 + Math.PI * 12.5 * 12.5) / (6.25 * 6.25);
    assertThat(pixels).isCloseTo(area, within(area / 100));
    assertThat(line.pixel(13, 14)).isEqualTo(255);
  }

  @Test
  void aDotIsNotBlownUp() {
    for (Drawing little :
        new Drawing[] {
          Drawing.of(20), Drawing.of(20, "50,50"), Drawing.of(20, "50,50 88,50"),
        }) {
      assertThat(little.tooLittle()).as("%s", little).isTrue();
      assertThat(little.toDigit().pixels()).as("%s", little).containsOnly(0);
    }
    assertThat(Drawing.of(20, "50,50 92,50").tooLittle()).isFalse();
  }

  @Test
  void whatIsWrittenDownIsReadAgain() {
    Drawing dot = Drawing.of(3.5, "1.25,-2", " 4,5  6,7 ");
    String[] written = dot.strokes().stream().map(Object::toString).toArray(String[]::new);
    assertThat(written).containsExactly("1.25,-2.0", "4.0,5.0 6.0,7.0");
    assertThat(Drawing.of(3.5, written)).isEqualTo(dot);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 80 60, 'a point is two numbers with a comma between, such as 80,60, not \"80\"'",
    "20, '1,2,3', '\"1,2,3\"'",
    "20, 'NaN,2', NaN",
    "20, '1e9,2', 'a place on a canvas is at most a million from 0 each way, not 1.0E9,2.0'",
    "2e6, '1,2', 'the width of a pen is above 0 and at most a million, not 2000000.0'",
    "0, '1,2', above 0",
    "NaN, '1,2', above 0",
  })
  void nonsenseIsRefused(double width, String stroke, String said) {
    assertThatThrownBy(() -> Drawing.of(width, stroke)).hasMessageContaining(said);
  }

  private static Ink enlarged(Digit digit, double times) {
    int side = (int) (28 * times);
    float[] cover = new float[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        cover[y * side + x] = digit.pixel((int) (y / times), (int) (x / times)) / 255f;
      }
    }
    return new Ink(side, side, cover);
  }

  private static double mass(Digit digit, int line, boolean row) {
    return IntStream.range(0, 28).map(i -> row ? digit.pixel(line, i) : digit.pixel(i, line)).sum();
  }

  private static double middle(Digit digit, boolean rows) {
    double sum = IntStream.range(0, 28).mapToDouble(line -> mass(digit, line, rows)).sum();
    return IntStream.range(0, 28).mapToDouble(l -> l * mass(digit, l, rows)).sum() / sum;
  }
}
