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
    if (left instanceof Hog first && right instanceof Hog second) {
      map(in, first, second, out);
      return;
    }
    left.map(in, out.columns(0, left.size()));
    right.map(in, out.columns(left.size(), right.size()));
  }

  /** Computes the gradients of each picture once for both. */
  private static void map(FloatMatrix in, Hog first, Hog second, FloatMatrix out) {
    Gradients gradients = new Gradients();
    float[] pixels = new float[in.columns()];
    float[] row = new float[out.columns()];
    for (int i = 0; i < in.rows(); i++) {
      in.getRow(i, pixels);
      gradients.of(pixels);
      first.map(gradients, row, 0);
      second.map(gradients, row, first.size());
      out.setRow(i, row);
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
