package digits.model;

import digits.data.Message;
import digits.features.FeatureMap;
import digits.features.Pixels;
import java.util.stream.DoubleStream;

/** A classifier whose margin is a weighted sum of the features plus an intercept. Immutable. */
public final class LinearClassifier implements BinaryClassifier {

  private final int digit;
  private final FeatureMap features;
  private final double[] weights;
  private final double intercept;

  /**
   * A classifier from its weights and its intercept.
   *
   * @param digit the digit that it detects, 0 to 9
   * @param weights one per feature; copied
   * @param intercept the margin of a row of zeros
   * @throws IllegalArgumentException if the digit is out of range, the number of weights differs
   *     from that of the features, or a number is not finite
   */
  public LinearClassifier(int digit, FeatureMap features, double[] weights, double intercept) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("a digit is 0 to 9, not " + digit);
    }
    if (weights.length != features.size()) {
      throw new IllegalArgumentException(
          Message.of(
              "a classifier on %s needs %,d weights, one per feature, not %,d",
              features.name(), features.size(), weights.length));
    }
    if (!Double.isFinite(intercept) || !DoubleStream.of(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "the weights of the classifier for " + digit + " are not all finite numbers");
    }
    this.digit = digit;
    this.features = features;
    this.weights = weights.clone();
    this.intercept = intercept;
  }

  @Override
  public int digit() {
    return digit;
  }

  @Override
  public FeatureMap features() {
    return features;
  }

  /** A copy of the weights, one per feature (scikit-learn's {@code coef_}). */
  public double[] weights() {
    return weights.clone();
  }

  /** The margin of a row of zeros (scikit-learn's {@code intercept_}). */
  public double intercept() {
    return intercept;
  }

  /**
   * The intercept plus all products of weight and feature, added in order. On pixels, each product
   * is rounded before it is added, so that every version 1.x gives the same bits; on other
   * features, fused multiply-adds are faster.
   */
  @Override
  public double margin(float[] row) {
    boolean fused = !(features instanceof Pixels);
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      sum = fused ? Math.fma(weights[i], row[i], sum) : sum + weights[i] * row[i];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "is it a " + digit + "? (" + weights.length + " weights on " + features.name() + ")";
  }
}
