package digits.panels;

import digits.data.Digit;
import digits.draw.Drawing;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What is said of a drawing.
 *
 * @param digit what the classifiers get
 * @param prediction what they say of it, unless there is too little ink or too much to ask them
 * @param words the answer in a sentence or two
 */
record Answer(Digit digit, Optional<Prediction> prediction, String words) {

  /** Mean ink of the 784 pixels that fewer than one in a thousand training digits exceeds. */
  static final double MOST_INK = 0.3;

  static Answer of(Drawing drawing, DigitClassifier model) {
    Digit digit = drawing.toDigit();
    if (drawing.strokes().isEmpty()) {
      return new Answer(digit, Optional.empty(), "Draw a digit.");
    }
    if (drawing.tooLittle()) {
      return new Answer(
          digit, Optional.empty(), "Too little ink: a digit is longer than three pens are wide.");
    }
    if (ink(digit) > MOST_INK) {
      return new Answer(
          digit,
          Optional.empty(),
          "Too much ink: hardly any digit of MNIST has so much. A thinner pen?");
    }
    Prediction prediction = model.predict(digit);
    return new Answer(digit, Optional.of(prediction), words(prediction));
  }

  static double ink(Digit digit) {
    double sum = 0;
    for (float pixel : digit.intensities()) {
      sum += pixel;
    }
    return sum / Digit.PIXELS;
  }

  private static String words(Prediction prediction) {
    int[] yes = prediction.yes();
    int first = prediction.predicted();
    if (yes.length == 0) {
      return "Nobody says yes. The weakest no is that of " + first + ".";
    }
    if (yes.length == 1) {
      return "A " + first + ". Only " + first + " says yes.";
    }
    String others =
        Arrays.stream(yes)
            .limit(yes.length - 1)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "A %d. %s and %d say yes: the surest wins.",
        first,
        others,
        yes[yes.length - 1]);
  }

  /** The margin of the longest bar: a round number that none exceeds, at least 1. */
  double limit() {
    double largest =
        prediction.stream()
            .flatMapToDouble(p -> DoubleStream.of(p.margins()))
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double limit = 1;
    while (limit < largest) {
      limit *= 2;
    }
    return limit;
  }

  /** What the page shows. */
  Map<String, Object> state() {
    return Map.of(
        "pixels", digit.pixels(),
        "classes",
            prediction.map(p -> Arrays.stream(p.classes()).boxed().toList()).orElse(List.of()),
        "margins",
            prediction.map(p -> Arrays.stream(p.margins()).boxed().toList()).orElse(List.of()),
        "winner", prediction.filter(p -> p.yes().length > 0).map(Prediction::predicted).orElse(-1),
        "words", words);
  }
}
