package digits.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * One IDX file of unsigned bytes, the format of MNIST, in memory.
 *
 * <p>It starts with two zero bytes, the type (0x08), the number of dimensions, and one 32-bit
 * big-endian size per dimension; then the bytes, and nothing after them. Images have the sizes
 * count, 28, 28; labels have only a count. A file may be compressed with gzip: this is recognised
 * by its content, not its name. Beyond 16 MB it may unpack to at most a hundred times its size, so
 * that a small file does not fill the memory.
 */
public final class IdxFile {

  private static final int UNSIGNED_BYTE = 0x08;
  private static final int SIGNED_INT = 0x0C;
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final int BUFFER = 1 << 16;

  /** Digits shrink to a fifth; a higher compression ratio is treated as a gzip bomb. */
  private static final long MOST_PACKED = 100;

  /** Up to this size a file may always be unpacked. */
  private static final long ALWAYS_UNPACKED = 1 << 24;

  private final Path file;
  private final byte[] bytes;
  private final int header;
  private final int count;

  private IdxFile(Path file, byte[] bytes, int header, int count) {
    this.file = file;
    this.bytes = bytes;
    this.header = header;
    this.count = count;
  }

  /** Reads a file of images, 28 x 28 pixels each. */
  public static IdxFile images(Path file) {
    return of(file, content(file, LONGEST), LONGEST, true);
  }

  /** Reads a file of labels, or of QMNIST's whole numbers, the first of which are labels. */
  public static IdxFile labels(Path file) {
    byte[] bytes = unpacked(file, content(file, LONGEST), LONGEST);
    boolean numbers = bytes.length >= 12 && bytes[2] == SIGNED_INT && bytes[3] == 2;
    return of(file, numbers ? firstColumn(file, bytes) : bytes, LONGEST, false);
  }

  private static byte[] firstColumn(Path file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long rows = Integer.toUnsignedLong(in.getInt(4));
    long columns = Integer.toUnsignedLong(in.getInt(8));
    check(file, "length", bytes.length, 12 + 4 * rows * columns);
    byte[] labels = new byte[columns == 0 ? 0 : (int) rows];
    for (int row = 0; row < labels.length; row++) {
      int label = in.getInt((int) (12 + 4 * row * columns));
      labels[row] = (byte) (label < 0 || label > 9 ? -1 : label);
    }
    return bytes(labels, labels.length);
  }

  /** All bytes of a file, unless there are more than so many. */
  static byte[] content(Path file, int most) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a folder" : "not an ordinary file";
      throw new DataException("cannot read " + file + ": that is " + kind);
    }
    try {
      checkLimit(file, Files.size(file), most);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  /**
   * Checks what is in a file.
   *
   * @param file where the content is from, for messages
   * @param content plain or gzip
   * @param most bytes that it may have when unpacked
   * @param images 28 x 28 pixels each, or else labels
   */
  static IdxFile of(Path file, byte[] content, int most, boolean images) {
    byte[] bytes = unpacked(file, content, most);
    int[] shape = images ? new int[] {Digit.SIDE, Digit.SIDE} : new int[0];
    int header = 4 * (2 + shape.length);
    if (bytes.length == 0) {
      throw new DataException("empty file: " + file);
    }
    if (bytes[0] != 0 || bytes.length > 1 && bytes[1] != 0) {
      String kind = FileKind.of(bytes).orElse("something unknown");
      String is = bytes == content ? " is " : " holds ";
      throw new DataException(file + is + kind + ", not an IDX file");
    }
    if (bytes.length < header) {
      check(file, "length", bytes.length, header);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
    check(file, "type", in.get(), UNSIGNED_BYTE);
    check(file, "number of dimensions", in.get(), 1 + shape.length);
    long count = Integer.toUnsignedLong(in.getInt());
    long length = count;
    for (int size : shape) {
      check(file, "dimension", Integer.toUnsignedLong(in.getInt()), size);
      length *= size;
    }
    check(file, "length", bytes.length, header + length);
    return new IdxFile(file, bytes, header, (int) count);
  }

  private static byte[] unpacked(Path file, byte[] content, int most) {
    if (content.length < 2 || content[0] != 0x1F || content[1] != (byte) 0x8B) {
      return content;
    }
    int limit = (int) Math.min(most, ALWAYS_UNPACKED + MOST_PACKED * content.length);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content), BUFFER)) {
      byte[] bytes = in.readNBytes(limit + 1);
      checkLimit(file, bytes.length, limit);
      return bytes;
    } catch (EOFException e) {
      throw new DataException("broken gzip: it ends too early, in " + file);
    } catch (IOException e) {
      throw new DataException("broken gzip: " + DataException.reason(e) + ", in " + file);
    }
  }

  static void check(Path file, String what, long actual, long expected) {
    if (actual != expected) {
      String wrong = "wrong %s: actual %,d, expected %,d, in %s";
      throw new DataException(Message.of(wrong, what, actual, expected, file));
    }
  }

  private static void checkLimit(Path file, long actual, int most) {
    if (actual > most) {
      throw new DataException(Message.of("too long: more than %,d bytes, in %s", most, file));
    }
  }

  /** How many images or labels there are. */
  public int count() {
    return count;
  }

  /** The first of them. */
  public IdxFile head(int items) {
    int length = header + (bytes.length - header) / count * items;
    return new IdxFile(file, Arrays.copyOf(bytes, length), header, items);
  }

  /** Joins images and labels, of which there must be as many, each 0 to 9. */
  public static DigitSet digits(String name, IdxFile images, IdxFile labels) {
    try {
      return DigitSet.of(name, images.data(), labels.data());
    } catch (IllegalArgumentException e) {
      throw new DataException(e.getMessage() + ", in " + labels.file + ", " + images.file);
    }
  }

  /** Images without labels. */
  public static DigitSet unlabelled(String name, IdxFile images) {
    return DigitSet.unlabelled(name, images.data());
  }

  private byte[] data() {
    return Arrays.copyOfRange(bytes, header, bytes.length);
  }

  /** SHA-256 of the whole uncompressed file, in hexadecimal. */
  String sha256() {
    return Sha256.hex(bytes);
  }

  /**
   * The bytes of a file.
   *
   * @param data of all items
   * @param shape the sizes of one item: 28, 28 for an image, nothing for a label
   */
  public static byte[] bytes(byte[] data, int count, int... shape) {
    ByteBuffer all = ByteBuffer.allocate(4 * (2 + shape.length) + data.length);
    all.put(new byte[] {0, 0, UNSIGNED_BYTE, (byte) (1 + shape.length)}).putInt(count);
    for (int size : shape) {
      all.putInt(size);
    }
    return all.put(data).array();
  }
}
