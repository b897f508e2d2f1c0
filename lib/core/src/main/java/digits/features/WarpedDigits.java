package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.data.DigitStream;
import digits.data.Message;
import digits.data.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * The digits of a source, followed by warped copies of them, again and again: an endless stream,
 * cut off where one likes.
 *
 * @param digits at least one
 * @param count how many digits there shall be, those of the source included
 * @param augmentation how copies are warped; its number of copies does not matter here
 * @param seed of the warps; each copy has its own warp, which depends on its place only
 */
public record WarpedDigits(DigitSource digits, long count, Augmentation augmentation, long seed)
    implements DigitStream {

  private static final long serialVersionUID = 1;

  /** As many copies as an augmentation has. */
  public static DigitSource of(DigitSource digits, Augmentation augmentation, long seed) {
    long count = Math.multiplyExact(digits.count(), 1L + augmentation.copies());
    return augmentation.copies() == 0
        ? digits
        : new WarpedDigits(digits, count, augmentation, seed);
  }

  @Override
  public String name() {
    return digits.name();
  }

  @Override
  public DigitSet read(long first, int number) {
    long size = digits.count();
    int here = (int) Math.min(number, size - first % size);
    DigitSet flat = digits.read(first % size, here);
    DigitSet warped = first < size ? flat : warped(flat, first);
    return here == number ? warped : warped.and(read(first + here, number - here));
  }

  private DigitSet warped(DigitSet flat, long first) {
    byte[] pixels = new byte[flat.size() * Digit.PIXELS];
    byte[] labels = new byte[flat.size()];
    IntStream.range(0, flat.size())
        .parallel()
        .forEach(
            i -> {
              long own = seed * 0x9E3779B97F4A7C15L + first + i;
              Digit warped = augmentation.warp(flat.get(i), own);
              System.arraycopy(warped.pixels(), 0, pixels, i * Digit.PIXELS, Digit.PIXELS);
              labels[i] = (byte) flat.label(i);
            });
    return DigitSet.of(flat.name(), pixels, labels);
  }

  @Override
  public int[] classes() {
    return digits.classes();
  }

  @Override
  public String checksum() {
    String made = Message.of("%s %d %s %d", digits.checksum(), count, augmentation, seed);
    return Sha256.hex(made.getBytes(StandardCharsets.US_ASCII));
  }
}
