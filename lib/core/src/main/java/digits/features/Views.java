package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;

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
    return new Recipe(map, warps).name();
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public void map(Rows in, FloatMatrix out) {
    FloatMatrix seen = Workers.temporary(this, out.rows(), size());
    for (int view = 0; view <= warps.copies(); view++) {
      map.map(view == 0 ? in : warped(in, view), seen); // The first view is the digit itself.
      addTo(out, seen, view == 0);
    }
  }

  private Rows warped(Rows in, int view) {
    Augmentation.Warp warp = warps.draw(view);
    float[] pixels = new float[Digit.PIXELS];
    return (row, out) -> {
      in.copy(row, pixels);
      warp.apply(pixels, out);
    };
  }

  /** Adds the share of one view to the mean. */
  private void addTo(FloatMatrix mean, FloatMatrix seen, boolean first) {
    float share = 1f / (1 + warps.copies());
    float[] sum = new float[size()];
    float[] row = new float[size()];
    for (int i = 0; i < seen.rows(); i++) {
      mean.getRow(i, sum);
      seen.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] = (first ? 0 : sum[j]) + share * row[j];
      }
      mean.setRow(i, sum);
    }
  }

  /** Views whose map has not been fitted yet; it will be fitted on the digits as they are. */
  record Recipe(FeatureRecipe recipe, Augmentation warps) implements FeatureRecipe {

    @Override
    public String name() {
      return "mean of " + (1 + warps.copies()) + " views (" + recipe.name() + ")";
    }

    @Override
    public FeatureMap fit(Sample sample, long seed) {
      return new Views(recipe.fit(sample, seed), warps);
    }
  }
}
