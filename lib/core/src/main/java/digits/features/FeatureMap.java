package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import digits.linalg.Workers;

/**
 * Turns rows of numbers into other rows: ultimately a digit's pixels into what a classifier sees.
 * Fitted and immutable, so that many threads can share it.
 */
public sealed interface FeatureMap extends FeatureRecipe
    permits FeatureMap.ByRow, FeatureMap.Projection, Chain, Concat, Views {

  /** How many rows one thread maps at a time. */
  int BLOCK = 128;

  /** The length of the rows that it takes: 784, those of pixels, unless it is overridden. */
  default int inputs() {
    return Digit.PIXELS;
  }

  /** The length of the rows that it makes: that of the rows it takes, unless it is overridden. */
  default int size() {
    return inputs();
  }

  /**
   * Maps rows.
   *
   * @param in one row per digit, {@link #inputs()} columns; pixels are scaled to [0, 1]
   * @param out as many rows, {@link #size()} columns; overwritten
   */
  default void map(FloatMatrix in, FloatMatrix out) {
    map(in::getRow, out);
  }

  /** Rows that are made one by one, such as the pixels of digits. */
  @FunctionalInterface
  interface Rows {

    /** Writes a row, given its number from 0, into the first numbers of an array. */
    void copy(int row, float[] out);
  }

  /** Maps as many rows as {@code out} has. Each kind of map overrides one of the two. */
  default void map(Rows in, FloatMatrix out) {
    FloatMatrix taken = Workers.temporary(this, out.rows(), inputs());
    float[] row = new float[inputs()];
    for (int i = 0; i < out.rows(); i++) {
      in.copy(i, row);
      taken.setRow(i, row);
    }
    map(taken, out);
  }

  /** Maps the rows of a sample, on its threads. */
  default Sample map(Sample sample) {
    FloatMatrix in = sample.rows();
    FloatMatrix out = new FloatMatrix(in.rows(), size());
    sample
        .workers()
        .forEachSlice(
            in.rows(), BLOCK, (first, count) -> map(in.rows(first, count), out.rows(first, count)));
    return new Sample(out, sample.labels(), sample.workers());
  }

  /** Maps the pixels of one digit. */
  default float[] map(Digit digit) {
    FloatMatrix out = new FloatMatrix(1, size());
    map((i, pixels) -> digit.copyIntensities(pixels), out);
    float[] row = new float[size()];
    out.getRow(0, row);
    return row;
  }

  /** Returns this map, which has been fitted already. */
  @Override
  default FeatureMap fit(Sample sample, long seed) {
    if (sample.rows().columns() != inputs()) {
      throw new IllegalArgumentException(
          name() + " takes rows of " + inputs() + ", not of " + sample.rows().columns());
    }
    return this;
  }

  /** This map, followed by one that takes the rows that this one makes. */
  default FeatureMap andThen(FeatureMap next) {
    return new Chain(this, next);
  }

  /** This map and another side by side, on the same rows. */
  default FeatureMap concat(FeatureMap other) {
    return new Concat(this, other);
  }

  /** A map that treats each row on its own: what to implement for features of your own. */
  non-sealed interface ByRow extends FeatureMap {

    /** Maps one row. What {@code out} holds before is arbitrary. */
    void map(float[] in, float[] out);

    @Override
    default void map(Rows in, FloatMatrix out) {
      float[] before = new float[inputs()];
      float[] after = new float[out.columns()];
      for (int i = 0; i < out.rows(); i++) {
        in.copy(i, before);
        map(before, after);
        out.setRow(i, after);
      }
    }
  }

  /** A map that measures how far a row lies along each of several directions. */
  sealed interface Projection extends FeatureMap permits Pca.Components, RandomUnits.Units {

    /** One direction per row. */
    FloatMatrix directions();

    /** One number per direction, which is subtracted from the coordinate along it. */
    float[] offsets();

    /** Applies a function to the coordinates of one row, in place; leaves them alone by default. */
    default void activate(float[] coordinates) {}

    @Override
    default int inputs() {
      return directions().columns();
    }

    @Override
    default int size() {
      return directions().rows();
    }

    @Override
    default void map(FloatMatrix in, FloatMatrix out) {
      Product.withTransposed(in, directions(), out);
      float[] offsets = offsets();
      float[] row = new float[size()];
      for (int i = 0; i < out.rows(); i++) {
        out.getRow(i, row);
        for (int j = 0; j < row.length; j++) {
          row[j] -= offsets[j];
        }
        activate(row);
        out.setRow(i, row);
      }
    }
  }
}
