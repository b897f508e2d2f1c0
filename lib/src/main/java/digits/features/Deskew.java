package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import digits.linalg.FloatMatrix;
import java.util.Arrays;

/**
 * Straightens a digit: shears it until its ink no longer leans, and moves its centre of mass to the
 * middle of the picture. Optionally scales it horizontally to a given width, too. Takes pixels and
 * makes pixels.
 *
 * <p>The slant is the covariance of the ink's columns and rows divided by the variance of its rows;
 * the width is the standard deviation of its columns once upright (moment-based normalisation:
 * LeCun et al. 1998; Teow and Loe 2002; for widths Ciresan, Meier and Schmidhuber 2012). Values
 * between pixels are interpolated linearly.
 *
 * @param width standard deviation in pixels to which the ink's columns are scaled, 1 to 14; a digit
 *     is widened by a factor of at most 2.5 and narrowed by at most 1.6. Or 0 to keep its width
 */
public record Deskew(double width) implements FeatureMap {

  private static final float MIDDLE = (SIDE - 1) / 2f;
  private static final double LEAST_STEP = 0.4;
  private static final double LARGEST_STEP = 1.6;

  /** Straightens and keeps the width. */
  public Deskew() {
    this(0);
  }

  public Deskew {
    if (width != 0 && !(width >= 1 && width <= 14)) {
      throw new IllegalArgumentException("width must be 0, or 1 to 14 pixels, not " + width);
    }
  }

  @Override
  public String name() {
    return width == 0 ? "deskew" : "deskew to " + width;
  }

  @Override
  public int inputs() {
    return PIXELS;
  }

  @Override
  public int size() {
    return PIXELS;
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    float[] blend = new float[SIDE + 2];
    RowMap.map(in, out, (pixels, upright) -> deskew(pixels, upright, blend));
  }

  private void deskew(float[] pixels, float[] upright, float[] blend) {
    Moments ink = Moments.of(pixels);
    if (ink.mass() == 0) {
      Arrays.fill(upright, 0);
      return;
    }
    float slant = ink.slant();
    float step = 1;
    if (width > 0) {
      double deviation = Math.sqrt(Math.max(0, ink.varianceX() - slant * ink.covariance()));
      step = (float) Math.max(LEAST_STEP, Math.min(deviation / width, LARGEST_STEP));
    }
    for (int y = 0; y < SIDE; y++) {
      float away = y - MIDDLE;
      blendRows(pixels, ink.centreY() + away, blend);
      float left = ink.centreX() + slant * away - step * MIDDLE;
      if (step == 1) {
        moveRow(blend, left, upright, y * SIDE);
      } else {
        stretchRow(blend, left, step, upright, y * SIDE);
      }
    }
  }

  /** The row at a height between two pixel rows, with a blank pixel at both ends. */
  private static void blendRows(float[] pixels, float height, float[] blend) {
    int upper = (int) Math.floor(height);
    float lowerShare = height - upper;
    Arrays.fill(blend, 0);
    addRow(pixels, upper, 1 - lowerShare, blend);
    addRow(pixels, upper + 1, lowerShare, blend);
  }

  private static void addRow(float[] pixels, int row, float share, float[] blend) {
    if (row >= 0 && row < SIDE) {
      for (int x = 0; x < SIDE; x++) {
        blend[x + 1] += share * pixels[row * SIDE + x];
      }
    }
  }

  /** Reads the row in steps of one pixel, from a place between two pixels on. */
  private static void moveRow(float[] blend, float from, float[] out, int at) {
    int whole = (int) Math.floor(from);
    float share = from - whole;
    for (int x = 0; x < SIDE; x++) {
      int place = x + whole + 1;
      float a = place >= 0 && place <= SIDE ? blend[place] : 0;
      float b = place >= -1 && place < SIDE ? blend[place + 1] : 0;
      out[at + x] = a + share * (b - a);
    }
  }

  /** Reads the row in steps of more or less than one pixel. */
  private static void stretchRow(float[] blend, float from, float step, float[] out, int at) {
    for (int x = 0; x < SIDE; x++) {
      float place = from + step * x + 1;
      out[at + x] = 0;
      if (place >= 0 && place < SIDE + 1) {
        int left = (int) place;
        out[at + x] = blend[left] + (place - left) * (blend[left + 1] - blend[left]);
      }
    }
  }
}
