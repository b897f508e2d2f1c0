package digits.learn;

import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.data.Message;
import digits.features.Augmentation;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Pixels;
import digits.features.Sample;
import digits.features.WarpedDigits;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * The training digits as the learners see them: one row of features per digit, followed by the rows
 * of their warped copies.
 *
 * <p>A learner can take the rows block by block, so that they are never all in memory, or any rows
 * in any order.
 */
public final class TrainingData {

  /** Features are fitted on at most this many digits. */
  private static final int FITTED_ON = 10_000;

  /** How many rows a learner gets at a time. */
  private static final int BLOCK = 2048;

  private final DigitSource digits;
  private final FeatureMap map;
  private final Workers workers;
  private final int rows;
  private DigitSet read;
  private FloatMatrix kept;

  /** Fits the features. */
  TrainingData(
      DigitSource digits,
      FeatureRecipe recipe,
      Augmentation augmentation,
      long seed,
      Workers workers) {
    this.workers = workers;
    this.rows = rows(digits.count(), augmentation.copies());
    this.digits = WarpedDigits.of(digits, augmentation, seed);
    int fittedOn = recipe instanceof FeatureMap ? 0 : (int) Math.min(FITTED_ON, digits.count());
    this.map = recipe.fit(Sample.of(digits.sample(fittedOn, seed), workers), seed);
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
  static int rows(long digits, int copies) {
    long rows = digits * (1L + copies);
    if (digits > Integer.MAX_VALUE || rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          Message.of(
              "%,d digits with %,d copies each make %,d rows, but at most %,d are possible: use"
                  + " fewer digits or copies",
              digits, copies, rows, Integer.MAX_VALUE));
    }
    return (int) rows;
  }

  /**
   * Passes on the rows of a part in order, block by block; the blocks are mapped on all cores.
   * Every part has whole blocks, and they are the same however many parts there are.
   *
   * @param consumer called on this thread with one row of features per digit, valid only during the
   *     call, and one label per row
   * @throws CancellationException if the thread is interrupted
   */
  void forEachBlock(Part part, BiConsumer<FloatMatrix, byte[]> consumer) {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    FloatMatrix block = new FloatMatrix(Math.min(BLOCK, rows), map.size());
    for (int i = part.from(blocks); i < part.to(blocks); i++) {
      DigitSet read = digits.read((long) i * BLOCK, Math.min(BLOCK, rows - i * BLOCK));
      FloatMatrix features = block.rows(0, read.size());
      fill(read, features);
      consumer.accept(features, labels(read, 1));
    }
  }

  /** How many rows a part has. */
  int rows(Part part) {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    return Math.min(rows, part.to(blocks) * BLOCK) - part.from(blocks) * BLOCK;
  }

  /**
   * Reads all digits, which must be done before rows are taken in any order. Their features are
   * kept, unless they are pixels: copying those again for each pass takes less memory and no more
   * time.
   *
   * @throws CancellationException if the thread is interrupted
   * @throws IllegalArgumentException if what is kept needs 2 GiB or more
   */
  void prepare() {
    if (read == null) {
      DigitSet whole = digits instanceof DigitSet set ? set : digits.read(0, rows);
      if (!(map instanceof Pixels)) {
        kept = new FloatMatrix(rows, map.size() + 1);
        fill(whole, kept.columns(0, map.size()));
        for (int i = 0; i < rows; i++) {
          kept.from(i, map.size()).put(0, 1);
        }
      }
      read = whole;
    }
  }

  /** Copies the first numbers of a row: its features, and a one for the intercept behind them. */
  void copyRow(int row, float[] out) {
    if (kept != null) {
      kept.getRow(row, out);
    } else {
      read.get(row).copyIntensities(out);
      Arrays.fill(out, map.size(), out.length, 1);
    }
  }

  /**
   * A block of rows, counting only every n-th.
   *
   * @param columns how many numbers of each row, as {@link #copyRow} copies them
   * @return valid until the same thread asks again
   */
  FloatMatrix rows(int first, int count, int every, int columns) {
    if (kept != null) {
      return kept.columns(0, columns).every(every).rows(first, count);
    }
    FloatMatrix copies = Workers.temporary(this, count, columns);
    float[] row = new float[columns];
    for (int i = 0; i < count; i++) {
      copyRow((first + i) * every, row);
      copies.setRow(i, row);
    }
    return copies;
  }

  /** The labels of every n-th row. */
  byte[] labels(int every) {
    return labels(read, every);
  }

  private static byte[] labels(DigitSet digits, int every) {
    byte[] labels = new byte[(digits.size() + every - 1) / every];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) digits.label(i * every);
    }
    return labels;
  }

  /** Fills a matrix with the features of digits. */
  private void fill(DigitSet read, FloatMatrix out) {
    workers.forEachSlice(
        out.rows(),
        FeatureMap.BLOCK,
        (from, count) ->
            map.map(
                (i, pixels) -> read.get(from + i).copyIntensities(pixels), out.rows(from, count)));
  }
}
