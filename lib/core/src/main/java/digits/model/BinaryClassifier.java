package digits.model;

import digits.data.Digit;
import digits.features.FeatureMap;
import java.util.List;

/** Detects one digit: answers yes if a picture shows it, and no if it shows another. */
public interface BinaryClassifier {

  /** The digit that this classifier detects, 0 to 9. */
  int digit();

  /** What it sees of a picture; the same for all classifiers of a model. */
  FeatureMap features();

  /**
   * Its answer and its certainty in one unbounded number (scikit-learn's decision function): above
   * 0 means yes, and the further from 0, the more certain.
   *
   * @param features {@code features().size()} numbers
   */
  double margin(float[] features);

  /** The margin for a picture: above 0 means yes, and the further from 0, the more certain. */
  default double margin(Digit digit) {
    return margin(features().map(digit));
  }

  /** The answer: yes if the margin is above 0. */
  default boolean says(Digit digit) {
    return margin(digit) > 0;
  }

  /**
   * The margin as a probability of yes, 0 to 1, by the logistic function. It is 1.0 to the last bit
   * from a margin of 37 on, so compare margins, not probabilities.
   */
  default double probability(Digit digit) {
    return sigmoid(margin(digit));
  }

  /**
   * The margins of several classifiers for one picture. If consecutive ones have the same features,
   * these are computed once.
   */
  static double[] margins(List<BinaryClassifier> classifiers, Digit digit) {
    double[] margins = new double[classifiers.size()];
    FeatureMap shared = null;
    float[] row = null;
    for (int i = 0; i < margins.length; i++) {
      FeatureMap features = classifiers.get(i).features();
      if (!features.equals(shared)) {
        shared = features;
        row = features.map(digit);
      }
      margins[i] = classifiers.get(i).margin(row);
    }
    return margins;
  }

  /** The logistic function, 1 / (1 + exp(-margin)). */
  static double sigmoid(double margin) {
    return 1 / (1 + Math.exp(-margin));
  }
}
