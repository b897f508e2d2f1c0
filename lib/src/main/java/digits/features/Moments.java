package digits.features;

import static digits.data.Digit.SIDE;

/**
 * Where the ink of a picture is and how it is spread, in pixels.
 *
 * @param mass all ink
 * @param centreX its mean column
 * @param centreY its mean row
 * @param varianceX of its columns
 * @param varianceY of its rows
 * @param covariance of both
 */
record Moments(
    float mass, float centreX, float centreY, float varianceX, float varianceY, float covariance) {

  private static final float FLAT = 1e-3f;

  static Moments of(float[] pixels) {
    float mass = 0;
    float x1 = 0;
    float y1 = 0;
    float x2 = 0;
    float y2 = 0;
    float xy = 0;
    for (int y = 0; y < SIDE; y++) {
      float row = 0;
      float rowX = 0;
      float rowXx = 0;
      for (int x = 0; x < SIDE; x++) {
        float p = pixels[y * SIDE + x];
        row += p;
        rowX += x * p;
        rowXx += x * x * p;
      }
      mass += row;
      x1 += rowX;
      x2 += rowXx;
      y1 += y * row;
      y2 += y * y * row;
      xy += y * rowX;
    }
    if (mass == 0) {
      return new Moments(0, 0, 0, 0, 0, 0);
    }
    float cx = x1 / mass;
    float cy = y1 / mass;
    return new Moments(mass, cx, cy, x2 / mass - cx * cx, y2 / mass - cy * cy, xy / mass - cx * cy);
  }

  /** Columns to the right for each row down. */
  float slant() {
    return varianceY > FLAT ? covariance / varianceY : 0;
  }
}
