package digits.data;

import static digits.data.IdxFixture.gzip;
import static digits.data.IdxFixture.idx;
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
import java.util.Locale;
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

    DigitSet set = IdxFile.readDigits("own", images, labels);

    assertThat(set).hasSize(2_000);
    assertThat(set.get(1_999).label()).isEqualTo(9);
    assertThat(set.get(1_999).pixels())
        .isEqualTo(Arrays.copyOfRange(pixels, pixels.length - 784, pixels.length));
  }

  @Test
  void anEmptySetIsASet() throws IOException {
    assertThat(IdxFile.readDigits("none", file("i", images(0, 0)), file("l", labels(0)))).isEmpty();
  }

  @Test
  void checksumIsThatOfTheUncompressedFile() throws IOException {
    byte[] content = images(100, 3);

    assertThat(IdxFile.images(file("plain", content)).sha256())
        .isEqualTo(IdxFile.images(file("compressed", gzip(content))).sha256())
        .isEqualTo(IdxFixture.sha256(content));
    assertThat(IdxFile.labels(file("labels", labels(7))).sha256())
        .isEqualTo(IdxFixture.sha256(labels(7)));
  }

  static Stream<Arguments> wrongImages() {
    byte[] one = new byte[784];
    byte[] right = images(1, 1);
    byte[] compressed = gzip(images(50, 1));
    byte[] flipped = compressed.clone();
    flipped[flipped.length - 8] ^= 1;
    int[] sizes = {1, 28, 28};
    return Stream.of(
        arguments("empty", new byte[0], "empty file: actual 0 bytes, expected an IDX file", 0),
        arguments(
            "magic", idx(0x504B0803, sizes, one), "wrong magic: actual 0x504B, expected 0x0000", 0),
        arguments("type", idx(0x0D03, sizes, one), "wrong type: actual 0x0D, expected 0x08", 2),
        arguments(
            "labels-for-images", labels(5), "wrong number of dimensions: actual 1, expected 3", 3),
        arguments(
            "dimensions",
            idx(0x0803, new int[] {1, 28, 32}, new byte[28 * 32]),
            "wrong dimensions: actual 32, expected 28",
            12),
        arguments(
            "negative-dimension",
            idx(0x0803, new int[] {1, -28, 28}, one),
            "wrong dimensions: actual 4,294,967,268, expected 28",
            8),
        arguments(
            "cut-in-magic",
            Arrays.copyOf(right, 1),
            "too little data: actual the end, expected the magic",
            1),
        arguments(
            "cut-in-header",
            Arrays.copyOf(right, 9),
            "too little data: actual the end, expected the size",
            9),
        arguments(
            "cut-in-data",
            Arrays.copyOf(right, 799),
            "too little data: actual 799 bytes, expected 800",
            799),
        arguments(
            "cut-in-compressed-data",
            gzip(Arrays.copyOf(right, 799)),
            "too little data: actual 799 bytes, expected 800",
            799),
        arguments(
            "too-much",
            Arrays.copyOf(right, 801),
            "too much data: actual more bytes, expected the end after 800",
            800),
        arguments(
            "too-much-compressed",
            gzip(Arrays.copyOf(right, 801)),
            "too much data: actual more bytes, expected the end after 800",
            800),
        arguments(
            "claims-2-GB",
            idx(0x0803, new int[] {2_739_000, 28, 28}, one),
            "too little data: actual 800 bytes, expected 2,147,376,016",
            800),
        arguments(
            "claims-2-GB-compressed",
            gzip(idx(0x0803, new int[] {2_739_000, 28, 28}, one)),
            "too many items: actual 2,147,376,016 bytes, expected at most 16,78",
            4),
        arguments(
            "overflow",
            idx(0x0803, new int[] {0x7FFFFFFF, 28, 28}, one),
            "size overflow: actual 1,683,627,179,248 bytes, expected at most 2 GB",
            4),
        arguments(
            "overflow-unsigned",
            idx(0x0803, new int[] {-1, 28, 28}, one),
            "size overflow: actual 3,367,254,359,280 bytes, expected at most 2 GB",
            4),
        arguments("gzip-header-only", Arrays.copyOf(compressed, 5), "broken gzip: actual ", 0),
        arguments(
            "gzip-cut-in-trailer",
            Arrays.copyOf(compressed, compressed.length - 8),
            "broken gzip: actual \"it ends too early\", expected a whole gzip file",
            39_216),
        arguments(
            "gzip-wrong-crc", flipped, "broken gzip: actual \"Corrupt GZIP trailer\"", 39_216));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongImages")
  void refusesAFileNamedByItsDefect(String defect, byte[] content, String message, long offset)
      throws IOException {
    Path images = file(defect, content);
    Path labels = file("labels", labels(1));

    assertThatThrownBy(() -> IdxFile.readDigits("x", images, labels))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageStartingWith(message)
        .hasMessageEndingWith(String.format(Locale.ROOT, ", at offset %,d of %s", offset, images));
  }

  @Test
  void refusesACompressedFileCutAnywhere() throws IOException {
    byte[] compressed = gzip(images(3, 1));

    for (int length = 3; length < compressed.length; length += 7) {
      Path cut = file("cut", Arrays.copyOf(compressed, length));
      assertThatThrownBy(() -> IdxFile.images(cut))
          .isInstanceOf(IdxFormatException.class)
          .hasMessageMatching(
              "broken gzip: .* expected a whole gzip file, at offset [0-9,]+ of .*");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allocatesForWhatAFileHoldsAndNotForWhatItClaims(boolean compressed) throws IOException {
    byte[] content = idx(0x0803, new int[] {2_739_000, 28, 28}, new byte[784]);
    Path claims = file("claims", compressed ? gzip(content) : content);
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> IdxFile.images(claims)).isInstanceOf(IdxFormatException.class);

    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
  }

  /** Zeros shrink to a thousandth, digits never. */
  @Test
  void refusesAFileThatUnpacksToAHundredTimesItsSize() throws IOException {
    byte[] zeros = gzip(idx(0x0803, new int[] {50_000, 28, 28}, new byte[50_000 * 784]));
    Path bomb = file("bomb", zeros);

    assertThatThrownBy(() -> IdxFile.images(bomb))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageStartingWith("too many items: actual 39,200,016 bytes, expected at most 2");
    assertThat(
            IdxFile.images(
                    file(
                        "small",
                        gzip(idx(0x0803, new int[] {20_000, 28, 28}, new byte[20_000 * 784]))))
                .count())
        .isEqualTo(20_000);
  }

  /** Another file can be told by its length, before it takes memory. */
  @Test
  void refusesMoreThanTheFileOfMnistHas() throws IOException {
    Path three = file("three", images(3, 1));
    Path two = file("two", gzip(images(2, 1)));
    long most = 16 + 2 * 784;

    assertThat(IdxFile.images(two, most).count()).isEqualTo(2);
    assertThatThrownBy(() -> IdxFile.images(three, most))
        .hasMessageStartingWith("too many items: actual 2,368 bytes, expected at most 1,584");
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
  void refusesAnotherNumberOfLabelsThanImages() throws IOException {
    Path images = file("images", images(3, 1));
    Path labels = file("labels", labels(2));

    assertThatThrownBy(() -> IdxFile.readDigits("x", images, labels))
        .isInstanceOf(IdxFormatException.class)
        .hasMessage(
            "wrong number of labels: actual 2, expected 3 as in %s, at offset 4 of %s",
            images, labels);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 255})
  void refusesALabelThatIsNoDigit(int label) throws IOException {
    Path images = file("images", images(2, 1));
    Path labels = file("labels", idx(0x0801, new int[] {2}, new byte[] {9, (byte) label}));

    assertThatThrownBy(() -> IdxFile.readDigits("x", images, labels))
        .isInstanceOf(IdxFormatException.class)
        .hasMessage("wrong label: actual %d, expected 0 to 9, at offset 9 of %s", label, labels);
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithTheReasonAndNoStackTrace() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> IdxFile.readDigits("x", missing, missing))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read %s: no such file", missing)
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThatThrownBy(() -> IdxFile.readDigits("x", folder, folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot read " + folder);
  }
}
