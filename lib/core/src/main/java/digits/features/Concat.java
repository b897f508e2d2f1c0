package digits.features;

import digits.linalg.FloatMatrix;

/** Two maps side by side, which take the same rows; the numbers of the left one come first. */
public record Concat(FeatureMap left, FeatureMap right) implements FeatureMap {

  public Concat {
    if (left.inputs() != right.inputs()) {
      String taken = left.name() + " takes rows of " + left.inputs();
      throw new IllegalArgumentException(
          taken + ", but " + right.name() + " takes rows of " + right.inputs());
    }
  }

  @Override
  public String name() {
    return new Recipe(left, right).name();
  }

  @Override
  public int inputs() {
    return left.inputs();
  }

  @Override
  public int size() {
    return left.size() + right.size();
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    left.map(in, out.columns(0, left.size()));
    right.map(in, out.columns(left.size(), right.size()));
  }

  /** Parts side by side that have not been fitted yet. */
  record Recipe(FeatureRecipe left, FeatureRecipe right) implements FeatureRecipe {

    @Override
    public String name() {
      return "(" + left.name() + " + " + right.name() + ")";
    }

    @Override
    public FeatureMap fit(Sample sample, long seed) {
      return new Concat(left.fit(sample, seed), right.fit(sample, seed));
    }
  }
}
