package digits.model;

import digits.data.Digit;
import digits.features.FeatureMap;

/** Detects one digit: says yes when a picture shows it, no when it shows another. */
public interface BinaryClassifier {

  /** The digit that this classifier detects, 0 to 9. */
  int digit();

  /**
   * What it sees of a picture.
   *
   * @return the feature map, shared by all ten
   */
  FeatureMap features();

  /**
   * How sure it is, and of what: scikit-learn's decision function.
   *
   * @param features {@code features().size()} numbers
   * @return above 0 for yes; the larger, the surer; no bounds
   */
  double margin(float[] features);

  /**
   * How sure it is, and of what.
   *
   * @param digit any picture
   * @return above 0 for yes; the larger, the surer; no bounds
   */
  default double margin(Digit digit) {
    return margin(features().map(digit));
  }

  /**
   * The answer.
   *
   * @param digit any picture
   * @return true when the margin is above 0
   */
  default boolean says(Digit digit) {
    return margin(digit) > 0;
  }

  /**
   * The margin as a probability of yes, by the logistic function. It is 1.0 to the last bit from a
   * margin of 37 on, so compare margins, not probabilities.
   *
   * @param digit any picture
   * @return 0 to 1
   */
  default double probability(Digit digit) {
    return sigmoid(margin(digit));
  }

  /**
   * The logistic function.
   *
   * @param margin any number
   * @return 1 / (1 + exp(-margin)), 0 to 1
   */
  static double sigmoid(double margin) {
    return 1 / (1 + Math.exp(-margin));
  }
}
