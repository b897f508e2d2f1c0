package digits.learn;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import digits.features.Augmentation;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Sample;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * The training digits as the learners see them: one row of features per digit, followed by the rows
 * of their warped copies.
 *
 * <p>A learner can take the rows block by block, so that they are never all in memory, or all at
 * once.
 */
public final class TrainingData {

  /** Features are fitted on at most this many digits. */
  private static final int FITTED_ON = 10_000;

  /** How many rows a learner gets at a time. */
  private static final int BLOCK = 2048;

  private final DigitSet digits;
  private final FeatureMap map;
  private final Augmentation augmentation;
  private final long seed;
  private final Workers workers;
  private final int rows;
  private FloatMatrix all;

  /** Fits the features. */
  TrainingData(
      DigitSet digits,
      FeatureRecipe recipe,
      Augmentation augmentation,
      long seed,
      Workers workers) {
    this.digits = digits;
    this.augmentation = augmentation;
    this.seed = seed;
    this.workers = workers;
    this.rows = rows(digits.size(), augmentation.copies());
    DigitSet some =
        recipe instanceof FeatureMap // which needs no fitting
            ? digits.head(0)
            : digits.sample(Math.min(FITTED_ON, digits.size()), seed);
    this.map = recipe.fit(Sample.of(some, workers), seed);
  }

  /** The fitted features. */
  public FeatureMap map() {
    return map;
  }

  /** How many rows there are: the digits and their copies. */
  public int rows() {
    return rows;
  }

  /**
   * The number of rows of digits and their copies.
   *
   * @throws IllegalArgumentException if there would be more rows than an int can count
   */
  static int rows(int digits, int copies) {
    long rows = digits * (1L + copies);
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          Message.of(
              "%,d digits with %,d copies each make %,d rows, but at most %,d are possible: use"
                  + " fewer digits or copies",
              digits, copies, rows, Integer.MAX_VALUE));
    }
    return (int) rows;
  }

  /** The labels of every n-th row, from row {@code first} on. */
  byte[] labels(int first, int count, int every) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) digits.label((first + i * every) % digits.size());
    }
    return labels;
  }

  /**
   * Passes on all rows in order, block by block; the blocks are mapped on all cores.
   *
   * @param consumer called on this thread with one row of features per digit, valid only during the
   *     call, and one label per row
   * @throws CancellationException if the thread is interrupted
   */
  void forEachBlock(BiConsumer<FloatMatrix, byte[]> consumer) {
    FloatMatrix block = new FloatMatrix(Math.min(BLOCK, rows()), map.size());
    for (int first = 0; first < rows(); first += BLOCK) {
      int count = Math.min(BLOCK, rows() - first);
      fill(first, block.rows(0, count));
      consumer.accept(block.rows(0, count), labels(first, count, 1));
    }
  }

  /**
   * All rows at once, mapped at the first call and then kept.
   *
   * @return a matrix with a last column of ones, for the intercept
   * @throws CancellationException if the thread is interrupted
   * @throws IllegalArgumentException if it needs 2 GiB or more
   */
  FloatMatrix features() {
    if (all == null) {
      FloatMatrix mapped = new FloatMatrix(rows(), map.size() + 1);
      fill(0, mapped.columns(0, map.size()));
      for (int i = 0; i < rows(); i++) {
        mapped.from(i, map.size()).put(0, 1);
      }
      all = mapped;
    }
    return all;
  }

  /** Fills a matrix with the features of the rows from {@code first} on. */
  private void fill(int first, FloatMatrix out) {
    workers.forEachSlice(
        out.rows(),
        FeatureMap.BLOCK,
        (from, count) ->
            map.map((i, pixels) -> copyPixels(first + from + i, pixels), out.rows(from, count)));
  }

  private void copyPixels(int row, float[] out) {
    digits.get(row % digits.size()).copyIntensities(out);
    if (row >= digits.size()) {
      // Each row has its own seed, so that its copy does not depend on the blocks.
      float[] warped = augmentation.warp(out, seed * 0x9E3779B97F4A7C15L + row);
      System.arraycopy(warped, 0, out, 0, Digit.PIXELS);
    }
  }
}
