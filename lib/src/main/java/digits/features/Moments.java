package digits.features;

import static digits.data.Digit.SIDE;

/**
 * Where the ink of a picture is and how it is spread, in pixels.
 *
 * @param mass sum of all ink
 * @param centreX mean column of the ink
 * @param centreY mean row of the ink
 * @param varianceX variance of the ink's columns
 * @param varianceY variance of the ink's rows
 * @param covariance covariance of its columns and rows
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

  /** How many columns the ink moves to the right per row down. */
  float slant() {
    return varianceY > FLAT ? covariance / varianceY : 0;
  }
}
