package digits.acceptance.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip files, of one member or of two. */
final class GzipFile {

  private GzipFile() {}

  static byte[] of(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(file)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  static byte[] of(byte[] content, Random random) {
    int cut = random.nextInt(3) == 0 ? random.nextInt(content.length + 1) : content.length;
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(of(Arrays.copyOf(content, cut)));
    if (cut < content.length) {
      file.writeBytes(of(Arrays.copyOfRange(content, cut, content.length)));
    }
    return file.toByteArray();
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
