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
    if (left instanceof ByRow first && right instanceof ByRow second) {
      map(in, first, second, out);
      return;
    }
    left.map(in, out.columns(0, left.size()));
    right.map(in, out.columns(left.size(), right.size()));
  }

  /** Maps each row by both, one right after the other: they may share a part of the work. */
  private static void map(FloatMatrix in, ByRow first, ByRow second, FloatMatrix out) {
    float[] row = new float[in.columns()];
    float[] ones = new float[first.size()];
    float[] others = new float[second.size()];
    FloatMatrix beside = out.columns(ones.length, others.length);
    for (int i = 0; i < in.rows(); i++) {
      in.getRow(i, row);
      first.map(row, ones);
      out.setRow(i, ones);
      second.map(row, others);
      beside.setRow(i, others);
    }
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
