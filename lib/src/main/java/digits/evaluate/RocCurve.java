package digits.evaluate;

import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of one yes/no classifier: the share of its digit that it
 * finds over the share of false alarms. Points run from "never yes" to "always yes"; those on a
 * straight line between two others are left out, as in scikit-learn's {@code roc_curve}. Immutable.
 *
 * <p>T. Fawcett: An introduction to ROC analysis. Pattern Recognition Letters 27, 2006.
 */
public final class RocCurve extends Curve {

  private final double area;

  RocCurve(Scores scores) {
    this(scores, steps(scores));
  }

  private RocCurve(Scores scores, Steps steps) {
    super(
        scores.digit(),
        IntStream.rangeClosed(0, steps.size())
            .mapToDouble(i -> i == 0 ? Double.POSITIVE_INFINITY : steps.thresholds()[i - 1])
            .toArray(),
        shares(steps.wrong()),
        shares(steps.right()));
    double sum = 0;
    for (int i = 1; i < size(); i++) {
      sum += (x(i) - x(i - 1)) * (y(i) + y(i - 1)) / 2;
    }
    this.area = sum;
  }

  private static Steps steps(Scores scores) {
    scores.requireBoth("a ROC curve");
    return Steps.of(scores).corners();
  }

  /** The counts as shares, from 0 to 1. */
  private static double[] shares(int[] counts) {
    double all = counts[counts.length - 1];
    return IntStream.rangeClosed(0, counts.length)
        .mapToDouble(i -> i == 0 ? 0 : counts[i - 1] / all)
        .toArray();
  }

  @Override
  public String name() {
    return "ROC";
  }

  @Override
  public String xName() {
    return "false positive rate";
  }

  @Override
  public String yName() {
    return "true positive rate";
  }

  /**
   * The area under the curve (scikit-learn's {@code roc_auc_score}): the probability that a picture
   * of the digit gets a larger score than a picture of another. Guessing gives 0.5.
   */
  @Override
  public double area() {
    return area;
  }

  @Override
  public String areaName() {
    return "AUC";
  }
}
