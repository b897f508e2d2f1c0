package digits.evaluate;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How one yes/no classifier trades off precision against recall. Points run from "always yes" to
 * "never yes", by rising threshold, as in scikit-learn's {@code precision_recall_curve}: the last
 * one has recall 0 and, by convention, precision 1. If the digit is rare, this curve shows more
 * than the ROC curve. Immutable.
 *
 * <p>J. Davis, M. Goadrich: The relationship between precision-recall and ROC curves. ICML 2006.
 */
public final class PrecisionRecallCurve extends Curve {

  /**
   * A threshold of a yes/no classifier, with its effect.
   *
   * @param threshold the lowest score that means yes
   * @param precision the share of the yes answers that are right, 0 to 1
   * @param recall the share of the digit's pictures that are found, 0 to 1
   */
  public record OperatingPoint(double threshold, double precision, double recall) {

    /** One line, such as {@code yes from 1.25 on: precision 90.00 %, recall 81.20 %}. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "yes from %.4g on: precision %.2f %%, recall %.2f %%",
          threshold,
          100 * precision,
          100 * recall);
    }
  }

  private final double area;

  PrecisionRecallCurve(Scores scores) {
    this(scores, steps(scores));
  }

  private PrecisionRecallCurve(Scores scores, Steps steps) {
    super(
        scores.digit(),
        rising(steps, i -> steps.thresholds()[i], Double.POSITIVE_INFINITY),
        rising(steps, i -> steps.right()[i] / (double) steps.right()[steps.size() - 1], 0),
        rising(steps, i -> steps.right()[i] / (double) (steps.right()[i] + steps.wrong()[i]), 1));
    double sum = 0;
    for (int i = 1; i < size(); i++) {
      sum += (recall(i - 1) - recall(i)) * precision(i - 1);
    }
    this.area = sum;
  }

  private static Steps steps(Scores scores) {
    scores.requireBoth("a precision-recall curve");
    return Steps.of(scores);
  }

  /** The values of the steps in reverse order, followed by one for "never yes". */
  private static double[] rising(Steps steps, IntToDoubleFunction value, double last) {
    return IntStream.rangeClosed(0, steps.size())
        .mapToDouble(i -> i == steps.size() ? last : value.applyAsDouble(steps.size() - 1 - i))
        .toArray();
  }

  /** The share of the yes answers that are right at a point, 0 to {@code size() - 1}. */
  public double precision(int point) {
    return y(point);
  }

  /** The share of the digit's pictures that are found at a point, 0 to {@code size() - 1}. */
  public double recall(int point) {
    return x(point);
  }

  /**
   * The lowest threshold that reaches a precision, if there is one.
   *
   * @param wanted the precision, above 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   */
  public Optional<OperatingPoint> atPrecision(double wanted) {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new IllegalArgumentException(
          "a precision must be above 0 and at most 1, not " + wanted);
    }
    return IntStream.range(0, size() - 1)
        .filter(i -> precision(i) >= wanted)
        .mapToObj(i -> new OperatingPoint(threshold(i), precision(i), recall(i)))
        .findFirst();
  }

  @Override
  public String name() {
    return "precision-recall";
  }

  @Override
  public String xName() {
    return "recall";
  }

  @Override
  public String yName() {
    return "precision";
  }

  /**
   * The average precision (scikit-learn's {@code average_precision_score}): the mean of the
   * precisions, each weighted by the recall that its threshold adds. The points are not joined by
   * straight lines, which would be too optimistic. Guessing gives the share of the digit among the
   * pictures.
   */
  @Override
  public double area() {
    return area;
  }

  @Override
  public String areaName() {
    return "average precision";
  }
}
