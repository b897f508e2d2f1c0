package digits.model;

import digits.data.Digit;
import digits.features.Pixels;
import java.util.Arrays;
import java.util.List;

/**
 * The margins of all classifiers of a model. Linear classifiers share one pass over the features,
 * or over the pixels that are not 0, with the weights of each side by side; the sums are those of
 * {@link LinearClassifier#margin(float[])}, to the bit.
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

  /** Whether {@link #of(Digit)} needs no features: linear classifiers need inked pixels only. */
  boolean needInkOnly() {
    return weights != null && classifiers.get(0).features() instanceof Pixels;
  }

  /** One margin per classifier, for one digit. */
  double[] of(Digit digit) {
    if (!needInkOnly()) {
      return of(classifiers.get(0).features().map(digit));
    }
    Sums sums = new Sums(intercepts);
    for (int i = 0; i < Digit.PIXELS; i += Long.BYTES) {
      long ink = digit.eight(i);
      while (ink != 0) {
        int bits = Long.numberOfTrailingZeros(ink) & -Byte.SIZE;
        sums.add(weights, i + bits / Byte.SIZE, Digit.intensity((int) (ink >>> bits)));
        ink &= ~(0xFFL << bits);
      }
    }
    return sums.first(classifiers.size());
  }

  /** One margin per classifier, for the features of one digit. */
  double[] of(float[] row) {
    if (weights == null) {
      return classifiers.stream().mapToDouble(c -> c.margin(row)).toArray();
    }
    Sums sums = new Sums(intercepts);
    for (int i = 0; i < row.length; i++) {
      sums.addFused(weights, i, row[i]);
    }
    return sums.first(classifiers.size());
  }

  /** Ten fields, which Java keeps in registers; an array would be written at every feature. */
  private static final class Sums {

    private double s0, s1, s2, s3, s4, s5, s6, s7, s8, s9;

    Sums(double[] intercepts) {
      add(intercepts, 0, 1);
    }

    void add(double[] weights, int feature, double x) {
      int at = feature * MOST;
      s0 += weights[at] * x;
      s1 += weights[at + 1] * x;
      s2 += weights[at + 2] * x;
      s3 += weights[at + 3] * x;
      s4 += weights[at + 4] * x;
      s5 += weights[at + 5] * x;
      s6 += weights[at + 6] * x;
      s7 += weights[at + 7] * x;
      s8 += weights[at + 8] * x;
      s9 += weights[at + 9] * x;
    }

    /** The same, without rounding the products. */
    void addFused(double[] weights, int feature, double x) {
      int at = feature * MOST;
      s0 = Math.fma(weights[at], x, s0);
      s1 = Math.fma(weights[at + 1], x, s1);
      s2 = Math.fma(weights[at + 2], x, s2);
      s3 = Math.fma(weights[at + 3], x, s3);
      s4 = Math.fma(weights[at + 4], x, s4);
      s5 = Math.fma(weights[at + 5], x, s5);
      s6 = Math.fma(weights[at + 6], x, s6);
      s7 = Math.fma(weights[at + 7], x, s7);
      s8 = Math.fma(weights[at + 8], x, s8);
      s9 = Math.fma(weights[at + 9], x, s9);
    }

    double[] first(int count) {
      double[] all = {s0, s1, s2, s3, s4, s5, s6, s7, s8, s9};
      return count == MOST ? all : Arrays.copyOf(all, count);
    }
  }
}
