package digits.model;

import digits.data.FileKind;
import digits.data.Message;
import digits.data.Sha256;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** What is around the payload of every version, by the table in docs/format.md. */
record Envelope(int version, byte[] payload) {

  /** No file is larger, so that a wrong one does not fill the memory. */
  static final int MAX_BYTES = 64 << 20;

  private static final String MAGIC = "8a 54 45 4e 0d 0a 1a 0a";
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final int VERSION_AT = 8;
  private static final int PAYLOAD_AT = 12;
  private static final int CHECKSUM_BYTES = 32;

  /** The whole file. */
  byte[] toBytes() {
    byte[] head = ByteBuffer.allocate(PAYLOAD_AT).put(HEX.parseHex(MAGIC)).putInt(version).array();
    return ByteBuffer.allocate(PAYLOAD_AT + payload.length + CHECKSUM_BYTES)
        .put(head)
        .put(payload)
        .put(Sha256.of(head, payload))
        .array();
  }

  /**
   * Opens an envelope.
   *
   * @param file where the bytes are from, for the message
   * @param bytes all of the file, or its first {@link #MAX_BYTES} + 1
   * @throws ModelFileException unless it is exactly what {@link #toBytes} made
   */
  static Envelope of(Path file, byte[] bytes) {
    if (bytes.length == 0) {
      throw ModelFileException.damaged(file, "it is empty");
    }
    String start = HEX.formatHex(bytes, 0, Math.min(bytes.length, VERSION_AT));
    if (!MAGIC.startsWith(start)) {
      byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.BYTES));
      String found = "it starts with " + start + ", not with " + MAGIC;
      throw ModelFileException.damaged(
          file, FileKind.of(first).map(kind -> "it is " + kind).orElse(found));
    }
    if (bytes.length > MAX_BYTES) {
      throw ModelFileException.damaged(
          file, Message.of("it is larger than %,d bytes, the most a model file has", MAX_BYTES));
    }
    int end = bytes.length - CHECKSUM_BYTES;
    if (end < PAYLOAD_AT) {
      throw ModelFileException.damaged(file, "it ends after " + bytes.length + " bytes");
    }
    byte[] stored = Arrays.copyOfRange(bytes, end, bytes.length);
    byte[] payload = Arrays.copyOfRange(bytes, PAYLOAD_AT, end);
    byte[] actual = Sha256.of(Arrays.copyOf(bytes, PAYLOAD_AT), payload);
    if (!Arrays.equals(stored, actual)) {
      throw ModelFileException.damaged(
          file,
          Message.of(
              "the SHA-256 of its first %,d bytes is %.16s..., not %.16s... as its end says",
              end, HexFormat.of().formatHex(actual), HexFormat.of().formatHex(stored)));
    }
    return new Envelope(ByteBuffer.wrap(bytes).getInt(VERSION_AT), payload);
  }
}
