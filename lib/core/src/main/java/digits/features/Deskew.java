package digits.features;

import static digits.data.Digit.SIDE;

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
public record Deskew(double width) implements FeatureMap.ByRow {

  private static final float MIDDLE = (SIDE - 1) / 2f;
  private static final double LEAST_STEP = 0.4;
  private static final double LARGEST_STEP = 1.6;

  /**
   * Small whole numbers. Looking one up is faster than converting it: on x86, each conversion may
   * have to wait for the one before it.
   */
  static final float[] WHOLE = new float[SIDE + 3];

  static {
    for (int i = 0; i < WHOLE.length; i++) {
      WHOLE[i] = i;
    }
  }

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
  public void map(float[] pixels, float[] upright) {
    Moments ink = Moments.of(pixels);
    Arrays.fill(upright, 0);
    if (ink.mass() == 0) {
      return;
    }
    float slant = ink.slant();
    float step = 1;
    if (width > 0) {
      double deviation = Math.sqrt(Math.max(0, ink.varianceX() - slant * ink.covariance()));
      step = (float) Math.max(LEAST_STEP, Math.min(deviation / width, LARGEST_STEP));
    }
    float[] blend = new float[SIDE + 3];
    float lift = ink.centreY() - MIDDLE;
    int wholeRows = (int) Math.floor(lift);
    int first = Math.max(0, (int) Math.ceil(ink.top() - lift - 1));
    int last = Math.min(SIDE - 1, (int) (ink.bottom() - lift + 1));
    for (int y = first; y <= last; y++) {
      float away = WHOLE[y] - MIDDLE;
      blendRows(pixels, y + wholeRows, lift - wholeRows, blend);
      float left = ink.centreX() + slant * away - step * MIDDLE;
      stretchRow(blend, left, step, upright, y * SIDE);
    }
  }

  /**
   * Mixes a pixel row with the one below it, which has the given share. Rows outside the picture
   * are blank, and so is the pixel at each end of {@code blend}.
   */
  private static void blendRows(float[] pixels, int upper, float share, float[] blend) {
    boolean above = upper >= 0 && upper < SIDE;
    boolean below = upper >= -1 && upper < SIDE - 1;
    float upperShare = above ? 1 - share : 0;
    float lowerShare = below ? share : 0;
    int first = above ? upper * SIDE : 0;
    int second = below ? (upper + 1) * SIDE : 0;
    for (int x = 0; x < SIDE; x++) {
      blend[x + 1] = Math.fma(lowerShare, pixels[second + x], upperShare * pixels[first + x]);
    }
  }

  /** Reads the row from a place between two pixels on, in steps of one pixel, more or less. */
  private static void stretchRow(float[] blend, float from, float step, float[] out, int at) {
    int x = Math.max(0, (int) Math.ceil((-1 - from) / step));
    int end = Math.min(SIDE - 1, (int) ((SIDE - from) / step));
    for (; x <= end; x++) {
      float place = Math.fma(step, WHOLE[x], from + 1);
      int left = (int) place;
      out[at + x] = Math.fma(place - WHOLE[left], blend[left + 1] - blend[left], blend[left]);
    }
  }

  /** Where the ink of a picture is and how it is spread, in pixels: columns are x, rows are y. */
  private record Moments(
      float mass,
      float centreX,
      float centreY,
      float varianceX,
      float varianceY,
      float covariance,
      int top,
      int bottom) {

    private static final float FLAT = 1e-3f;

    static Moments of(float[] pixels) {
      float mass = 0;
      float x1 = 0;
      float y1 = 0;
      float x2 = 0;
      float y2 = 0;
      float xy = 0;
      int top = SIDE;
      int bottom = -1;
      for (int y = 0; y < SIDE; y++) {
        float row = 0;
        float rowX = 0;
        float rowXx = 0;
        for (int x = 0; x < SIDE / 2; x++) {
          float left = pixels[y * SIDE + x];
          float right = pixels[y * SIDE + SIDE - 1 - x];
          float away = MIDDLE - WHOLE[x];
          row += left + right;
          rowX = Math.fma(away, right - left, rowX);
          rowXx = Math.fma(away * away, left + right, rowXx);
        }
        if (row == 0) {
          continue;
        }
        top = Math.min(top, y);
        bottom = y;
        mass += row;
        x1 += rowX;
        x2 += rowXx;
        y1 += WHOLE[y] * row;
        y2 += WHOLE[y] * WHOLE[y] * row;
        xy += WHOLE[y] * rowX;
      }
      float cx = x1 / mass;
      float cy = y1 / mass;
      float xx = x2 / mass - cx * cx;
      float yy = y2 / mass - cy * cy;
      return new Moments(mass, MIDDLE + cx, cy, xx, yy, xy / mass - cx * cy, top, bottom);
    }

    /** How many columns the ink moves to the right per row down. */
    float slant() {
      return varianceY > FLAT ? covariance / varianceY : 0;
    }
  }
}
