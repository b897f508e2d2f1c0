package digits.learn;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.features.Augmentation;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Sample;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * The training digits as the learners see them: each digit a row of features, and its warped copies
 * rows after all the digits.
 *
 * <p>A learner takes the rows block after block, so that they need not be in memory together, or
 * all of them at once.
 */
public final class TrainingData {

  /** Digits on which features are fitted, at most. */
  private static final int FITTED_ON = 10_000;

  /** Rows that a learner is given at a time. */
  private static final int BLOCK = 2048;

  /** Rows that one thread maps at a time. */
  private static final int SLICE = 128;

  private final DigitSet digits;
  private final FeatureMap map;
  private final Augmentation augmentation;
  private final long seed;
  private final Workers workers;
  private final int rows;
  private FloatMatrix all;

  private TrainingData(
      DigitSet digits, FeatureMap map, Augmentation augmentation, long seed, Workers workers) {
    this.digits = digits;
    this.map = map;
    this.augmentation = augmentation;
    this.seed = seed;
    this.workers = workers;
    this.rows = rows(digits.size(), augmentation.copies());
  }

  /**
   * Fits the features.
   *
   * @throws CancellationException if the thread is interrupted
   */
  static TrainingData of(
      DigitSet digits,
      FeatureRecipe recipe,
      Augmentation augmentation,
      long seed,
      Workers workers) {
    DigitSet some =
        recipe instanceof FeatureMap // which is fitted already
            ? digits.head(0)
            : digits.sample(Math.min(FITTED_ON, digits.size()), seed);
    FeatureMap map = recipe.fit(Sample.of(some, workers), seed);
    return new TrainingData(digits, map, augmentation, seed, workers);
  }

  /**
   * What makes the features.
   *
   * @return the map, fitted
   */
  public FeatureMap map() {
    return map;
  }

  /** How many rows there are: digits and their copies. */
  public int rows() {
    return rows;
  }

  /**
   * How many rows digits and their copies are.
   *
   * @throws IllegalArgumentException if they are more than can be counted
   */
  static int rows(int digits, int copies) {
    long rows = digits * (1L + copies);
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d digits with %,d copies of each are %,d rows, more than %,d: take fewer of both",
              digits,
              copies,
              rows,
              Integer.MAX_VALUE));
    }
    return (int) rows;
  }

  /** The digit that a row shows, not warped. */
  Digit digit(int row) {
    return digits.get(row % digits.size());
  }

  /** +1 where the row shows the digit wanted, -1 where it shows another. */
  int target(int row, int wanted) {
    return label(row) == wanted ? 1 : -1;
  }

  private int label(int row) {
    return digits.label(row % digits.size());
  }

  /** A learner's look at some rows. */
  @FunctionalInterface
  interface BlockConsumer {

    /**
     * Takes some rows, on the thread that asked for them.
     *
     * @param features one row a digit; valid during the call only
     * @param labels one a row
     */
    void accept(FloatMatrix features, byte[] labels);
  }

  /**
   * All rows in their order, block after block; the blocks are mapped on all cores.
   *
   * @throws CancellationException if the thread is interrupted
   */
  void forEachBlock(BlockConsumer consumer) {
    FloatMatrix block = new FloatMatrix(Math.min(BLOCK, rows()), map.size());
    for (int first = 0; first < rows(); first += BLOCK) {
      int count = Math.min(BLOCK, rows() - first);
      fill(first, block.rows(0, count));
      byte[] labels = new byte[count];
      for (int i = 0; i < count; i++) {
        labels[i] = (byte) label(first + i);
      }
      consumer.accept(block.rows(0, count), labels);
    }
  }

  /**
   * All rows at once, mapped at the first call and kept.
   *
   * @return a matrix with a last column of ones, for the intercept
   * @throws CancellationException if the thread is interrupted
   * @throws IllegalArgumentException if they would take 2 GiB or more
   */
  FloatMatrix features() {
    if (all == null) {
      FloatMatrix mapped = new FloatMatrix(rows(), map.size() + 1);
      fill(0, mapped.columns(0, map.size()));
      FloatMatrix ones = mapped.columns(map.size(), 1);
      float[] one = {1};
      for (int i = 0; i < rows(); i++) {
        ones.setRow(i, one);
      }
      all = mapped;
    }
    return all;
  }

  /** Maps the rows from one on into all rows of a matrix. */
  private void fill(int first, FloatMatrix out) {
    workers.forEachSlice(
        out.rows(),
        SLICE,
        (from, count) -> {
          FloatMatrix pixels = new FloatMatrix(count, Digit.PIXELS);
          for (int i = 0; i < count; i++) {
            pixels.setRow(i, pixels(first + from + i));
          }
          map.map(pixels, out.rows(from, count));
        });
  }

  private float[] pixels(int row) {
    float[] pixels = new float[Digit.PIXELS];
    digits.copyIntensities(row % digits.size(), pixels);
    // Each row has a seed of its own, so that its copy does not depend on the blocks.
    return row < digits.size()
        ? pixels
        : augmentation.warp(pixels, seed * 0x9E3779B97F4A7C15L + row);
  }
}
