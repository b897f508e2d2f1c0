package digits.data;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A pair of IDX files of any size, not compressed. They are opened at each read: the source may
 * have travelled to another process.
 *
 * @param images and labels: the files
 * @param count how many digits they hold
 * @param classes which digits occur, ascending
 */
public record IdxSource(File images, File labels, long count, int[] classes)
    implements DigitStream {

  private static final long serialVersionUID = 1;

  private static final int IMAGES_AT = 16;
  private static final int LABELS_AT = 8;
  private static final int BUFFER = 1 << 20;

  /**
   * Checks that the files fit together, and reads the labels once.
   *
   * @throws DataException if they do not
   */
  public static IdxSource of(Path images, Path labels) {
    long count = items(images, IMAGES_AT, Digit.PIXELS);
    long named = items(labels, LABELS_AT, 1);
    if (count != named) {
      String wrong = "%,d images, but %,d labels, in %s, %s";
      throw new DataException(Message.of(wrong, count, named, images, labels));
    }
    boolean[] occurs = new boolean[256];
    for (long from = 0; from < count; from += BUFFER) {
      for (byte label : bytes(labels, LABELS_AT + from, (int) Math.min(BUFFER, count - from))) {
        occurs[label & 0xFF] = true;
      }
    }
    int[] classes = IntStream.range(0, 256).filter(label -> occurs[label]).toArray();
    if (classes.length > 0 && classes[classes.length - 1] > 9) {
      throw new DataException(
          "a label is 0 to 9, not " + classes[classes.length - 1] + ", in " + labels);
    }
    return new IdxSource(images.toFile(), labels.toFile(), count, classes);
  }

  /** The number of items that a header states, if the file has that length. */
  private static long items(Path file, int header, int size) {
    try {
      long length = Files.size(file);
      byte[] start = bytes(file, 0, (int) Math.min(length, header));
      if (length > 1 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
        throw new DataException(
            "compressed: unpack it (gunzip), so that any digit can be found in it, " + file);
      }
      // IdxFile checks the header, on a file that has it and a single item.
      byte[] one = Arrays.copyOf(start, header + size);
      long count = start.length < 8 ? 0 : Integer.toUnsignedLong(ByteBuffer.wrap(one).getInt(4));
      ByteBuffer.wrap(one).putInt(4, 1);
      IdxFile.of(file, start.length < header ? start : one, one.length, size > 1);
      IdxFile.check(file, "length", length, header + count * size);
      return count;
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
  }

  private static byte[] bytes(Path file, long at, int count) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    try (FileChannel channel = FileChannel.open(file)) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position()) < 0) {
          throw new DataException("it has become shorter: " + file);
        }
      }
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + DataException.reason(e));
    }
    return buffer.array();
  }

  @Override
  public String name() {
    return images.getName();
  }

  @Override
  public DigitSet read(long first, int number) {
    byte[] pixels =
        bytes(
            images.toPath(),
            IMAGES_AT + first * Digit.PIXELS,
            Math.multiplyExact(number, Digit.PIXELS));
    return DigitSet.of(name(), pixels, bytes(labels.toPath(), LABELS_AT + first, number));
  }

  @Override
  public int[] classes() {
    return classes.clone();
  }

  /** Of all labels and of a thousand images: reading all would take long, each time. */
  @Override
  public String checksum() {
    StringBuilder all = new StringBuilder();
    for (long from = 0; from < count; from += BUFFER) {
      all.append(
          Sha256.hex(
              bytes(labels.toPath(), LABELS_AT + from, (int) Math.min(BUFFER, count - from))));
    }
    for (long at = 0; at < count; at += Math.max(1, count / 1_000)) {
      all.append(read(at, 1).checksum());
    }
    return Sha256.hex(all.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
