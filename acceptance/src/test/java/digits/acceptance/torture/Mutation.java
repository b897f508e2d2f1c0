package digits.acceptance.torture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes in random ways. */
final class Mutation {

  /** Numbers of classes, of an image's rows and pixels, and of what a list may hold. */
  private static final List<Integer> SIZES = List.of(10, 28, 784, 5_000);

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /**
   * Spoils bytes in one to four places.
   *
   * @param bytes a right file, or the part of one that is to be spoilt
   * @param other another one, of which pieces are taken
   */
  byte[] of(byte[] bytes, byte[] other) {
    byte[] spoilt = bytes.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      spoilt = once(spoilt, other);
    }
    return spoilt;
  }

  private byte[] once(byte[] bytes, byte[] other) {
    if (bytes.length == 0) {
      return other.clone();
    }
    int at = random.nextInt(bytes.length);
    int length = length(bytes.length - at);
    int instead = random.nextBoolean() ? 0 : length;
    switch (random.nextInt(7)) {
      case 0:
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      case 1: // what begins a part of an object stream
        bytes[at] = (byte) (0x70 + random.nextInt(15));
        return bytes;
      case 2:
        return odd(bytes, at);
      case 3:
        return replaced(bytes, at, length, new byte[0]);
      case 4:
        int from = random.nextInt(other.length);
        byte[] piece = Arrays.copyOfRange(other, from, from + length(other.length - from));
        return replaced(bytes, at, instead, piece);
      case 5:
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return replaced(bytes, at, instead, noise);
      default:
        return random.nextInt(4) == 0
            ? Arrays.copyOf(bytes, at)
            : replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
    }
  }

  /** Mostly short, sometimes up to the limit. */
  private int length(int most) {
    return 1 + random.nextInt(random.nextInt(8) == 0 ? most : Math.min(most, 16));
  }

  /** Puts in a number at a limit of this library or of a range. */
  private byte[] odd(byte[] bytes, int at) {
    long limit = random.nextBoolean() ? SIZES.get(random.nextInt(4)) : 1L << random.nextInt(64);
    long number = limit + random.nextInt(3) - 1;
    int width = 1 << random.nextInt(4);
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    int fits = Math.min(width, bytes.length - at);
    System.arraycopy(big, Long.BYTES - width, bytes, at, fits);
    return bytes;
  }

  static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  /** Replaces some bytes with a piece. */
  static byte[] replaced(byte[] bytes, int at, int length, byte[] piece) {
    byte[] all = new byte[bytes.length - length + piece.length];
    System.arraycopy(bytes, 0, all, 0, at);
    System.arraycopy(piece, 0, all, at, piece.length);
    System.arraycopy(bytes, at + length, all, at + piece.length, bytes.length - at - length);
    return all;
  }
}
