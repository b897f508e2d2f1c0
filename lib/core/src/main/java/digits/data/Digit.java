package digits.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * One handwritten digit: 28 x 28 grey pixels, 0 (paper) to 255 (ink), and its label.
 *
 * <p>Immutable. The pixels are kept row by row from the top left, as in the MNIST files.
 */
public final class Digit {

  /** Rows, and columns, of a digit. */
  public static final int SIDE = 28;

  /** Pixels of a digit: 784. */
  public static final int PIXELS = SIDE * SIDE;

  /** The label of an unlabelled digit. */
  public static final int UNLABELLED = -1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What each byte becomes; a division for every pixel of every digit would take longer. */
  private static final float[] SCALED = new float[256];

  static {
    for (int i = 0; i < SCALED.length; i++) {
      SCALED[i] = i / 255f;
    }
  }

  private final int index;
  private final int label;
  private final byte[] pixels;
  private final int from;

  private Digit(int index, int label, byte[] pixels, int from) {
    this.index = index;
    this.label = label;
    this.pixels = pixels;
    this.from = from;
  }

  /**
   * A single digit, outside any set; its {@link #index} is 0.
   *
   * @param pixels 784 bytes, row-major, each read as unsigned 0 to 255; copied
   * @param label 0 to 9, or {@link #UNLABELLED}
   * @throws IllegalArgumentException if there are not 784 pixels, or the label is out of range
   */
  public static Digit of(byte[] pixels, int label) {
    if (pixels.length != PIXELS) {
      throw new IllegalArgumentException("a digit has 784 pixels (28 x 28), not " + pixels.length);
    }
    if (label < UNLABELLED || label > 9) {
      throw new IllegalArgumentException("a label is 0 to 9, or -1 for unlabelled, not " + label);
    }
    return new Digit(0, label, pixels.clone(), 0);
  }

  /** A digit of a set, which has checked the values already, and whose memory it shares. */
  static Digit at(int index, int label, byte[] pixels, int from) {
    return new Digit(index, label, pixels, from);
  }

  /** The index of this digit, from 0, in the set it came from. */
  public int index() {
    return index;
  }

  /** The label of this digit, 0 to 9, or {@link #UNLABELLED}. */
  public int label() {
    return label;
  }

  /** The ink at one place, 0 (paper) to 255 (ink); row 0 is the top, column 0 the left. */
  public int pixel(int row, int column) {
    Objects.checkIndex(row, SIDE);
    Objects.checkIndex(column, SIDE);
    return pixels[from + row * SIDE + column] & 0xFF;
  }

  /** Whether there is no ink at all: every pixel is 0. */
  public boolean isBlank() {
    return Arrays.equals(pixels(), new byte[PIXELS]);
  }

  /** A copy of all pixels: 784 bytes, row-major, to be read as unsigned. */
  public byte[] pixels() {
    return Arrays.copyOfRange(pixels, from, from + PIXELS);
  }

  /** All pixels, scaled: 784 numbers, row-major, 0 (paper) to 1 (ink). */
  public float[] intensities() {
    float[] scaled = new float[PIXELS];
    copyIntensities(scaled);
    return scaled;
  }

  /**
   * Eight pixels in a row, from a place on: one byte each, the first in the lowest, to pass over
   * paper quickly.
   */
  public long eight(int place) {
    return (long) EIGHT.get(pixels, from + place);
  }

  /** How much ink a byte stands for, 0 to 1. */
  public static float intensity(int pixel) {
    return SCALED[pixel & 0xFF];
  }

  /** Writes {@link #intensities()} into the first 784 numbers of an array. */
  public void copyIntensities(float[] out) {
    for (int i = 0; i < PIXELS; i++) {
      out[i] = intensity(pixels[from + i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digit that
        && index == that.index
        && label == that.label
        && Arrays.equals(pixels(), that.pixels());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * index + label) + Arrays.hashCode(pixels());
  }

  /** The digit drawn in characters, one per pixel, below a line with its index and label. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(PIXELS + 64);
    text.append("digit ").append(index).append(": ");
    text.append(label == UNLABELLED ? "unlabelled" : String.valueOf(label));
    text.append(isBlank() ? ", no ink" : "").append('\n');
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        text.append(" .:-=+*#%@".charAt(pixel(row, column) * 9 / 255));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
