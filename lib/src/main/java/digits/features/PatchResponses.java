package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;
import static digits.features.Patches.WIDTH;

import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import java.util.Arrays;

/**
 * How strongly the patches of {@link Patches} answer in sixteen windows of the picture.
 *
 * <p>The picture is convolved with each patch at 32 x 32 places; the answers are squared, averaged
 * over windows of 8 x 8 and the root is taken. All numbers of a picture are divided by the largest,
 * and the root is taken again.
 *
 * @param filters one a row, 49 columns
 */
public record PatchResponses(FloatMatrix filters) implements FeatureMap {

  /** Windows in a row, and in a column. */
  private static final int WINDOWS = 4;

  private static final int WINDOW = 8;
  private static final int PLACES = WINDOWS * WINDOW;

  /** The picture with paper around, so that every place has a whole patch under it. */
  private static final int PADDED = PLACES + WIDTH - 1;

  private static final int RIM = (PADDED - SIDE) / 2;

  /**
   * Checks the filters.
   *
   * @param filters one a row
   * @throws IllegalArgumentException if they have not 49 numbers each, or one is not finite
   */
  public PatchResponses {
    if (filters.columns() != WIDTH * WIDTH) {
      throw new IllegalArgumentException("a patch has 49 numbers, not " + filters.columns());
    }
    Finite.check("filters", filters);
  }

  @Override
  public String name() {
    return "patches";
  }

  @Override
  public int inputs() {
    return PIXELS;
  }

  @Override
  public int size() {
    return filters.rows() * WINDOWS * WINDOWS;
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    float[] padded = new float[PADDED * PADDED];
    float[] places = new float[WINDOW * PLACES];
    FloatMatrix under = new FloatMatrix(WIDTH * WIDTH, places.length);
    FloatMatrix answers = new FloatMatrix(filters.rows(), places.length);
    RowMap.map(
        in,
        out,
        (pixels, row) -> {
          for (int y = 0; y < SIDE; y++) {
            System.arraycopy(pixels, y * SIDE, padded, (y + RIM) * PADDED + RIM, SIDE);
          }
          for (int strip = 0; strip < WINDOWS; strip++) {
            spread(padded, strip, places, under);
            Product.of(filters, under, answers);
            pool(answers, strip, places, row);
          }
          compress(row);
        });
  }

  /** For each pixel of the patch, what lies under it at the places of one strip of windows. */
  private static void spread(float[] padded, int strip, float[] places, FloatMatrix under) {
    for (int i = 0; i < WIDTH * WIDTH; i++) {
      int from = (strip * WINDOW + i / WIDTH) * PADDED + i % WIDTH;
      for (int y = 0; y < WINDOW; y++) {
        System.arraycopy(padded, from + y * PADDED, places, y * PLACES, PLACES);
      }
      under.setRow(i, places);
    }
  }

  private void pool(FloatMatrix answers, int strip, float[] places, float[] row) {
    float[] columns = new float[PLACES];
    for (int filter = 0; filter < filters.rows(); filter++) {
      answers.getRow(filter, places);
      Arrays.fill(columns, 0);
      for (int y = 0; y < WINDOW; y++) {
        for (int x = 0; x < PLACES; x++) {
          columns[x] += places[y * PLACES + x] * places[y * PLACES + x];
        }
      }
      for (int window = 0; window < WINDOWS; window++) {
        float sum = 0;
        for (int x = window * WINDOW; x < (window + 1) * WINDOW; x++) {
          sum += columns[x];
        }
        row[(filter * WINDOWS + strip) * WINDOWS + window] = sum;
      }
    }
  }

  /** The fourth root of each sum, relative to the largest. */
  private static void compress(float[] row) {
    float largest = Float.MIN_NORMAL;
    for (float sum : row) {
      largest = Math.max(largest, sum);
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) Math.sqrt(Math.sqrt(row[i] / largest));
    }
  }
}
