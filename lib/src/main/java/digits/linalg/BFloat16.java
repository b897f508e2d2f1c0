package digits.linalg;

/** Numbers of 16 bits: a float without its lower half, some three decimal digits. */
public final class BFloat16 {

  private BFloat16() {}

  /**
   * The nearest number of 16 bits.
   *
   * @param value a finite number
   * @return it, rounded; ties to even
   */
  public static float round(float value) {
    return toFloat(ofFloat(value));
  }

  /**
   * Rounds to 16 bits.
   *
   * @param value a finite number
   * @return the bits
   */
  public static short ofFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  /**
   * The number of 16 bits.
   *
   * @param bits what {@link #ofFloat} made
   * @return the number, exactly
   */
  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
