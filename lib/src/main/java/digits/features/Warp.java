package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

/**
 * The place in a picture from which each pixel of its warped copy takes its ink.
 *
 * @param fromX one column per pixel, row-major
 * @param fromY one row per pixel
 */
record Warp(float[] fromX, float[] fromY) {

  /** Warps a picture; ink between pixels is interpolated, and there is none outside the picture. */
  float[] apply(float[] pixels) {
    float[] warped = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      warped[i] = ink(pixels, fromX[i], fromY[i]);
    }
    return warped;
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
