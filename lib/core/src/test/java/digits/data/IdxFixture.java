package digits.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** IDX files as bytes, right or wrong as a test wants them. */
final class IdxFixture {

  private IdxFixture() {}

  /** Any header, then any data. */
  static byte[] idx(int magicAndType, int[] sizes, byte[] data) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
    bytes.putInt(magicAndType);
    for (int size : sizes) {
      bytes.putInt(size);
    }
    return bytes.put(data).array();
  }

  /** A right file of random images. */
  static byte[] images(int count, long seed) {
    byte[] pixels = new byte[count * Digit.PIXELS];
    new Random(seed).nextBytes(pixels);
    return idx(0x0803, new int[] {count, 28, 28}, pixels);
  }

  /** A right file of labels 0, 1, ... 9, 0, ... */
  static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return idx(0x0801, new int[] {count}, labels);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
