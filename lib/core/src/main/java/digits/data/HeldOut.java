package digits.data;

import java.util.stream.IntStream;

/**
 * Training digits in two parts: most to learn from, and the last sixth (10,000 of 60,000) held out,
 * on which settings are chosen. So the test digits stay unseen.
 */
public record HeldOut(DigitSet training, DigitSet heldOut) {

  private static final int PARTS = 6;

  /** Holds out the last sixth of at least six digits. */
  public static HeldOut of(DigitSet digits) {
    if (digits.size() < PARTS) {
      throw new IllegalArgumentException(
          "to hold a sixth back takes " + PARTS + " digits or more, not " + digits.size());
    }
    int kept = digits.size() - digits.size() / PARTS;
    return new HeldOut(digits.head(kept), digits.select(IntStream.range(kept, digits.size())));
  }
}
