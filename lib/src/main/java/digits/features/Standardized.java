package digits.features;

import digits.linalg.FloatMatrix;

/**
 * Moves and scales, as {@link Standardize} has found it.
 *
 * @param means what is taken away, one a column
 * @param scales what is multiplied by then, one a column
 */
public record Standardized(float[] means, float[] scales) implements FeatureMap {

  /**
   * Checks the numbers.
   *
   * @param means what is taken away
   * @param scales what is multiplied by then
   * @throws IllegalArgumentException if there are none, not as many of both, or one is not finite
   */
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
  public int size() {
    return means.length;
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    RowMap.map(
        in,
        out,
        (before, after) -> {
          for (int j = 0; j < after.length; j++) {
            after[j] = (before[j] - means[j]) * scales[j];
          }
        });
  }
}
