package digits.acceptance.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** Valid gzip files of many shapes. */
final class GzipFile {

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private GzipFile() {}

  /** A plain file: one member with its checksum. */
  static byte[] of(byte[] content) {
    return member(content, 0, 6, new Random(0));
  }

  /** The content in a random valid shape: members, optional fields, compression level. */
  static byte[] of(byte[] content, Random random) {
    int cut = random.nextInt(3) == 0 ? random.nextInt(content.length + 1) : 0;
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] part :
        List.of(Arrays.copyOf(content, cut), Arrays.copyOfRange(content, cut, content.length))) {
      file.writeBytes(member(part, 2 * random.nextInt(16), random.nextInt(10), random));
    }
    return file.toByteArray();
  }

  private static byte[] member(byte[] content, int flags, int level, Random random) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 0, 0, 0, 0, 0, 0});
    if ((flags & EXTRA) != 0) {
      byte[] extra = new byte[random.nextInt(300)];
      little(header, extra.length, 2);
      header.writeBytes(extra);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        header.writeBytes("a name ".repeat(random.nextInt(20)).getBytes());
        header.write(0);
      }
    }
    CRC32 sum = new CRC32();
    if ((flags & HEADER_CHECKSUM) != 0) {
      sum.update(header.toByteArray());
      little(header, (int) sum.getValue(), 2);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header.toByteArray());
    Deflater deflater = new Deflater(level, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      file.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    sum.reset();
    sum.update(content);
    little(file, (int) sum.getValue(), 4);
    little(file, content.length, 4);
    return file.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(number >>> 8 * i);
    }
  }

  /** The unpacked content, if the file is valid. */
  static Optional<byte[]> content(byte[] file) {
    if (file.length < 2 || file[0] != 0x1F || file[1] != (byte) 0x8B) {
      return Optional.of(file);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
