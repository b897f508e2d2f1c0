package digits.model;

import digits.data.Digit;
import digits.features.Pixels;
import digits.linalg.FloatMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * The margins of all classifiers of a model. Linear classifiers share one pass over the inked
 * pixels of a digit, or over the features of many digits, with the weights of each side by side;
 * the sums are those of {@link LinearClassifier#margin(float[])}, to the bit.
 */
final class Margins {

  private static final int MOST = 10;

  /** How many features are added at a time; {@link #add} names each of them. */
  private static final int STEP = 4;

  /** How many features of all digits are copied at a time, so that the copies stay in the cache. */
  private static final int STRIP = 45 * STEP;

  private final List<BinaryClassifier> classifiers;
  private final double[] intercepts = new double[MOST];

  /** Ten for each feature, and zeros up to a full step; null if a classifier is not linear. */
  private final double[] weights;

  Margins(List<BinaryClassifier> classifiers) {
    this.classifiers = classifiers;
    boolean linear = classifiers.stream().allMatch(LinearClassifier.class::isInstance);
    this.weights =
        linear ? new double[(classifiers.get(0).features().size() + STEP - 1) * MOST] : null;
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

  private double[] of(float[] row) {
    return classifiers.stream().mapToDouble(c -> c.margin(row)).toArray();
  }

  /** One margin per classifier, for each digit, whose features are in a row. */
  double[][] of(FloatMatrix rows) {
    double[][] margins = new double[rows.rows()][classifiers.size()];
    if (weights == null) {
      float[] row = new float[rows.columns()];
      for (int i = 0; i < margins.length; i++) {
        rows.getRow(i, row);
        margins[i] = of(row);
      }
      return margins;
    }
    double[][] sums = sums(rows);
    for (int i = 0; i < margins.length; i++) {
      for (int j = 0; j < margins[i].length; j++) {
        margins[i][j] = sums[j][i];
      }
    }
    return margins;
  }

  /** For each classifier, the margins of all digits. */
  private double[][] sums(FloatMatrix rows) {
    double[][] sums = new double[classifiers.size()][rows.rows()];
    for (int i = 0; i < sums.length; i++) {
      Arrays.fill(sums[i], intercepts[i]);
    }
    float[] strip = new float[rows.rows() * STRIP];
    double[][] x = new double[STEP][rows.rows()];
    for (int first = 0; first < rows.columns(); first += STRIP) {
      int width = Math.min(STRIP, rows.columns() - first);
      if (width < STRIP) {
        Arrays.fill(strip, 0); // An infinite feature that stayed behind would make 0 a NaN.
      }
      for (int i = 0; i < rows.rows(); i++) {
        rows.from(i, first).get(strip, i * STRIP, width);
      }
      for (int j = 0; j < width; j += STEP) {
        copy(strip, j, x);
        for (int i = 0; i < sums.length; i++) {
          add(weights, (first + j) * MOST + i, x, sums[i]);
        }
      }
    }
    return sums;
  }

  /** Copies four features of all digits, from the first one on. */
  private static void copy(float[] strip, int first, double[][] x) {
    int at = first;
    for (int i = 0; i < x[0].length; i++) {
      x[0][i] = strip[at];
      x[1][i] = strip[at + 1];
      x[2][i] = strip[at + 2];
      x[3][i] = strip[at + 3];
      at += STRIP;
    }
  }

  /**
   * Adds four features, times a classifier's weights from a place on, for several digits at once.
   */
  private static void add(double[] weights, int at, double[][] x, double[] sums) {
    double w0 = weights[at];
    double w1 = weights[at + MOST];
    double w2 = weights[at + 2 * MOST];
    double w3 = weights[at + 3 * MOST];
    for (int i = 0; i < sums.length; i++) {
      double sum = Math.fma(w1, x[1][i], Math.fma(w0, x[0][i], sums[i]));
      sums[i] = Math.fma(w3, x[3][i], Math.fma(w2, x[2][i], sum));
    }
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
