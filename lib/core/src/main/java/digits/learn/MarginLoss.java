package digits.learn;

/** The loss of a margin, which is positive where the classifier is right. */
enum MarginLoss {
  /** log(1 + exp(-m)). */
  LOGISTIC(0.25) {
    @Override
    double slopes(float[] margins) {
      double sum = 0;
      double product = 1;
      for (int i = 0; i < margins.length; i++) {
        float m = margins[i];
        double e = Math.exp(-Math.abs(m));
        // log(1 + e) of all rows at once: each factor is at most 2, so 256 of them stay finite.
        product *= 1 + e;
        sum -= Math.min(m, 0);
        margins[i] = (float) (-(m > 0 ? e : 1) / (1 + e));
      }
      return sum + Math.log(product);
    }

    @Override
    double curvature(double margin) {
      double e = Math.exp(-Math.abs(margin));
      return e / ((1 + e) * (1 + e));
    }
  },

  /** max(0, 1 - m)^2. */
  SQUARED_HINGE(2) {
    @Override
    double slopes(float[] margins) {
      double sum = 0;
      for (int i = 0; i < margins.length; i++) {
        double missing = Math.max(0, 1 - (double) margins[i]);
        sum += missing * missing;
        margins[i] = (float) (-2 * missing);
      }
      return sum;
    }

    @Override
    double curvature(double margin) {
      return margin < 1 ? 2 : 0;
    }
  };

  private final double largestCurvature;

  MarginLoss(double largestCurvature) {
    this.largestCurvature = largestCurvature;
  }

  /** The maximum of the loss's second derivative. */
  double largestCurvature() {
    return largestCurvature;
  }

  /**
   * Replaces margins by the derivatives of the loss there.
   *
   * @param margins at most 256
   * @return the sum of the losses
   */
  abstract double slopes(float[] margins);

  /** The second derivative. */
  abstract double curvature(double margin);
}
