package digits.features;

import digits.linalg.BFloat16;
import digits.linalg.Eigenvectors;
import digits.linalg.FloatMatrix;
import digits.linalg.SymmetricMatrix;

/**
 * Principal components: keeps the directions in which training digits vary most, so that the next
 * stage has fewer numbers to process. The number of largest magnitude in each is positive.
 *
 * @param components how many directions to keep, at least 1; all of them if there are fewer
 */
public record Pca(int components) implements FeatureRecipe {

  public Pca {
    if (components < 1) {
      throw new IllegalArgumentException(
          "the number of components must be at least 1, not " + components);
    }
  }

  @Override
  public String name() {
    return components + " components";
  }

  @Override
  public Components fit(Sample sample, long seed) {
    FloatMatrix rows = sample.rows();
    int size = rows.columns();
    double[] means = means(rows);
    SymmetricMatrix covariance = SymmetricMatrix.gram(rows, sample.workers());
    covariance.addOuterProduct(-rows.rows(), means);
    FloatMatrix directions =
        Eigenvectors.of(covariance, Math.min(components, size), sample.workers());
    float[] offsets = new float[directions.rows()];
    float[] direction = new float[size];
    for (int i = 0; i < offsets.length; i++) {
      directions.getRow(i, direction);
      float largest = 0;
      for (float x : direction) {
        largest = Math.abs(x) > Math.abs(largest) ? x : largest;
      }
      double offset = 0;
      for (int j = 0; j < size; j++) {
        direction[j] = Math.signum(largest) * BFloat16.round(direction[j]);
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

  /**
   * Fitted components.
   *
   * @param directions one component per row
   * @param offsets one per component: the coordinate of the mean along it, which is subtracted
   */
  public record Components(FloatMatrix directions, float[] offsets)
      implements FeatureMap.Projection {

    public Components {
      Finite.check(directions, offsets);
    }

    @Override
    public String name() {
      return size() + " components";
    }
  }
}
