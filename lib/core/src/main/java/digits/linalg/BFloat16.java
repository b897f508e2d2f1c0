package digits.linalg;

/**
 * Rounding to bfloat16: a float without its lower 16 bits, between two and three decimal digits.
 */
public final class BFloat16 {

  private BFloat16() {}

  /** The nearest bfloat16 number to a finite one; ties go to even. */
  public static float round(float value) {
    return toFloat(ofFloat(value));
  }

  /** The bits of the nearest bfloat16 number to a finite one; ties go to even. */
  public static short ofFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  /** The number that these bits stand for, exactly. */
  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
