package digits.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One IDX file of unsigned bytes, the format of MNIST, in memory.
 *
 * <p>It starts with two zero bytes, the type (0x08), the number of dimensions, and one 32-bit
 * big-endian size a dimension; then the bytes, and nothing after them. Images have the sizes count,
 * 28, 28; labels have only a count. A file may be compressed with gzip: its content tells, not its
 * name; offsets in messages are those of the uncompressed content. It may be compressed to a
 * hundredth, and if it has more than 16 MB not further, so that a small file does not fill the
 * memory.
 */
public final class IdxFile {

  static final int UNSIGNED_BYTE = 0x08;

  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final int count;
  private final int[] shape;
  private final byte[] data;

  /** Content whose length fits its sizes. */
  IdxFile(Path file, int count, int[] shape, byte[] data) {
    this.file = file;
    this.count = count;
    this.shape = shape;
    this.data = data;
  }

  /**
   * Reads digits from a pair of files, plain or gzip.
   *
   * @param name what to call the set, such as "MNIST test"
   * @param images the file of n x 28 x 28 pixels
   * @param labels the file of n labels, each 0 to 9
   * @return the digits, in the order of the files
   * @throws IdxFormatException if a file is not as described here, or the two do not fit together
   * @throws DataException if a file cannot be read
   */
  public static DigitSet readDigits(String name, Path images, Path labels) {
    return digits(name, images(images), labels(labels));
  }

  /** Reads a file of images, 28 x 28 pixels each. */
  public static IdxFile images(Path file) {
    return images(file, Long.MAX_VALUE);
  }

  /** Reads a file of labels. */
  public static IdxFile labels(Path file) {
    return labels(file, Long.MAX_VALUE);
  }

  /** Reads a file of images, 28 x 28 pixels each, in at most so many bytes when unpacked. */
  static IdxFile images(Path file, long most) {
    return IdxReader.read(file, most, Digit.SIDE, Digit.SIDE);
  }

  /** Reads a file of labels, in at most so many bytes when unpacked. */
  static IdxFile labels(Path file, long most) {
    return IdxReader.read(file, most);
  }

  /** Joins images and labels, of which there must be as many, each 0 to 9. */
  static DigitSet digits(String name, IdxFile images, IdxFile labels) {
    if (labels.count != images.count) {
      throw new IdxFormatException(
          labels.file,
          4,
          "wrong number of labels",
          String.format(Locale.ROOT, "%,d", labels.count),
          String.format(Locale.ROOT, "%,d as in %s", images.count, images.file));
    }
    for (int i = 0; i < labels.count; i++) {
      int label = labels.data[i] & 0xFF;
      if (label > 9) {
        throw new IdxFormatException(
            labels.file, headerLength() + i, "wrong label", "" + label, "0 to 9");
      }
    }
    return DigitSet.of(name, images.data, labels.data);
  }

  /** How many items there are. */
  public int count() {
    return count;
  }

  /** Joins images and labels, but passes over a last image that has no label yet. */
  public static DigitSet whole(String name, IdxFile images, IdxFile labels) {
    if (images.count != labels.count + 1) {
      return digits(name, images, labels);
    }
    int count = labels.count;
    byte[] pixels = Arrays.copyOf(images.data, count * Digit.PIXELS);
    return digits(name, new IdxFile(images.file, count, images.shape, pixels), labels);
  }

  /** The bytes of a file of items. */
  public static byte[] bytes(byte[] data, int count, int... shape) {
    byte[] header = header(count, shape);
    byte[] all = Arrays.copyOf(header, header.length + data.length);
    System.arraycopy(data, 0, all, header.length, data.length);
    return all;
  }

  /** SHA-256 of the whole uncompressed file, in hexadecimal. */
  String sha256() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    digest.update(header(count, shape));
    // In chunks: a cold Java compiles the loop between two calls, never within one.
    for (int at = 0; at < data.length; at += CHUNK) {
      digest.update(data, at, Math.min(CHUNK, data.length - at));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] header(int count, int... shape) {
    ByteBuffer header = ByteBuffer.allocate(headerLength(shape));
    header.put(new byte[] {0, 0, UNSIGNED_BYTE, (byte) (1 + shape.length)});
    header.putInt(count);
    for (int size : shape) {
      header.putInt(size);
    }
    return header.array();
  }

  /** Bytes before the data, for items of a shape: 4, and 4 for the count and each size. */
  static int headerLength(int... shape) {
    return 4 + 4 * (1 + shape.length);
  }
}
