package digits.acceptance.torture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Damages bytes in random ways. */
final class Mutation {

  /** Limits of ranges and of this library's sizes. */
  private static final long[] ODD =
      Stream.of(
              "0 1 2 9 10 27 28 29 127 128 255 256 783 784 785 5000 65535 1048576 2147483647",
              "-1 -2147483648 4294967296 9223372036854775807 -9223372036854775808")
          .flatMap(line -> Stream.of(line.split(" ")))
          .mapToLong(Long::parseLong)
          .toArray();

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
    switch (random.nextInt(9)) {
      case 0:
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      case 1:
        bytes[at] = (byte) random.nextInt(256);
        return bytes;
      case 2:
        bytes[at] = (byte) (0x70 + random.nextInt(15));
        return bytes;
      case 3:
        return odd(bytes, at);
      case 4:
        return replaced(bytes, at, length, new byte[0]);
      case 5:
        return replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 6:
        int from = random.nextInt(other.length);
        byte[] piece = Arrays.copyOfRange(other, from, from + length(other.length - from));
        return replaced(bytes, at, random.nextBoolean() ? 0 : length, piece);
      case 7:
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return replaced(bytes, at, random.nextBoolean() ? 0 : length, noise);
      default:
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : swapped(bytes, at);
    }
  }

  /** Mostly short, sometimes up to the limit. */
  private int length(int most) {
    return 1 + random.nextInt(random.nextInt(8) == 0 ? most : Math.min(most, 16));
  }

  private byte[] odd(byte[] bytes, int at) {
    long number = ODD[random.nextInt(ODD.length)] + random.nextInt(3) - 1;
    int width = 1 << random.nextInt(4);
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    int fits = Math.min(width, bytes.length - at);
    System.arraycopy(big, Long.BYTES - width, bytes, at, fits);
    return bytes;
  }

  private byte[] swapped(byte[] bytes, int at) {
    int to = random.nextInt(bytes.length);
    byte kept = bytes[at];
    bytes[at] = bytes[to];
    bytes[to] = kept;
    return bytes;
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
