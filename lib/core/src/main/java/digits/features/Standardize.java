package digits.features;

import digits.linalg.FloatMatrix;

/**
 * Shifts and scales each column so that, over the training digits, its mean is 0 and its standard
 * deviation is 1 (scikit-learn's {@code StandardScaler}).
 */
public record Standardize() implements FeatureRecipe {

  /** A column with a smaller standard deviation is shifted but not scaled. */
  private static final double CONSTANT = 1e-6;

  @Override
  public String name() {
    return "standardize";
  }

  @Override
  public Standardized fit(Sample sample, long seed) {
    FloatMatrix rows = sample.rows();
    int size = rows.columns();
    double[] sums = new double[size];
    double[] squares = new double[size];
    float[] row = new float[size];
    for (int i = 0; i < rows.rows(); i++) {
      rows.getRow(i, row);
      for (int j = 0; j < size; j++) {
        sums[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    float[] means = new float[size];
    float[] scales = new float[size];
    for (int j = 0; j < size; j++) {
      double mean = sums[j] / rows.rows();
      double deviation = Math.sqrt(Math.max(0, squares[j] / rows.rows() - mean * mean));
      means[j] = (float) mean;
      scales[j] = (float) (deviation > CONSTANT ? 1 / deviation : 1);
    }
    return new Standardized(means, scales);
  }

  /**
   * Fitted means and scales.
   *
   * @param means subtracted first, one per column
   * @param scales multiplied by afterwards, one per column
   */
  public record Standardized(float[] means, float[] scales) implements FeatureMap.ByRow {

    public Standardized {
      Finite.check("means", means, Math.max(1, means.length));
      Finite.check("scales", scales, means.length);
    }

    @Override
    public String name() {
      return "standardize";
    }

    @Override
    public int inputs() {
      return means.length;
    }

    @Override
    public void map(float[] in, float[] out) {
      for (int j = 0; j < out.length; j++) {
        out[j] = (in[j] - means[j]) * scales[j];
      }
    }
  }
}
