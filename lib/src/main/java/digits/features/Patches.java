package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Filters cut out of training digits: the middles of a few pictures of each digit, 7 x 7 pixels
 * less their mean (McDonnell and Vladusich 2015, arXiv 1503.04596). See {@link PatchResponses} for
 * what is made of them.
 *
 * @param each how many pictures of each digit, 1 to 1,000
 */
public record Patches(int each) implements FeatureRecipe {

  /** Side of a patch, in pixels. */
  public static final int WIDTH = 7;

  /** These make 160,000 numbers, ten times what a Gram matrix has room for. */
  private static final int MOST = 1_000;

  private static final int CORNER = (SIDE - WIDTH) / 2;

  /** Four pictures of each digit: forty filters, 640 numbers. */
  public Patches() {
    this(4);
  }

  /**
   * Checks the number.
   *
   * @param each 1 to 1,000
   * @throws IllegalArgumentException if it is out of range
   */
  public Patches {
    if (each < 1 || each > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "there are 1 to %,d patches a digit, not %,d", MOST, each));
    }
  }

  @Override
  public String name() {
    return "patches";
  }

  @Override
  public FeatureMap fit(Sample sample, long seed) {
    if (sample.rows().columns() != PIXELS) {
      throw new IllegalArgumentException(
          "patches are cut out of 784 pixels, not of rows of " + sample.rows().columns());
    }
    SplittableRandom random = new SplittableRandom(seed);
    Classes classes = Classes.of(sample.labels());
    FloatMatrix filters = new FloatMatrix(each * classes.count(), WIDTH * WIDTH);
    float[] pixels = new float[PIXELS];
    for (int i = 0; i < filters.rows(); i++) {
      sample.rows().getRow(classes.draw(i % classes.count(), random), pixels);
      filters.setRow(i, patch(pixels));
    }
    return new PatchResponses(filters);
  }

  private static float[] patch(float[] pixels) {
    float[] patch = new float[WIDTH * WIDTH];
    float sum = 0;
    for (int i = 0; i < patch.length; i++) {
      patch[i] = pixels[(CORNER + i / WIDTH) * SIDE + CORNER + i % WIDTH];
      sum += patch[i];
    }
    for (int i = 0; i < patch.length; i++) {
      patch[i] = BFloat16.round(patch[i] - sum / patch.length);
    }
    return patch;
  }
}
