package digits.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one IDX file from its first byte to its last, and takes nothing on trust. */
final class IdxReader {

  private static final int BUFFER = 1 << 16;
  private static final int FIRST_BLOCK = 1 << 20;
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Digits shrink to a fifth; what is packed tighter than this is made to fill the memory. */
  private static final long MOST_PACKED = 100;

  /** So much may be unpacked from however few bytes. */
  private static final long ALWAYS_UNPACKED = 1 << 24;

  private final Path file;
  private final InputStream in;

  /** Bytes in the file, or more than any file has where gzip hides the number. */
  private final long available;

  private final long most;

  private long offset;

  private IdxReader(Path file, InputStream in, long available, long most) {
    this.file = file;
    this.in = in;
    this.available = available;
    this.most = most;
  }

  /**
   * Reads a file of items.
   *
   * @param file plain or gzip
   * @param most bytes that its content may have
   * @param shape the sizes of one item: (28, 28) for an image, nothing for a label
   */
  static IdxFile read(Path file, long most, int... shape) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DataException(
          "cannot read "
              + file
              + ": "
              + (Files.isDirectory(file) ? "that is a folder" : "that is not an ordinary file"));
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      long size = Files.size(file);
      if (isGzip(raw)) {
        long bomb = ALWAYS_UNPACKED + MOST_PACKED * size;
        return readGzip(file, raw, Math.min(most, bomb), shape);
      }
      return new IdxReader(file, raw, size, most).read(shape);
    } catch (IOException e) {
      throw DataException.unreadable(file, e);
    }
  }

  private static boolean isGzip(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return gzip;
  }

  private static IdxFile readGzip(Path file, InputStream raw, long most, int[] shape)
      throws IOException {
    IdxReader reader = null;
    try (InputStream in = new GZIPInputStream(raw, BUFFER)) {
      reader = new IdxReader(file, in, Long.MAX_VALUE, most);
      return reader.read(shape);
    } catch (EOFException | ZipException e) {
      long offset = reader == null ? 0 : reader.offset;
      throw new IdxFormatException(
          file, offset, "broken gzip", "\"" + DataException.reason(e) + "\"", "a whole gzip file");
    }
  }

  private IdxFile read(int[] shape) throws IOException {
    readStart(shape);
    long count = readSize("count");
    long length = count;
    for (int expected : shape) {
      long at = offset;
      long actual = readSize("size");
      if (actual != expected) {
        throw wrong(at, "wrong dimensions", number(actual), number(expected));
      }
      length = Math.multiplyExact(length, actual);
    }
    if (length > LONGEST_ARRAY) {
      throw wrong(4, "size overflow", number(length) + " bytes", "at most 2 GB");
    }
    if (offset + length > most) {
      throw wrong(
          4, "too many items", number(offset + length) + " bytes", "at most " + number(most));
    }
    byte[] data = readIntoMemory((int) length);
    if (in.read() >= 0) {
      throw wrong(offset, "too much data", "more bytes", "the end after " + number(offset));
    }
    return new IdxFile(file, (int) count, shape, data);
  }

  private byte[] readIntoMemory(int length) throws IOException {
    try {
      return readData(length);
    } catch (OutOfMemoryError e) { // Still one: as a DataException it would condemn the file.
      throw new OutOfMemoryError(
          file
              + ": its "
              + number(length)
              + " bytes find no place in a heap of "
              + number(Runtime.getRuntime().maxMemory())
              + "; give Java more, as JJAVA_JVM_OPTS=-Xmx1g ./lab does");
    }
  }

  /** Zero, zero, type, number of dimensions. */
  private void readStart(int[] shape) throws IOException {
    if (available == 0) {
      throw wrong(0, "empty file", "0 bytes", "an IDX file");
    }
    int magic = readByte("magic") << 8 | readByte("magic");
    if (magic != 0) {
      byte[] start = new byte[FileKind.BYTES];
      start[0] = (byte) (magic >> 8);
      start[1] = (byte) magic;
      int got = in.readNBytes(start, 2, start.length - 2);
      String is = available == Long.MAX_VALUE ? " holds " : " is ";
      throw FileKind.of(Arrays.copyOf(start, 2 + got))
          .map(kind -> new IdxFormatException(file, is, kind))
          .orElseGet(() -> wrong(0, "wrong magic", hex("%04X", magic), hex("%04X", 0)));
    }
    int type = readByte("type");
    if (type != IdxFile.UNSIGNED_BYTE) {
      throw wrong(2, "wrong type", hex("%02X", type), hex("%02X", IdxFile.UNSIGNED_BYTE));
    }
    int dimensions = readByte("number of dimensions");
    if (dimensions != 1 + shape.length) {
      throw wrong(3, "wrong number of dimensions", "" + dimensions, "" + (1 + shape.length));
    }
  }

  private int readByte(String what) throws IOException {
    int value = in.read();
    if (value < 0) {
      throw wrong(offset, "too little data", "the end", "the " + what);
    }
    offset++;
    return value;
  }

  /** A size as the unsigned number that it is, so that none is negative. */
  private long readSize(String what) throws IOException {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | readByte(what);
    }
    return value;
  }

  /**
   * Reads the data. Memory follows what the file holds, not what its sizes claim: a plain file is
   * measured first, and for a compressed one the array grows as bytes arrive.
   */
  private byte[] readData(int length) throws IOException {
    if (available < offset + (long) length) {
      throw tooLittle(available, offset + (long) length);
    }
    boolean measured = available != Long.MAX_VALUE;
    byte[] data = new byte[measured ? length : Math.min(length, FIRST_BLOCK)];
    int filled = 0;
    while (filled < length) {
      if (filled == data.length) {
        data = Arrays.copyOf(data, (int) Math.min(length, 2L * data.length));
      }
      int got = in.read(data, filled, data.length - filled);
      if (got < 0) {
        throw tooLittle(offset, offset + (long) length - filled);
      }
      filled += got;
      offset += got;
    }
    return data;
  }

  private IdxFormatException tooLittle(long actual, long expected) {
    return wrong(actual, "too little data", number(actual) + " bytes", number(expected));
  }

  private IdxFormatException wrong(long at, String what, String actual, String expected) {
    return new IdxFormatException(file, at, what, actual, expected);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String hex(String format, int value) {
    return "0x" + String.format(Locale.ROOT, format, value);
  }
}
