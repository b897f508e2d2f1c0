package digits.evaluate;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one yes/no classifier pays in precision for recall. Points run from "always yes" to "never
 * yes", by rising threshold, as in scikit-learn's {@code precision_recall_curve}: the last one has
 * recall 0 and, by convention, precision 1. Where a digit is rare it shows more than the ROC curve.
 * Immutable.
 *
 * <p>J. Davis, M. Goadrich: The relationship between precision-recall and ROC curves. ICML 2006.
 */
public final class PrecisionRecallCurve extends Curve {

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

  /** The steps backwards, and one more that nobody takes. */
  private static double[] rising(Steps steps, IntToDoubleFunction value, double last) {
    return IntStream.rangeClosed(0, steps.size())
        .mapToDouble(i -> i == steps.size() ? last : value.applyAsDouble(steps.size() - 1 - i))
        .toArray();
  }

  /**
   * The precision at a point: of the yeses, the share that is right.
   *
   * @param point 0 to {@code size() - 1}
   * @return 0 to 1
   */
  public double precision(int point) {
    return y(point);
  }

  /**
   * The recall at a point: of the digit's pictures, the share that gets a yes.
   *
   * @param point 0 to {@code size() - 1}
   * @return 0 to 1
   */
  public double recall(int point) {
    return x(point);
  }

  /**
   * The lowest threshold that gives a wanted precision, if there is any.
   *
   * @param wanted the least precision, above 0 and at most 1
   * @return the threshold, with the precision and the recall that it has
   * @throws IllegalArgumentException if the wanted precision is out of range
   */
  public Optional<OperatingPoint> atPrecision(double wanted) {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new IllegalArgumentException("a precision is above 0 and at most 1, not " + wanted);
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
   * precisions, each weighted by the recall that its threshold adds. It does not join the points by
   * straight lines, which would flatter.
   *
   * @return 0 to 1; the share of the digit among the pictures is what chance gives
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
