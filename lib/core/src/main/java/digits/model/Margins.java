package digits.model;

import digits.data.Digit;
import digits.features.FeatureMap;
import digits.features.Pixels;
import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import digits.linalg.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * The margins of all classifiers of a model. Linear classifiers share one pass over the inked
 * pixels of a digit, or one product for the features of many digits.
 */
final class Margins {

  private static final int MOST = 10;

  private final List<BinaryClassifier> classifiers;
  private final double[] intercepts = new double[MOST];

  /** One row per classifier; null for pixels, or if a classifier is not linear. */
  private final FloatMatrix weights;

  /** Ten per pixel; null for other features, or if a classifier is not linear. */
  private final double[] byPixel;

  Margins(List<BinaryClassifier> classifiers) {
    this.classifiers = classifiers;
    FeatureMap features = classifiers.get(0).features();
    boolean linear = classifiers.stream().allMatch(LinearClassifier.class::isInstance);
    byPixel = linear && features instanceof Pixels ? new double[Digit.PIXELS * MOST] : null;
    weights =
        linear && byPixel == null ? new FloatMatrix(classifiers.size(), features.size()) : null;
    for (int i = 0; linear && i < classifiers.size(); i++) {
      LinearClassifier classifier = (LinearClassifier) classifiers.get(i);
      intercepts[i] = classifier.intercept();
      setWeights(i, classifier.weights());
    }
  }

  private void setWeights(int classifier, double[] own) {
    if (weights == null) {
      for (int i = 0; i < own.length; i++) {
        byPixel[i * MOST + classifier] = own[i];
      }
      return;
    }
    float[] row = new float[own.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) own[i];
    }
    weights.setRow(classifier, row);
  }

  /** Whether {@link #of(Digit)} needs no features: linear classifiers need inked pixels only. */
  boolean needInkOnly() {
    return byPixel != null;
  }

  /** One margin per classifier, for one digit. */
  double[] of(Digit digit) {
    if (!needInkOnly()) {
      return BinaryClassifier.margins(classifiers, digit);
    }
    Sums sums = new Sums(intercepts);
    for (int i = 0; i < Digit.PIXELS; i += Long.BYTES) {
      long ink = digit.eight(i);
      while (ink != 0) {
        int bits = Long.numberOfTrailingZeros(ink) & -Byte.SIZE;
        sums.add(byPixel, i + bits / Byte.SIZE, Digit.intensity((int) (ink >>> bits)));
        ink &= ~(0xFFL << bits);
      }
    }
    return sums.first(classifiers.size());
  }

  private double[] of(float[] row) {
    return classifiers.stream().mapToDouble(c -> c.margin(row)).toArray();
  }

  /**
   * One margin per classifier for each digit, given one row of features per digit. The product adds
   * in float32 and in an order of its own; {@link LinearClassifier#margin(float[])} adds in
   * float64.
   */
  double[][] of(FloatMatrix rows) {
    double[][] margins = new double[rows.rows()][];
    if (weights == null) {
      float[] row = new float[rows.columns()];
      for (int i = 0; i < margins.length; i++) {
        rows.getRow(i, row);
        margins[i] = of(row);
      }
      return margins;
    }
    FloatMatrix sums = Workers.temporary(this, rows.rows(), weights.rows());
    Product.withTransposed(rows, weights, sums);
    float[] row = new float[weights.rows()];
    for (int i = 0; i < margins.length; i++) {
      sums.getRow(i, row);
      margins[i] = new double[row.length];
      for (int j = 0; j < row.length; j++) {
        margins[i][j] = intercepts[j] + row[j];
      }
    }
    return margins;
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

    double[] first(int count) {
      double[] all = {s0, s1, s2, s3, s4, s5, s6, s7, s8, s9};
      return count == MOST ? all : Arrays.copyOf(all, count);
    }
  }
}
