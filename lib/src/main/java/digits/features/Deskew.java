package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import digits.linalg.FloatMatrix;
import java.util.Arrays;

/**
 * Stands a digit upright: shears it until its ink no longer leans, and moves its centre of mass to
 * the middle of the picture. Pixels before, pixels after.
 *
 * <p>The slant is the covariance of the ink's columns and rows over the variance of its rows
 * (moment-based normalisation, LeCun et al. 1998; Teow and Loe 2002). Values between pixels are
 * interpolated linearly.
 */
public record Deskew() implements FeatureMap {

  private static final float MIDDLE = (SIDE - 1) / 2f;

  @Override
  public String name() {
    return "deskew";
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
    float[] blend = new float[SIDE];
    RowMap.map(in, out, (pixels, upright) -> deskew(pixels, upright, blend));
  }

  private static void deskew(float[] pixels, float[] upright, float[] blend) {
    float ink = 0;
    float sumX = 0;
    float sumY = 0;
    float sumXy = 0;
    float sumYy = 0;
    for (int y = 0; y < SIDE; y++) {
      float row = 0;
      float rowX = 0;
      for (int x = 0; x < SIDE; x++) {
        float p = pixels[y * SIDE + x];
        row += p;
        rowX += x * p;
      }
      ink += row;
      sumX += rowX;
      sumY += y * row;
      sumXy += y * rowX;
      sumYy += y * y * row;
    }
    if (ink == 0) {
      Arrays.fill(upright, 0);
      return;
    }
    float centreX = sumX / ink;
    float centreY = sumY / ink;
    float variance = sumYy / ink - centreY * centreY;
    float slant = variance > 1e-3f ? (sumXy / ink - centreX * centreY) / variance : 0;
    for (int y = 0; y < SIDE; y++) {
      float away = y - MIDDLE;
      blendRows(pixels, centreY + away, blend);
      shiftRow(blend, centreX - MIDDLE + slant * away, upright, y * SIDE);
    }
  }

  /** The row at a height between two rows of the picture. */
  private static void blendRows(float[] pixels, float height, float[] blend) {
    int upper = (int) Math.floor(height);
    float lowerShare = height - upper;
    for (int x = 0; x < SIDE; x++) {
      blend[x] = 0;
    }
    if (upper >= 0 && upper < SIDE) {
      for (int x = 0; x < SIDE; x++) {
        blend[x] += (1 - lowerShare) * pixels[upper * SIDE + x];
      }
    }
    if (upper + 1 >= 0 && upper + 1 < SIDE) {
      for (int x = 0; x < SIDE; x++) {
        blend[x] += lowerShare * pixels[(upper + 1) * SIDE + x];
      }
    }
  }

  /** Writes a row moved to the left by so many pixels. */
  private static void shiftRow(float[] row, float shift, float[] out, int at) {
    int whole = (int) Math.floor(shift);
    float share = shift - whole;
    for (int x = 0; x < SIDE; x++) {
      int left = x + whole;
      float a = left >= 0 && left < SIDE ? row[left] : 0;
      float b = left + 1 >= 0 && left + 1 < SIDE ? row[left + 1] : 0;
      out[at + x] = a + share * (b - a);
    }
  }
}
