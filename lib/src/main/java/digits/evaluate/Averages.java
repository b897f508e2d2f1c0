package digits.evaluate;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Precision, recall and F1 of all digits in one number each.
 *
 * @param precision mean of the digits' precisions, 0 to 1
 * @param recall mean of the digits' recalls, 0 to 1
 * @param f1 mean of the digits' F1, 0 to 1
 */
public record Averages(double precision, double recall, double f1) {

  /** Means over all digits of a confusion matrix, each digit with a weight. */
  static Averages of(ConfusionMatrix confusion, IntToDoubleFunction weight) {
    return new Averages(
        mean(confusion, weight, confusion::precision),
        mean(confusion, weight, confusion::recall),
        mean(confusion, weight, confusion::f1));
  }

  private static double mean(
      ConfusionMatrix confusion, IntToDoubleFunction weight, IntToDoubleFunction measure) {
    double sum =
        IntStream.of(confusion.classes())
            .mapToDouble(digit -> weight.applyAsDouble(digit) * measure.applyAsDouble(digit))
            .sum();
    return sum / IntStream.of(confusion.classes()).mapToDouble(weight).sum();
  }

  /** One line with all three. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "precision %.2f %%, recall %.2f %%, F1 %.2f %%",
        100 * precision,
        100 * recall,
        100 * f1);
  }
}
