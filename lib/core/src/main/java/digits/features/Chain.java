package digits.features;

import digits.linalg.FloatMatrix;
import digits.linalg.Workers;

/** One map after another; the second takes rows as long as the first makes them. */
public record Chain(FeatureMap first, FeatureMap second) implements FeatureMap {

  public Chain {
    if (first.size() != second.inputs()) {
      String made = first.name() + " makes rows of " + first.size();
      throw new IllegalArgumentException(
          made + ", but " + second.name() + " takes rows of " + second.inputs());
    }
  }

  @Override
  public String name() {
    return new Recipe(first, second).name();
  }

  @Override
  public int inputs() {
    return first.inputs();
  }

  @Override
  public int size() {
    return second.size();
  }

  @Override
  public void map(Rows in, FloatMatrix out) {
    FloatMatrix between = Workers.temporary(this, out.rows(), first.size());
    first.map(in, between);
    second.map(between, out);
  }

  /** A chain with parts that have not been fitted yet. */
  record Recipe(FeatureRecipe first, FeatureRecipe second) implements FeatureRecipe {

    @Override
    public String name() {
      return first.name() + " > " + second.name();
    }

    @Override
    public FeatureMap fit(Sample sample, long seed) {
      FeatureMap fitted = first.fit(sample, seed);
      return new Chain(fitted, second.fit(fitted.map(sample), seed));
    }
  }
}
