package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;

import java.util.Arrays;

/** A Gaussian blur of a picture; everything outside the picture counts as 0. */
final class Smoothing {

  private final float[] weights;

  Smoothing(double deviation) {
    int reach = (int) Math.min(SIDE - 1, Math.ceil(3 * deviation));
    weights = new float[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      sum += Math.exp(-i * i / (2 * deviation * deviation));
    }
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) (Math.exp(-i * i / (2 * deviation * deviation)) / sum);
    }
  }

  /** Blurs each column. */
  void columns(float[] picture) {
    float[] before = picture.clone();
    Arrays.fill(picture, 0);
    int reach = weights.length / 2;
    for (int y = 0; y < SIDE; y++) {
      for (int from = Math.max(0, y - reach); from <= Math.min(SIDE - 1, y + reach); from++) {
        float weight = weights[from - y + reach];
        for (int x = 0; x < SIDE; x++) {
          picture[y * SIDE + x] += weight * before[from * SIDE + x];
        }
      }
    }
  }

  /** Blurs each row. */
  void rows(float[] picture) {
    transpose(picture);
    columns(picture);
    transpose(picture);
  }

  private static void transpose(float[] picture) {
    for (int i = 0; i < PIXELS; i++) {
      int mirror = i % SIDE * SIDE + i / SIDE;
      if (mirror > i) {
        float swap = picture[i];
        picture[i] = picture[mirror];
        picture[mirror] = swap;
      }
    }
  }
}
