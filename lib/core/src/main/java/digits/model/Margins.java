package digits.model;

import java.util.Arrays;
import java.util.List;

/**
 * The margins of all classifiers of a model. Linear classifiers share one pass over the features
 * that are not 0, with the weights of each feature side by side; the sums are those of {@link
 * LinearClassifier#margin(float[])}, to the bit.
 */
final class Margins {

  private static final int MOST = 10;

  private final List<BinaryClassifier> classifiers;
  private final double[] intercepts = new double[MOST];

  /** Ten weights for each feature; null if a classifier is not linear. */
  private final double[] weights;

  Margins(List<BinaryClassifier> classifiers) {
    this.classifiers = classifiers;
    boolean linear = classifiers.stream().allMatch(LinearClassifier.class::isInstance);
    this.weights = linear ? new double[classifiers.get(0).features().size() * MOST] : null;
    for (int i = 0; linear && i < classifiers.size(); i++) {
      LinearClassifier classifier = (LinearClassifier) classifiers.get(i);
      intercepts[i] = classifier.intercept();
      double[] own = classifier.weights();
      for (int j = 0; j < own.length; j++) {
        weights[j * MOST + i] = own[j];
      }
    }
  }

  /** One margin per classifier, for the features of one digit. */
  double[] of(float[] row) {
    if (weights == null) {
      return classifiers.stream().mapToDouble(c -> c.margin(row)).toArray();
    }
    // Ten local variables stay in registers, where an array would be written at every feature.
    double m0 = intercepts[0];
    double m1 = intercepts[1];
    double m2 = intercepts[2];
    double m3 = intercepts[3];
    double m4 = intercepts[4];
    double m5 = intercepts[5];
    double m6 = intercepts[6];
    double m7 = intercepts[7];
    double m8 = intercepts[8];
    double m9 = intercepts[9];
    for (int i = 0, at = 0; i < row.length; i++, at += MOST) {
      double x = row[i];
      if (x != 0) {
        m0 += weights[at] * x;
        m1 += weights[at + 1] * x;
        m2 += weights[at + 2] * x;
        m3 += weights[at + 3] * x;
        m4 += weights[at + 4] * x;
        m5 += weights[at + 5] * x;
        m6 += weights[at + 6] * x;
        m7 += weights[at + 7] * x;
        m8 += weights[at + 8] * x;
        m9 += weights[at + 9] * x;
      }
    }
    double[] all = {m0, m1, m2, m3, m4, m5, m6, m7, m8, m9};
    return classifiers.size() == MOST ? all : Arrays.copyOf(all, classifiers.size());
  }
}
