package digits.panels;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.features.Pixels;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Provenance;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Digits that tell in their first ten pixels who is to say yes, and classifiers that do as told.
 */
final class Told {

  static final DigitClassifier MODEL =
      new DigitClassifier(
          IntStream.range(0, 10).mapToObj(Told::classifier).toList(),
          new Provenance("told", Map.of(), 0, "none", 1, "", "0", 0));

  private Told() {}

  private static LinearClassifier classifier(int digit) {
    double[] weights = new double[Digit.PIXELS];
    weights[digit] = 4;
    return new LinearClassifier(digit, new Pixels(), weights, -2);
  }

  /**
   * A set of digits.
   *
   * @param digits for each its label, then the margins of some of the ten as "7:1.5"; others get -2
   */
  static DigitSet digits(String... digits) {
    byte[] pixels = new byte[digits.length * Digit.PIXELS];
    byte[] labels = new byte[digits.length];
    for (int i = 0; i < digits.length; i++) {
      String[] words = digits[i].split(" ");
      labels[i] = Byte.parseByte(words[0]);
      for (int w = 1; w < words.length; w++) {
        String[] told = words[w].split(":");
        double share = (Double.parseDouble(told[1]) + 2) / 4;
        pixels[i * Digit.PIXELS + Integer.parseInt(told[0])] = (byte) Math.round(255 * share);
      }
    }
    return DigitSet.of("told", pixels, labels);
  }
}
