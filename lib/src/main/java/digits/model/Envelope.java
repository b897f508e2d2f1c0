package digits.model;

import digits.data.FileKind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What is around the payload of every version: magic, version, length and checksum. The package
 * page has the table.
 *
 * @param version of the payload
 * @param payload its bytes
 */
record Envelope(int version, byte[] payload) {

  /** No file is larger, so that a wrong one does not fill the memory. */
  static final int MAX_BYTES = 64 << 20;

  private static final String MAGIC = "8a 54 45 4e 0d 0a 1a 0a";
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final int LENGTH_AT = 12;
  private static final int PAYLOAD_AT = 20;
  private static final int CHECKSUM_BYTES = 32;

  /** What is around a payload takes its place from the file's. */
  static final int MAX_PAYLOAD = MAX_BYTES - PAYLOAD_AT - CHECKSUM_BYTES;

  /** The whole file. */
  byte[] toBytes() {
    byte[] covered =
        ByteBuffer.allocate(PAYLOAD_AT + payload.length)
            .put(HEX.parseHex(MAGIC))
            .putInt(version)
            .putLong(payload.length)
            .put(payload)
            .array();
    return ByteBuffer.allocate(covered.length + CHECKSUM_BYTES)
        .put(covered)
        .put(sha256(covered))
        .array();
  }

  /**
   * Opens an envelope.
   *
   * @param file where the bytes are from, for the message
   * @param bytes all of the file, or its first {@link #MAX_BYTES} + 1
   * @throws ModelFileException.Damaged unless it is exactly what {@link #toBytes} made
   */
  static Envelope of(Path file, byte[] bytes) {
    String start = HEX.formatHex(bytes, 0, Math.min(bytes.length, 8));
    if (bytes.length == 0) {
      throw new ModelFileException.Damaged(file, "it is empty");
    }
    if (!MAGIC.startsWith(start)) {
      byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.BYTES));
      String found = "it starts with " + start + ", not with " + MAGIC + " (offset 0)";
      throw new ModelFileException.Damaged(
          file, FileKind.of(first).map(kind -> "it is " + kind).orElse(found));
    }
    if (bytes.length > MAX_BYTES) {
      throw new ModelFileException.Damaged(
          file,
          String.format(
              Locale.ROOT, "it is larger than %,d bytes, the most a model file has", MAX_BYTES));
    }
    int least = PAYLOAD_AT + CHECKSUM_BYTES;
    if (bytes.length < least) {
      throw new ModelFileException.Damaged(
          file, "it ends after " + bytes.length + " bytes, a model file has at least " + least);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long promised = buffer.getLong(LENGTH_AT);
    int present = bytes.length - least;
    if (promised != present) {
      throw new ModelFileException.Damaged(
          file,
          String.format(
              Locale.ROOT,
              "its header promises a payload of %,d bytes (offset %d), there are %,d",
              promised,
              LENGTH_AT,
              present));
    }
    int end = PAYLOAD_AT + present;
    byte[] stored = Arrays.copyOfRange(bytes, end, bytes.length);
    byte[] actual = sha256(Arrays.copyOf(bytes, end));
    if (!MessageDigest.isEqual(stored, actual)) {
      throw new ModelFileException.Damaged(
          file,
          String.format(
              Locale.ROOT,
              "its SHA-256 is %.16s..., not %.16s... as stored (offset %d)",
              HexFormat.of().formatHex(actual),
              HexFormat.of().formatHex(stored),
              end));
    }
    return new Envelope(
        buffer.getInt(LENGTH_AT - Integer.BYTES), Arrays.copyOfRange(bytes, PAYLOAD_AT, end));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
