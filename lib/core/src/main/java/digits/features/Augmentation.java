package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import digits.data.Digit;
import digits.data.Message;
import java.io.Serializable;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Warped copies of training digits: shifted, rotated, scaled, and distorted elastically (Simard,
 * Steinkraus and Platt 2003).
 *
 * @param copies per digit, in addition to the digit itself, 0 to 1,000
 * @param shift largest shift along each axis in pixels, 0 to 10
 * @param rotation largest rotation either way in radians, 0 to 3.2
 * @param scale largest relative change of size, 0 to 0.9
 * @param elastic largest elastic displacement in pixels, before smoothing, 0 to 100
 * @param smoothing standard deviation in pixels of the Gaussian that smooths the displacements, 1
 *     to 20
 */
public record Augmentation(
    int copies, double shift, double rotation, double scale, double elastic, double smoothing)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** No copies. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 4);

  /** More copies would be slow and gain nothing. */
  private static final int MOST_COPIES = 1_000;

  private static final float MIDDLE = (SIDE - 1) / 2f;

  /**
   * Copies with the settings that suit MNIST: shift 0.5, rotation 0.15, scale 0.1, elastic 10,
   * smoothing 4.
   */
  public Augmentation(int copies) {
    this(copies, 0.5, 0.15, 0.1, 10, 4);
  }

  public Augmentation {
    if (copies < 0 || copies > MOST_COPIES) {
      throw new IllegalArgumentException(
          Message.of("copies must be 0 to %,d, not %,d", MOST_COPIES, copies));
    }
    check("shift", shift, 0, 10);
    check("rotation", rotation, 0, 3.2);
    check("scale", scale, 0, 0.9);
    check("elastic", elastic, 0, 100);
    check("smoothing", smoothing, 1, 20);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }

  /** The settings by name, as a model keeps them; empty if there are no copies. */
  public Map<String, String> options() {
    return copies == 0
        ? Map.of()
        : Map.of(
            "copies", String.valueOf(copies),
            "copies.shift", String.valueOf(shift),
            "copies.rotation", String.valueOf(rotation),
            "copies.scale", String.valueOf(scale),
            "copies.elastic", String.valueOf(elastic),
            "copies.smoothing", String.valueOf(smoothing));
  }

  /**
   * A warped copy of a digit, whose 784 pixels are row-major; the seed decides how it is warped.
   */
  public float[] warp(float[] pixels, long seed) {
    float[] warped = new float[PIXELS];
    draw(seed).apply(pixels, warped);
    return warped;
  }

  /** A warped copy of a digit, with its label; the seed decides how it is warped. */
  public Digit warp(Digit digit, long seed) {
    float[] warped = warp(digit.intensities(), seed);
    byte[] pixels = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[i] = (byte) Math.round(255 * warped[i]);
    }
    return Digit.of(pixels, digit.label());
  }

  /** The warp that belongs to a seed, for any digit. */
  Warp draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double angle = between(random, rotation);
    double size = 1 + between(random, scale);
    float across = (float) (Math.sin(angle) / size);
    float along = (float) (Math.cos(angle) / size);
    float moveX = MIDDLE + (float) between(random, shift);
    float moveY = MIDDLE + (float) between(random, shift);
    float[] fromX = field(random);
    float[] fromY = field(random);
    for (int i = 0; i < PIXELS; i++) {
      float x = i % SIDE - MIDDLE;
      float y = i / SIDE - MIDDLE;
      fromX[i] += moveX + along * x + across * y;
      fromY[i] += moveY - across * x + along * y;
    }
    return new Warp(fromX, fromY);
  }

  private static double between(SplittableRandom random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }

  /** The elastic displacement of each pixel along one axis. */
  private float[] field(SplittableRandom random) {
    float[] field = new float[PIXELS];
    if (elastic == 0) {
      return field;
    }
    for (int i = 0; i < PIXELS; i++) {
      field[i] = (float) between(random, elastic);
    }
    float[] weights = gaussian();
    return blurred(blurred(field, weights), weights);
  }

  /** The weights of the neighbours within three standard deviations, with the sum 1. */
  private float[] gaussian() {
    int reach = (int) Math.min(SIDE - 1, Math.ceil(3 * smoothing));
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      sum += Math.exp(-i * i / (2 * smoothing * smoothing));
    }
    float[] weights = new float[2 * reach + 1];
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) (Math.exp(-i * i / (2 * smoothing * smoothing)) / sum);
    }
    return weights;
  }

  /** Blurs each column, where everything outside counts as 0, and swaps rows and columns. */
  private static float[] blurred(float[] field, float[] weights) {
    float[] blurred = new float[PIXELS];
    int reach = weights.length / 2;
    for (int y = 0; y < SIDE; y++) {
      float[] row = new float[SIDE];
      for (int from = Math.max(0, y - reach); from <= Math.min(SIDE - 1, y + reach); from++) {
        for (int x = 0; x < SIDE; x++) {
          row[x] += weights[from - y + reach] * field[from * SIDE + x];
        }
      }
      for (int x = 0; x < SIDE; x++) {
        blurred[x * SIDE + y] = row[x];
      }
    }
    return blurred;
  }

  /** The column and the row, both pixel by pixel, from which a warped copy takes its ink. */
  record Warp(float[] fromX, float[] fromY) {

    /** Warps a picture; ink between pixels is interpolated, and there is none outside. */
    void apply(float[] pixels, float[] warped) {
      for (int i = 0; i < PIXELS; i++) {
        warped[i] = ink(pixels, fromX[i], fromY[i]);
      }
    }

    private static float ink(float[] pixels, float x, float y) {
      int left = (int) Math.floor(x);
      int top = (int) Math.floor(y);
      float right = x - left;
      float down = y - top;
      float upper = (1 - right) * pixel(pixels, left, top) + right * pixel(pixels, left + 1, top);
      float lower =
          (1 - right) * pixel(pixels, left, top + 1) + right * pixel(pixels, left + 1, top + 1);
      return (1 - down) * upper + down * lower;
    }

    private static float pixel(float[] pixels, int x, int y) {
      return x >= 0 && x < SIDE && y >= 0 && y < SIDE ? pixels[y * SIDE + x] : 0;
    }
  }
}
