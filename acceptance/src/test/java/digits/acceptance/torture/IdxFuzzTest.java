package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.IdxFile;
import digits.draw.OwnDigits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged pairs of IDX files, plain and gzip. An independent reader of a few lines decides what
 * each file holds: the library must read exactly that, or refuse the pair.
 */
class IdxFuzzTest {

  /** Three times what a gzip file may unpack to, because its array grows by doubling. */
  private static final int TIMES = 300;

  private static final int CONSTANT = 52_000_000;
  private static final int COUNT = 3;

  @TempDir(factory = InMemory.class)
  Path folder;

  private static byte[] images(int count, Random random) {
    byte[] pixels = new byte[count * Digit.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
    }
    ByteBuffer file = ByteBuffer.allocate(16 + pixels.length);
    return file.putInt(0x803).putInt(count).putInt(28).putInt(28).put(pixels).array();
  }

  private static byte[] labels(int count) {
    ByteBuffer file = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      file.put((byte) (9 - i % 10));
    }
    return file.array();
  }

  /** The data after a valid header, or nothing. */
  private static Optional<byte[]> data(byte[] file, int... header) {
    byte[] content = GzipFile.content(file).orElse(new byte[0]);
    ByteBuffer in = ByteBuffer.wrap(content);
    if (content.length < 8 || in.getInt() != header[0]) {
      return Optional.empty();
    }
    long length = in.getInt() & 0xFFFFFFFFL;
    for (int i = 1; i < header.length; i++) {
      if (in.remaining() < 4 || in.getInt() != header[i]) {
        return Optional.empty();
      }
      length *= header[i];
    }
    return length == in.remaining()
        ? Optional.of(Arrays.copyOfRange(content, in.position(), content.length))
        : Optional.empty();
  }

  /** Checks that the library and the reader above agree on a pair. */
  private static void read(Worker worker, Path folder, byte[] images, byte[] labels, boolean own)
      throws Exception {
    Path imageFile = Files.write(folder.resolve("own-images-idx3-ubyte"), images);
    Path labelFile = Files.write(folder.resolve("own-labels-idx1-ubyte"), labels);
    byte[] both =
        ByteBuffer.allocate(images.length + labels.length).put(images).put(labels).array();
    DigitSet digits =
        worker.read(
            both,
            both.length,
            () ->
                own
                    ? OwnDigits.in(folder).digits()
                    : IdxFile.digits("wrong", IdxFile.images(imageFile), IdxFile.labels(labelFile)),
            DataException.class);

    Optional<byte[]> pixels = data(images, 0x803, 28, 28);
    Optional<byte[]> answers = data(labels, 0x801);
    boolean right = pixels.isPresent() && answers.isPresent();
    if (right) {
      int more = pixels.get().length / Digit.PIXELS - answers.get().length;
      right = more == 0 || own && more == 1;
      for (byte label : answers.get()) {
        right &= label >= 0 && label <= 9;
      }
    }
    assertThat(digits != null).isEqualTo(right);
    if (right) {
      assertThat(digits).hasSize(answers.get().length);
      for (int i = 0; i < digits.size(); i++) {
        int at = i * Digit.PIXELS;
        byte[] expected = Arrays.copyOfRange(pixels.get(), at, at + Digit.PIXELS);
        assertThat(digits.get(i).label()).isEqualTo(answers.get()[i]);
        assertThat(Arrays.equals(digits.get(i).pixels(), expected)).isTrue();
      }
    }
  }

  private String run(Worker.Work... works) throws Exception {
    return Worker.all(TIMES, CONSTANT, folder, works);
  }

  @Test
  void everyBitAndEveryCutOfAPair() throws Exception {
    Effort.tried(
        "IDX files: every bit of the headers, of gzip and of labels, and every cut",
        run((w, place) -> everyBit(w, place, true), (w, place) -> everyBit(w, place, false)));
  }

  private static void everyBit(Worker worker, Path place, boolean gzip) throws Exception {
    byte[] plain = images(1, new Random(1));
    byte[] images = gzip ? GzipFile.of(plain) : plain;
    byte[] labels = gzip ? GzipFile.of(labels(1)) : labels(1);
    int bits = gzip ? images.length : 16;
    for (int bit = 0; bit < 8 * bits; bit++) {
      read(worker, place, Mutation.flipped(images, bit), labels, false);
    }
    for (int bit = 0; bit < 8 * labels.length; bit++) {
      read(worker, place, images, Mutation.flipped(labels, bit), false);
    }
    for (int length = 0; length < images.length; length++) {
      read(worker, place, Arrays.copyOf(images, length), labels, false);
    }
    for (int length = 0; length < labels.length; length++) {
      read(worker, place, images, Arrays.copyOf(labels, length), true);
    }
  }

  @Test
  void spoiltAtRandom() throws Exception {
    long seed = Effort.seed(getClass());
    int times = Effort.times(2_000, 120_000);
    Effort.tried(
        "IDX files: spoilt at random, plain and inside gzip",
        run(
            (worker, place) -> spoil(worker, place, new Random(seed), times),
            (worker, place) -> spoil(worker, place, new Random(seed + 1), times)));
  }

  private static void spoil(Worker worker, Path place, Random random, int times) throws Exception {
    Mutation mutation = new Mutation(random);
    for (int i = 0; i < times; i++) {
      byte[] images = images(1 + random.nextInt(COUNT), random);
      byte[] labels = labels((images.length - 16) / Digit.PIXELS);
      boolean spoilImages = random.nextBoolean();
      byte[] wrong = spoilImages ? images : labels;
      byte[] other = spoilImages ? labels : images;
      wrong = random.nextInt(4) > 0 ? mutation.of(wrong, other) : wrong;
      if (random.nextBoolean()) {
        wrong = GzipFile.of(wrong, random);
        other = random.nextBoolean() ? GzipFile.of(other, random) : other;
        wrong = random.nextBoolean() ? mutation.of(wrong, other) : wrong;
      }
      read(
          worker,
          place,
          spoilImages ? wrong : other,
          spoilImages ? other : wrong,
          random.nextInt(4) == 0);
    }
  }

  /** Small files that unpack to hundreds of megabytes. */
  @Test
  void bombs() throws Exception {
    int megabytes = Effort.times(40, 1_000);
    byte[] all = bomb(megabytes * 1_000_000 / Digit.PIXELS, megabytes);
    byte[] endless = bomb(1, megabytes);
    // Just below what is refused at once: read as far as promised, and then there is more.
    byte[] nearly = bomb((16_000_000 + 90 * all.length) / Digit.PIXELS, megabytes);
    String figures =
        run(
            (worker, place) -> {
              for (byte[] file : List.of(all, endless, nearly)) {
                Path images = Files.write(place.resolve("images"), file);
                Path labels = Files.write(place.resolve("labels"), labels(1));
                Object read =
                    worker.read(
                        file,
                        file.length,
                        () ->
                            IdxFile.digits("bomb", IdxFile.images(images), IdxFile.labels(labels)),
                        DataException.class);
                assertThat(read).isNull();
              }
            });
    Effort.tried("IDX files: gzip bombs", figures);
  }

  /** A header that announces some images, followed by zeros. */
  private static byte[] bomb(int count, int megabytes) {
    ByteBuffer header = ByteBuffer.allocate(16).putInt(0x803).putInt(count).putInt(28).putInt(28);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(GzipFile.of(header.array()));
    byte[] million = GzipFile.of(new byte[1_000_000]);
    for (int i = 0; i < megabytes; i++) {
      bomb.writeBytes(million);
    }
    return bomb.toByteArray();
  }
}
