package digits.features;

import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import digits.linalg.SymmetricEigen;
import digits.linalg.SymmetricMatrix;

/**
 * Principal components: keeps the directions in which training digits differ most, so that what
 * comes after has fewer numbers to look at.
 *
 * @param components how many directions, 1 or more; all, if there are not so many
 */
public record Pca(int components) implements FeatureRecipe {

  /** Rows summed at a time. */
  private static final int BLOCK = 2048;

  /**
   * Checks the number.
   *
   * @param components 1 or more
   * @throws IllegalArgumentException if it is below 1
   */
  public Pca {
    if (components < 1) {
      throw new IllegalArgumentException("there is 1 component or more, not " + components);
    }
  }

  @Override
  public String name() {
    return components + " components";
  }

  @Override
  public FeatureMap fit(Sample sample, long seed) {
    FloatMatrix rows = sample.rows();
    int size = rows.columns();
    double[] means = means(rows);
    SymmetricMatrix covariance = new SymmetricMatrix(size);
    for (int first = 0; first < rows.rows(); first += BLOCK) {
      int count = Math.min(BLOCK, rows.rows() - first);
      covariance.addGram(rows.rows(first, count), sample.workers());
    }
    covariance.addOuterProduct(-rows.rows(), means);
    double[][] vectors = SymmetricEigen.largest(covariance, Math.min(components, size));
    FloatMatrix directions = new FloatMatrix(vectors.length, size);
    float[] offsets = new float[vectors.length];
    float[] direction = new float[size];
    for (int i = 0; i < vectors.length; i++) {
      double offset = 0;
      for (int j = 0; j < size; j++) {
        direction[j] = BFloat16.round((float) vectors[i][j]);
        offset += direction[j] * means[j];
      }
      offsets[i] = (float) offset;
      directions.setRow(i, direction);
    }
    return new Components(directions, offsets);
  }

  private static double[] means(FloatMatrix rows) {
    double[] means = new double[rows.columns()];
    float[] row = new float[means.length];
    for (int i = 0; i < rows.rows(); i++) {
      rows.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        means[j] += (double) row[j] / rows.rows();
      }
    }
    return means;
  }
}
