package digits.model;

import digits.features.FeatureMap;
import java.util.Locale;

/** A classifier whose margin is a weighted sum of the features plus an intercept. Immutable. */
public final class LinearClassifier implements BinaryClassifier {

  private final int digit;
  private final FeatureMap features;
  private final double[] weights;
  private final double intercept;

  /**
   * A classifier from its numbers.
   *
   * @param digit which digit it detects, 0 to 9
   * @param features what it sees of a picture
   * @param weights one a feature; copied
   * @param intercept the margin of a row of zeros
   * @throws IllegalArgumentException if the digit is out of range, the weights are not as many as
   *     the features, or a number is not finite
   */
  public LinearClassifier(int digit, FeatureMap features, double[] weights, double intercept) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("a digit is 0 to 9, not " + digit);
    }
    if (weights.length != features.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s makes %,d features, so a classifier has as many weights, not %,d",
              features.name(),
              features.size(),
              weights.length));
    }
    double sum = intercept;
    for (double weight : weights) {
      sum += 0 * weight;
    }
    if (!Double.isFinite(sum)) {
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

  /**
   * The weights (scikit-learn's {@code coef_}).
   *
   * @return a copy, one a feature
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * The intercept (scikit-learn's {@code intercept_}).
   *
   * @return the margin of a row of zeros
   */
  public double intercept() {
    return intercept;
  }

  @Override
  public double margin(float[] row) {
    // Two sums at once keep the processor's pipeline busy.
    double even = intercept;
    double odd = 0;
    int last = weights.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += weights[i] * row[i];
      odd += weights[i + 1] * row[i + 1];
    }
    return even + odd + (last % 2 == 0 ? weights[last] * row[last] : 0);
  }

  @Override
  public String toString() {
    return "is it a " + digit + "? (" + weights.length + " weights on " + features.name() + ")";
  }
}
