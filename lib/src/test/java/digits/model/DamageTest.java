package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a model file, no model comes out. */
class DamageTest {

  private static final byte[] SMALL = saved(1, 5, 9);
  private static final byte[] FULL = saved(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
  }

  @ParameterizedTest
  @EnumSource
  void everyByteThatIsChangedIsFound(Format format) {
    byte[] whole = format.file(Payload.write(format.sample()));
    Random random = new Random(1);
    for (int at = 0; at < whole.length; at++) {
      assertNoModel(changed(whole, at, 1 + random.nextInt(255)), "byte " + at);
    }
  }

  @Test
  void everyBitOfTheHeaderThatIsFlippedIsFound() {
    for (int bit = 0; bit < 8 * 20; bit++) {
      assertNoModel(changed(SMALL, bit / 8, 1 << bit % 8), "bit " + bit);
    }
  }

  @Test
  void changedBytesOfTenClassifiersAreFound() {
    Random random = new Random(2);
    for (int at = 0; at < FULL.length; at += 1 + random.nextInt(100)) {
      assertNoModel(changed(FULL, at, 1 + random.nextInt(255)), "byte " + at);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCutIsFound(Format format) {
    byte[] whole = format.file(Payload.write(format.sample()));
    for (int length = 0; length < whole.length; length++) {
      assertNoModel(Arrays.copyOf(whole, length), "length " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 32, 52, 100_000})
  void bytesThatFollowAreFound(int more) {
    assertNoModel(Arrays.copyOf(SMALL, SMALL.length + more), more + " more");
  }

  @Test
  void twoFilesInOneAreFound() {
    assertNoModel(concat(SMALL, SMALL), "twice");
  }

  @Test
  void bytesThatChangePlacesAreFound() {
    byte[] swapped = SMALL.clone();
    System.arraycopy(SMALL, 8_000, swapped, 9_000, 8);
    System.arraycopy(SMALL, 9_000, swapped, 8_000, 8);
    assertNoModel(swapped, "swapped");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    assertDamaged(new byte[0], "it is empty");
  }

  @Test
  void anyOtherFileIsNamed() throws IOException {
    assertDamaged("hello, world".getBytes(StandardCharsets.US_ASCII), "it is a text file; fetch");
    assertDamaged("<html></html>".getBytes(StandardCharsets.US_ASCII), "it is a web page;");
    assertDamaged(
        "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII),
        "it is a Git LFS pointer (git lfs pull fetches the file)");
    assertDamaged(new byte[] {'P', 'K', 3, 4}, "it is a zip archive (unpack it)");
    assertDamaged(new byte[] {(byte) 0x80, 4, (byte) 0x95}, "it is a Python pickle");
    assertDamaged(
        new byte[] {1, 2, 3},
        "it starts with 01 02 03, not with 8a 54 45 4e 0d 0a 1a 0a (offset 0)");
  }

  @Test
  void anyOtherSerializedObjectIsNotAModel() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(List.of("a", "b"));
    }
    assertDamaged(bytes.toByteArray(), "it is something that another Java program saved");
  }

  @Test
  void aTransferAsTextShowsAtTheStart() throws IOException {
    String latin = new String(SMALL, StandardCharsets.ISO_8859_1);
    assertDamaged(latin.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1), "offset 0");
    assertDamaged(latin.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), "offset 0");
    String utf8 = new String(SMALL, StandardCharsets.UTF_8);
    assertDamaged(utf8.getBytes(StandardCharsets.UTF_8), "it starts with ef bf bd 54");
  }

  @Test
  void aShortFileSaysHowShort() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, 51), "ends after 51 bytes, a model file has at least 52");
  }

  @Test
  void aCutFileSaysHowMuchThereIs() throws IOException {
    String promised = String.format(Locale.ROOT, "%,d", SMALL.length - 52);
    assertDamaged(
        Arrays.copyOf(SMALL, 10_052),
        "promises a payload of " + promised + " bytes (offset 12), there are 10,000");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 32) + 1})
  void aLengthThatCannotBeIsNotBelieved(long length) throws IOException {
    byte[] bytes = ByteBuffer.wrap(SMALL.clone()).putLong(12, length).array();
    assertDamaged(bytes, String.format(Locale.ROOT, "promises a payload of %,d bytes", length));
  }

  @Test
  void aChangedPayloadSaysWhichChecksumIsWrong() throws IOException {
    assertDamaged(changed(SMALL, 10_000, 1), "(offset " + (SMALL.length - 32) + ")");
  }

  @Test
  void anEndlessFileIsNotReadToItsEnd() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, (64 << 20) + 1), "it is larger than 67,108,864 bytes");
  }

  /** On disk, with all that the message promises. */
  private void assertDamaged(byte[] bytes, String... said) throws IOException {
    Files.write(file, bytes);
    assertThatExceptionOfType(ModelFileException.Damaged.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessageContaining(file + " is not a model file or is damaged")
        .withMessageContainingAll(said)
        .withMessageContaining("01-train")
        .withNoCause()
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  /** In memory, for the many. */
  private void assertNoModel(byte[] bytes, String what) {
    try {
      ModelFile.decode(file, bytes);
    } catch (ModelFileException.Damaged e) {
      return;
    }
    fail("a model came out: " + what);
  }

  private static byte[] saved(int... digits) {
    return ModelFile.encode(SampleModel.of(3, digits));
  }

  private static byte[] changed(byte[] bytes, int at, int flip) {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) flip;
    return changed;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
