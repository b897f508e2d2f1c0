package digits.features;

import static digits.data.Digit.PIXELS;
import static digits.data.Digit.SIDE;
import static digits.features.Hog.DIRECTIONS;

import java.util.Arrays;

/** The gradients of a picture that are not 0: what histograms of all cell sizes share. */
final class Gradients {

  private static final ThreadLocal<Gradients> LAST = ThreadLocal.withInitial(Gradients::new);

  /** The side of a picture with a frame of blank pixels around it. */
  private static final int FRAME = SIDE + 2;

  private static final int FRAMED = FRAME * FRAME;

  private static final float[] TURNS = {0, 0.5f, 1, 0.5f, 0.25f, 0.25f, 0.75f, 0.75f};
  private static final float[] SIGNS = {1, -1, -1, 1, -1, 1, 1, -1};

  /** How many there are. The other fields have one number for each, and arbitrary ones behind. */
  int count;

  final int[] rows = new int[PIXELS];
  final int[] columns = new int[PIXELS];
  final float[] lengths = new float[PIXELS];

  /** The direction just before that of the gradient. */
  final int[] directions = new int[PIXELS];

  /** How far the gradient lies from that one towards the next, 0 to 1. */
  final float[] shares = new float[PIXELS];

  private final float[] pixels = new float[PIXELS];
  private final float[] ink = new float[FRAMED];
  private final float[] right = new float[FRAMED];
  private final float[] down = new float[FRAMED];
  private final float[] angles = new float[FRAMED];
  private final float[] all = new float[FRAMED];

  /**
   * Those of a picture, valid on this thread until it asks for those of another. Histograms side by
   * side ask for the same ones, which are computed once.
   */
  static Gradients of(float[] pixels) {
    Gradients last = LAST.get();
    if (!Arrays.equals(last.pixels, pixels)) {
      System.arraycopy(pixels, 0, last.pixels, 0, PIXELS);
      last.compute();
    }
    return last;
  }

  private void compute() {
    for (int y = 0; y < SIDE; y++) {
      System.arraycopy(pixels, y * SIDE, ink, (y + 1) * FRAME + 1, SIDE);
    }
    measure(ink, right, down, all, angles);
    int n = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int i = (y + 1) * FRAME + x + 1;
        if (all[i] > 0) {
          rows[n] = y;
          columns[n] = x;
          lengths[n] = all[i];
          float direction = turns(right[i], down[i], angles[i]) * DIRECTIONS;
          int whole = (int) direction;
          directions[n] = whole == DIRECTIONS ? 0 : whole;
          shares[n++] = direction - whole;
        }
      }
    }
    count = n;
  }

  /**
   * The gradients' two parts, their lengths, and their angles within an eighth of the circle, in
   * turns, accurate to 0.00001 (Abramowitz and Stegun 4.4.49). Java computes several pixels at a
   * time in loops as plain as these two.
   */
  private static void measure(
      float[] ink, float[] right, float[] down, float[] lengths, float[] angles) {
    for (int i = FRAME; i < FRAMED - FRAME; i++) {
      float dx = ink[i + 1] - ink[i - 1];
      float dy = ink[i + FRAME] - ink[i - FRAME];
      right[i] = dx;
      down[i] = dy;
      lengths[i] = (float) Math.sqrt(dx * dx + dy * dy);
    }
    for (int i = FRAME; i < FRAMED - FRAME; i++) {
      float ax = Math.abs(right[i]);
      float ay = Math.abs(down[i]);
      float t = Math.min(ax, ay) / Math.max(Math.max(ax, ay), Float.MIN_NORMAL);
      float s = t * t;
      angles[i] =
          t
              * (0.15913362f
                  + s * (-0.0525688f + s * (0.02867033f + s * (-0.01354934f + s * 0.00331601f))));
    }
  }

  /**
   * The angle in turns, 0 to 1; no processor could predict the conditions that a table replaces.
   */
  private static float turns(float dx, float dy, float angle) {
    int eighth = isNegative(dx) + 2 * isNegative(dy) + 4 * isNegative(Math.abs(dx) - Math.abs(dy));
    return TURNS[eighth] + SIGNS[eighth] * angle;
  }

  private static int isNegative(float number) {
    return Float.floatToRawIntBits(number) >>> 31;
  }
}
