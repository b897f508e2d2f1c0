package digits.features;

import digits.linalg.FloatMatrix;

/**
 * Moves and scales each number so that, over the training digits, its mean is 0 and its standard
 * deviation 1 (scikit-learn's StandardScaler).
 */
public record Standardize() implements FeatureRecipe {

  /** What hardly varies is only moved. */
  private static final double CONSTANT = 1e-6;

  @Override
  public String name() {
    return "standardize";
  }

  @Override
  public FeatureMap fit(Sample sample, long seed) {
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
}
