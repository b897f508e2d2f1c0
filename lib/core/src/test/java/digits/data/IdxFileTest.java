package digits.data;

import static digits.data.IdxFixture.gzip;
import static digits.data.IdxFixture.images;
import static digits.data.IdxFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsAPairPlainOrCompressedWhateverItsName(boolean compressed) throws IOException {
    byte[] pixels = images(2_000, 1);
    Path images = file("images", compressed ? gzip(pixels) : pixels);
    Path labels = file("labels.gz", compressed ? gzip(labels(2_000)) : labels(2_000));

    DigitSet set = IdxFile.digits("own", IdxFile.images(images), IdxFile.labels(labels));

    assertThat(set).hasSize(2_000);
    assertThat(set.get(1_999).label()).isEqualTo(9);
    assertThat(set.get(1_999).pixels())
        .isEqualTo(Arrays.copyOfRange(pixels, pixels.length - 784, pixels.length));
  }

  static Stream<Arguments> wrongImages() {
    byte[] one = new byte[784];
    byte[] right = images(1, 1);
    byte[] compressed = gzip(images(50, 1));
    byte[] flipped = compressed.clone();
    flipped[flipped.length - 8] ^= 1;
    int last = compressed.length - 8;
    byte[] noise = {0x50, 0x4B, 8, 3, 0, 0, 0, 0};
    return Stream.of(
        arguments("empty file: ", new byte[0]),
        arguments("%s is something unknown, not an IDX file", noise),
        arguments("wrong type: actual 13, expected 8, in ", idx(0x0D03, 1, 28, 28, one)),
        arguments("wrong number of dimensions: actual 1, expected 3", labels(50)),
        arguments("wrong dimension: actual 32, expected 28", idx(0x0803, 1, 28, 32, one)),
        arguments("wrong dimension: actual 4,294,967,268", idx(0x0803, 1, -28, 28, one)),
        arguments("wrong length: actual 1, expected 16", new byte[1]),
        arguments("wrong length: actual 799, expected 800", cut(right, 799)),
        arguments("wrong length: actual 799, expected 800", gzip(cut(right, 799))),
        arguments("wrong length: actual 801, expected 800", cut(right, 801)),
        arguments("wrong length: actual 800, expected 2,147,376,016", gzip(claim(2_739_000))),
        arguments("wrong length: actual 800, expected 3,367,254,359,296", claim(-1)),
        arguments("broken gzip: it ends too early, in ", cut(compressed, 5)),
        arguments("broken gzip: it ends too early, in ", cut(compressed, last)),
        arguments("broken gzip: Corrupt GZIP trailer, in ", flipped));
  }

  private static byte[] idx(int type, int count, int height, int width, byte[] data) {
    return IdxFixture.idx(type, new int[] {count, height, width}, data);
  }

  /** One image, and a header that claims others. */
  private static byte[] claim(int count) {
    return idx(0x0803, count, 28, 28, new byte[784]);
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongImages")
  void refusesAFileNamedByItsDefect(String message, byte[] content) throws IOException {
    Path images = file("images", content);
    Path labels = file("labels", labels(1));

    assertThatThrownBy(() -> IdxFile.digits("x", IdxFile.images(images), IdxFile.labels(labels)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(message, images)
        .hasMessageContaining(images.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allocatesForWhatAFileHoldsAndNotForWhatItClaims(boolean compressed) throws IOException {
    byte[] content = claim(2_739_000);
    Path claims = file("claims", compressed ? gzip(content) : content);
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> IdxFile.images(claims)).isInstanceOf(DataException.class);

    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
  }

  private static byte[] blank(int count) {
    return gzip(idx(0x0803, count, 28, 28, new byte[count * 784]));
  }

  /** Zeros shrink to a thousandth, digits never. */
  @Test
  void refusesAFileThatUnpacksToAHundredTimesItsSize() throws IOException {
    Path bomb = file("bomb", blank(50_000));

    assertThatThrownBy(() -> IdxFile.images(bomb))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("too long: more than 2");
    Path small = file("small", blank(20_000));
    assertThat(IdxFile.images(small).count()).isEqualTo(20_000);
  }

  /** Another file can be told by its length, before it takes memory. */
  @Test
  void refusesMoreThanTheFileOfMnistHas() throws IOException {
    Path three = file("three", images(3, 1));

    assertThatThrownBy(() -> IdxFile.content(three, 2_000))
        .hasMessage("too long: more than 2,000 bytes, in %s", three);
    assertThatThrownBy(() -> IdxFile.of(three, gzip(images(3, 1)), 2_000, true))
        .hasMessage("too long: more than 2,000 bytes, in %s", three);
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no mkfifo")
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> IdxFile.images(pipe))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read %s: that is not an ordinary file", pipe);
  }

  @Test
  void refusesAPairThatDoesNotFitTogether() throws IOException {
    Path images = file("images", images(3, 1));
    Path labels = file("labels", labels(2));
    Path wrong = file("wrong", IdxFixture.idx(0x0801, new int[] {3}, new byte[] {9, 0, 10}));

    assertThatThrownBy(() -> IdxFile.digits("x", IdxFile.images(images), IdxFile.labels(labels)))
        .isInstanceOf(DataException.class)
        .hasMessage("2 labels need 1,568 pixels (784 each), not 2,352, in %s, %s", labels, images);
    assertThatThrownBy(() -> IdxFile.digits("x", IdxFile.images(images), IdxFile.labels(wrong)))
        .isInstanceOf(DataException.class)
        .hasMessage("a label is 0 to 9, not 10, at digit 2, in %s, %s", wrong, images);
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithTheReasonAndNoStackTrace() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> IdxFile.digits("x", IdxFile.images(missing), IdxFile.labels(missing)))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read %s: no such file", missing)
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThatThrownBy(() -> IdxFile.digits("x", IdxFile.images(folder), IdxFile.labels(folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot read " + folder);
  }
}
