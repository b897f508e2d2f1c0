package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Warped copies of training digits: moved, turned, made larger or smaller, and bent as if drawn on
 * rubber (Simard, Steinkraus and Platt 2003).
 *
 * @param copies of each digit, beside the digit itself; 0 for none, at most 1,000
 * @param shift in pixels, at most so far in each direction, 0 to 10
 * @param rotation in radians, at most so far either way, 0 to 3.2
 * @param scale larger or smaller by at most this share, 0 to 0.9
 * @param elastic how far the rubber is pulled, in pixels before it is smoothed, 0 to 100
 * @param smoothing how smooth it gives way: standard deviation of a Gaussian in pixels, 1 to 20
 */
public record Augmentation(
    int copies, double shift, double rotation, double scale, double elastic, double smoothing) {

  /** No copies. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 4);

  /** More than these are nobody's wish, and would take their time. */
  private static final int MOST_COPIES = 1_000;

  private static final float MIDDLE = (SIDE - 1) / 2f;

  /**
   * Copies with the settings that suit MNIST: half a pixel, 0.15 radians, a tenth, and rubber
   * pulled by 10 pixels, smoothed by 4.
   *
   * @param copies of each digit, 0 to 1,000
   */
  public Augmentation(int copies) {
    this(copies, 0.5, 0.15, 0.1, 10, 4);
  }

  /**
   * @throws IllegalArgumentException if one is out of range
   */
  public Augmentation {
    if (copies < 0 || copies > MOST_COPIES) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "copies is 0 to %,d, not %,d", MOST_COPIES, copies));
    }
    check("shift", shift, 0, 10);
    check("rotation", rotation, 0, 3.2);
    check("scale", scale, 0, 0.9);
    check("elastic", elastic, 0, 100);
    check("smoothing", smoothing, 1, 20);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
    }
  }

  /** The settings, as a model keeps them, values by name; empty if there are no copies. */
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
   * One warped copy.
   *
   * @param pixels 784 numbers, row-major
   * @param seed decides how it is warped
   * @return 784 numbers
   */
  public float[] warp(float[] pixels, long seed) {
    return draw(seed).apply(pixels);
  }

  /** One way to warp, for any digit. */
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

  /** How far each place of the rubber gives way in one direction. */
  private float[] field(SplittableRandom random) {
    float[] field = new float[PIXELS];
    if (elastic > 0) {
      for (int i = 0; i < PIXELS; i++) {
        field[i] = (float) between(random, elastic);
      }
      Smoothing smooth = new Smoothing(smoothing);
      smooth.columns(field);
      smooth.rows(field);
    }
    return field;
  }
}
