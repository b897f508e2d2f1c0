package digits.features;

import digits.linalg.FloatMatrix;
import digits.linalg.Product;

/**
 * The components that {@link Pca} has found.
 *
 * @param directions one component a row
 * @param offsets one a component: the mean's place along it, taken away
 */
public record Components(FloatMatrix directions, float[] offsets) implements FeatureMap {

  /**
   * Checks the numbers.
   *
   * @param directions one component a row
   * @param offsets one a component
   * @throws IllegalArgumentException if there are not as many offsets as directions, or a number is
   *     not finite
   */
  public Components {
    Finite.check("directions", directions);
    Finite.check("offsets", offsets, directions.rows());
  }

  @Override
  public String name() {
    return size() + " components";
  }

  @Override
  public int inputs() {
    return directions.columns();
  }

  @Override
  public int size() {
    return directions.rows();
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    Product.withTransposed(in, directions, out);
    RowMap.map(
        out,
        out,
        (before, after) -> {
          for (int j = 0; j < after.length; j++) {
            after[j] = before[j] - offsets[j];
          }
        });
  }
}
