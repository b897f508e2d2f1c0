package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;
import static digits.features.Deskew.WHOLE;
import static digits.features.Hog.DIRECTIONS;

import java.util.Arrays;

/**
 * The gradients of a picture that are not 0, row by row: what histograms of all cell sizes share.
 */
final class Gradients {

  private static final ThreadLocal<Gradients> LAST = ThreadLocal.withInitial(Gradients::new);

  /** Added to a divisor, it avoids 0 / 0, and is too small to change any other quotient. */
  private static final float TINY = 1e-30f;

  /** The direction for each whole angle; a condition would be too hard to predict. */
  private static final int[] AROUND = {0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5};

  /** How many gradients there are up to the end of each row. */
  final int[] ends = new int[SIDE];

  /** The pixel of each gradient. This array and the next four are longer than needed. */
  final int[] places = new int[PIXELS];

  final float[] lengths = new float[PIXELS];

  /** The direction just before that of the gradient. */
  final int[] directions = new int[PIXELS];

  /** The direction just after that of the gradient. */
  final int[] nexts = new int[PIXELS];

  /** How far the gradient lies from the first direction towards the next, 0 to 1. */
  final float[] shares = new float[PIXELS];

  /** The picture between two blank rows. */
  private final float[] pixels = new float[SIDE + PIXELS + SIDE];

  private final float[] before = new float[PIXELS];
  private final float[] after = new float[PIXELS];
  private final float[] allRight = new float[PIXELS];
  private final float[] allDown = new float[PIXELS];
  private final float[] sizes = new float[PIXELS];
  private final float[] right = new float[PIXELS];
  private final float[] down = new float[PIXELS];

  /**
   * Those of a picture, valid on this thread until it asks for those of another. Histograms side by
   * side ask for the same ones, which are computed once.
   */
  static Gradients of(float[] pixels) {
    Gradients last = LAST.get();
    if (!Arrays.equals(last.pixels, SIDE, SIDE + PIXELS, pixels, 0, PIXELS)) {
      System.arraycopy(pixels, 0, last.pixels, SIDE, PIXELS);
      last.compute();
    }
    return last;
  }

  private void compute() {
    difference(SIDE, allDown);
    difference(1, allRight);
    for (int i = 0; i < PIXELS; i += SIDE) {
      // Outside the picture all is blank; what the copies hold there belongs to other rows.
      allRight[i] = after[i];
      allRight[i + SIDE - 1] = -before[i + SIDE - 1];
    }
    for (int i = 0; i < PIXELS; i++) {
      sizes[i] = Math.abs(allRight[i]) + Math.abs(allDown[i]);
    }
    int count = gather();
    measure(right, down, lengths, shares, count);
    for (int i = 0; i < count; i++) {
      int whole = (int) shares[i];
      shares[i] -= WHOLE[whole];
      directions[i] = AROUND[whole];
      nexts[i] = AROUND[whole + 1];
    }
  }

  /**
   * For each pixel, the one {@code step} places later minus the one {@code step} places earlier.
   * Java computes several at a time only if all of a loop's arrays have the same index.
   */
  private void difference(int step, float[] differences) {
    System.arraycopy(pixels, SIDE + step, after, 0, PIXELS);
    System.arraycopy(pixels, SIDE - step, before, 0, PIXELS);
    for (int i = 0; i < PIXELS; i++) {
      differences[i] = after[i] - before[i];
    }
  }

  /** Copies the parts of all gradients that are not 0; returns how many there are. */
  private int gather() {
    int count = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int i = y * SIDE; i < (y + 1) * SIDE; i++) {
        places[count] = i;
        // 1 unless the size is 0: no processor could predict a condition.
        count += -Float.floatToRawIntBits(sizes[i]) >>> 31;
      }
      ends[y] = count;
    }
    for (int i = 0; i < count; i++) {
      right[i] = allRight[places[i]];
      down[i] = allDown[places[i]];
    }
    return count;
  }

  /**
   * Lengths, and angles in units of the nine directions, plus nine: 4.5 to 13.5. The quotient runs
   * from -1 on the horizontal axis to 1 on the vertical one. The polynomial, which is fitted to the
   * arc tangent, is exact at both ends and accurate to 0.000003 between them. Java computes several
   * gradients at a time in loops as plain as these.
   */
  private static void measure(
      float[] right, float[] down, float[] lengths, float[] angles, int count) {
    for (int i = 0; i < count; i++) {
      lengths[i] = (float) Math.sqrt(right[i] * right[i] + down[i] * down[i]);
    }
    for (int i = 0; i < count; i++) {
      float ay = Math.abs(down[i]);
      angles[i] = 2 * ay / (Math.abs(right[i]) + ay) - 1;
    }
    for (int i = 0; i < count; i++) {
      float q = angles[i];
      float s = q * q;
      float p = Math.fma(s, Math.fma(s, -0.01636871f, 0.05800616f), -0.10783925f);
      p = Math.fma(s, Math.fma(s, p, 0.16903355f), -0.30735963f);
      angles[i] = Math.fma(q, Math.fma(s - 1, p, 1.125f), -1.125f);
    }
    for (int i = 0; i < count; i++) {
      float half = 2.25f + right[i] / (Math.abs(right[i]) + TINY) * angles[i];
      angles[i] = DIRECTIONS + (down[i] + TINY) / (Math.abs(down[i]) + TINY) * half;
    }
  }
}
