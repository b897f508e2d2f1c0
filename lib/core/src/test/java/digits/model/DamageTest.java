package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the bytes of a model file, no model comes out. */
class DamageTest {

  private static final byte[] SMALL = ModelFile.encode(SampleModel.of(3, 1, 5, 9));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
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
        new byte[] {1, 2, 3}, "it starts with 01 02 03, not with 8a 54 45 4e 0d 0a 1a 0a");
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
    assertDamaged(
        latin.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1),
        "it starts with 8a 54 45 4e 0");
    assertDamaged(
        latin.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1),
        "it starts with 8a 54 45 4e 0");
    String utf8 = new String(SMALL, StandardCharsets.UTF_8);
    assertDamaged(utf8.getBytes(StandardCharsets.UTF_8), "it starts with ef bf bd 54");
  }

  @Test
  void aShortFileSaysHowShort() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, 43), "it ends after 43 bytes");
  }

  @Test
  void lostGainedAndSwappedBytesAreFound() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, 10_052), "the SHA-256 of its first 10,020 bytes is ");
    assertDamaged(Arrays.copyOf(SMALL, SMALL.length + 1), "SHA-256");
    byte[] swapped = SMALL.clone();
    System.arraycopy(SMALL, 8_000, swapped, 9_000, 8);
    System.arraycopy(SMALL, 9_000, swapped, 8_000, 8);
    assertDamaged(swapped, "SHA-256");
  }

  @Test
  void anEndlessFileIsNotReadToItsEnd() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, (64 << 20) + 1), "it is larger than 67,108,864 bytes");
  }

  /** On disk, with all that the message promises. */
  private void assertDamaged(byte[] bytes, String... said) throws IOException {
    Files.write(file, bytes);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessageContaining(file + " is not a model file or is damaged")
        .withMessageContainingAll(said)
        .withMessageContaining("01-train")
        .withNoCause()
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
