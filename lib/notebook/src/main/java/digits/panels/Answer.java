package digits.panels;

import digits.data.Digit;
import digits.draw.Drawing;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Map;
import java.util.Optional;

/**
 * What the pad answers to a drawing.
 *
 * @param prediction empty if there is too little ink, or too much, to ask the classifiers
 * @param verdict what the page shows, see {@link VerdictState}
 */
record Answer(Digit digit, Optional<Prediction> prediction, Map<String, Object> verdict) {

  /** The most mean ink per pixel, of 1; fewer than one in a thousand training digits exceeds it. */
  static final double MOST_INK = 0.3;

  static Answer of(Drawing drawing, DigitClassifier model) {
    Digit digit = drawing.toDigit();
    if (drawing.strokes().isEmpty()) {
      return none(digit, model, "Draw a digit", "");
    }
    if (drawing.tooLittle()) {
      return none(digit, model, "Too little ink", "draw a line at least three pen widths long");
    }
    return of(digit, model);
  }

  /** The answer to a digit that has some ink, perhaps too much. */
  static Answer of(Digit digit, DigitClassifier model) {
    if (ink(digit) > MOST_INK) {
      return none(digit, model, "Too much ink", "hardly any MNIST digit has this much");
    }
    Prediction prediction = model.predict(digit);
    return new Answer(
        digit, Optional.of(prediction), VerdictState.of(prediction, Decision.ARG_MAX));
  }

  /** An answer that says why there is none. */
  static Answer none(DigitClassifier model, String headline, String words) {
    return none(Digit.of(new byte[Digit.PIXELS], Digit.UNLABELLED), model, headline, words);
  }

  private static Answer none(Digit digit, DigitClassifier model, String headline, String words) {
    return new Answer(digit, Optional.empty(), VerdictState.none(model.classes(), headline, words));
  }

  static double ink(Digit digit) {
    double sum = 0;
    for (float pixel : digit.intensities()) {
      sum += pixel;
    }
    return sum / Digit.PIXELS;
  }
}
