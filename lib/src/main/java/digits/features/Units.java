package digits.features;

import digits.linalg.FloatMatrix;
import digits.linalg.Product;

/**
 * The units of {@link RandomUnits}, drawn and frozen.
 *
 * @param bend what a unit does with what it sees
 * @param directions one unit a row
 * @param offsets one a unit: taken away from what it sees along its direction, or, for a cosine,
 *     its phase
 */
public record Units(RandomUnits.Bend bend, FloatMatrix directions, float[] offsets)
    implements FeatureMap {

  /**
   * Checks the numbers.
   *
   * @param bend what a unit does with what it sees
   * @param directions one unit a row
   * @param offsets one a unit
   * @throws IllegalArgumentException if there are not as many offsets as directions, or a number is
   *     not finite
   */
  public Units {
    Finite.check("directions", directions);
    Finite.check("offsets", offsets, directions.rows());
  }

  @Override
  public String name() {
    return new RandomUnits(bend, size()).name();
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
        (seen, row) -> {
          switch (bend) {
            case RELU -> {
              for (int i = 0; i < row.length; i++) {
                row[i] = Math.max(0, seen[i] - offsets[i]);
              }
            }
            case COSINE -> {
              for (int i = 0; i < row.length; i++) {
                row[i] = (float) Math.cos(seen[i] + offsets[i]);
              }
            }
            case SQUARE -> {
              for (int i = 0; i < row.length; i++) {
                float z = seen[i] - offsets[i];
                row[i] = z * z;
              }
            }
          }
        });
  }
}
