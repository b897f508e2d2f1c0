package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;

/**
 * Turns rows of numbers into other rows: in the end, a digit's pixels into what a classifier sees.
 * Fitted and immutable, so that many threads can share one.
 */
public interface FeatureMap extends FeatureRecipe {

  /**
   * How many numbers it takes.
   *
   * @return the length of a row before; 784 for what looks at pixels
   */
  int inputs();

  /**
   * How many numbers it makes.
   *
   * @return the length of a row after
   */
  int size();

  /**
   * Maps rows.
   *
   * @param in one row a digit, {@link #inputs()} columns; pixels are scaled to [0, 1]
   * @param out as many rows, {@link #size()} columns; overwritten
   */
  void map(FloatMatrix in, FloatMatrix out);

  /**
   * Maps one digit.
   *
   * @param digit any digit
   * @return {@link #size()} numbers
   */
  default float[] map(Digit digit) {
    FloatMatrix in = new FloatMatrix(1, Digit.PIXELS);
    in.setRow(0, digit.intensities());
    FloatMatrix out = new FloatMatrix(1, size());
    map(in, out);
    float[] row = new float[size()];
    out.getRow(0, row);
    return row;
  }

  /** There is nothing to fit any more. */
  @Override
  default FeatureMap fit(Sample sample, long seed) {
    if (sample.rows().columns() != inputs()) {
      throw new IllegalArgumentException(
          name() + " takes rows of " + inputs() + ", not of " + sample.rows().columns());
    }
    return this;
  }

  /**
   * This, and then another fitted one.
   *
   * @param next takes the rows that this makes
   */
  default FeatureMap andThen(FeatureMap next) {
    return new Chain(this, next);
  }

  /**
   * This and another fitted one side by side.
   *
   * @param other takes the rows that this takes
   */
  default FeatureMap concat(FeatureMap other) {
    return new Concat(this, other);
  }
}
