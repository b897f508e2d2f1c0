package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens to the bytes of a model file, no model comes out. */
class DamageTest {

  private static final byte[] SMALL = ModelFile.encode(SampleModel.of(3, 1, 5, 9));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''           | it is empty
          hello, world | it is a text file; fetch
          <html></html>| it is a web page;
          version https://git-lfs.github.com/spec/v1 | it is a Git LFS pointer (git lfs pull fetches
          'PK\003\004' | it is a zip archive (unpack it)
          '\200\4\225'  | it is a Python pickle
          '\1\2\3'     | it starts with 01 02 03, not with 8a 54 45 4e 0d 0a 1a 0a
          """)
  void anyOtherFileIsNamed(String content, String said) throws IOException {
    assertDamaged(latin(content), said);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aTransferAsTextShowsAtTheStart() throws IOException {
    String latin = new String(SMALL, StandardCharsets.ISO_8859_1);
    assertDamaged(latin(latin.replace("\r\n", "\n")), "it starts with 8a 54 45 4e 0");
    assertDamaged(latin(latin.replace("\n", "\r\n")), "it starts with 8a 54 45 4e 0");
    String utf8 = new String(SMALL, StandardCharsets.UTF_8);
    assertDamaged(utf8.getBytes(StandardCharsets.UTF_8), "it starts with ef bf bd 54");
  }

  @Test
  void lostGainedAndSwappedBytesAreFound() throws IOException {
    assertDamaged(Arrays.copyOf(SMALL, 43), "it ends after 43 bytes");
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
  private void assertDamaged(byte[] bytes, String said) throws IOException {
    Path file = Files.write(folder.resolve("models.ser"), bytes);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessageContaining(file + " is not a model file or is damaged")
        .withMessageContaining(said)
        .withMessageContaining("01-train")
        .withNoCause()
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
