package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;
import java.util.stream.LongStream;

/**
 * Looks at a digit and at some warped views of it, and averages what another map makes of them: so
 * the classifiers care less how it was written, in training and afterwards. The warps are the same
 * for every digit.
 *
 * <p>For a linear classifier this is the mean of its margins over the views (test-time averaging,
 * Krizhevsky et al. 2012), at the price of one row a digit in training, where as many warped copies
 * would be as many rows.
 *
 * @param map what is made of each view; takes pixels
 * @param warps how the views are warped; as many as its copies
 */
public record Views(FeatureMap map, Augmentation warps) implements FeatureMap {

  /**
   * @throws IllegalArgumentException if the map does not take pixels
   */
  public Views {
    if (map.inputs() != Digit.PIXELS) {
      throw new IllegalArgumentException(
          "views are of 784 pixels, but " + map.name() + " takes rows of " + map.inputs());
    }
  }

  /**
   * Views of digits, before the map is fitted.
   *
   * @param recipe of the map
   * @param warps how the views are warped
   */
  public static FeatureRecipe of(FeatureRecipe recipe, Augmentation warps) {
    return new Recipe(recipe, warps);
  }

  @Override
  public String name() {
    return name(map, warps);
  }

  private static String name(FeatureRecipe inner, Augmentation warps) {
    return "mean of " + (1 + warps.copies()) + " views (" + inner.name() + ")";
  }

  @Override
  public int inputs() {
    return map.inputs();
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    map.map(in, out);
    FloatMatrix warped = new FloatMatrix(in.rows(), in.columns());
    FloatMatrix view = new FloatMatrix(in.rows(), size());
    float[] pixels = new float[Digit.PIXELS];
    float share = 1f / (1 + warps.copies());
    // The first view is the digit itself; each adds its share.
    scale(out, share);
    for (Warp warp : LongStream.rangeClosed(1, warps.copies()).mapToObj(warps::draw).toList()) {
      for (int i = 0; i < in.rows(); i++) {
        in.getRow(i, pixels);
        warped.setRow(i, warp.apply(pixels));
      }
      map.map(warped, view);
      add(view, share, out);
    }
  }

  private static void scale(FloatMatrix rows, float share) {
    RowMap.map(
        rows,
        rows,
        (before, after) -> {
          for (int j = 0; j < after.length; j++) {
            after[j] = share * before[j];
          }
        });
  }

  private static void add(FloatMatrix view, float share, FloatMatrix out) {
    float[] more = new float[view.columns()];
    float[] sum = new float[view.columns()];
    for (int i = 0; i < view.rows(); i++) {
      view.getRow(i, more);
      out.getRow(i, sum);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += share * more[j];
      }
      out.setRow(i, sum);
    }
  }

  /** Views of digits, not fitted yet: the map is fitted on the digits as they are. */
  record Recipe(FeatureRecipe recipe, Augmentation warps) implements FeatureRecipe {

    @Override
    public String name() {
      return Views.name(recipe, warps);
    }

    @Override
    public FeatureMap fit(Sample sample, long seed) {
      return new Views(recipe.fit(sample, seed), warps);
    }
  }
}
