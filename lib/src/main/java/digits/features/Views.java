package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;
import java.util.stream.LongStream;

/**
 * Averages what another map makes of a digit and of some warped views of it, in training and
 * afterwards, so that the classifiers depend less on how the digit was written. The warps are the
 * same for every digit.
 *
 * <p>For a linear classifier this is the mean of its margins over the views (test-time averaging,
 * Krizhevsky et al. 2012), at the price of one row per digit in training; training on warped copies
 * takes one row per copy.
 *
 * @param map applied to each view; takes pixels
 * @param warps how the views are warped; each copy is one view
 */
public record Views(FeatureMap map, Augmentation warps) implements FeatureMap {

  public Views {
    if (map.inputs() != Digit.PIXELS) {
      throw new IllegalArgumentException(
          "views need a map of 784 pixels, but " + map.name() + " takes rows of " + map.inputs());
    }
  }

  /** Views of digits for a map that has not been fitted yet. */
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
    // The first view is the digit itself; each view adds its share.
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

  /** Views whose map has not been fitted yet; it will be fitted on the digits as they are. */
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
