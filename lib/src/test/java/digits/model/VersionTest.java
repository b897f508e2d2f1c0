package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of other versions, and one of version 1 that stays readable. {@code model-v1.ser} is {@code
 * SampleModel.of(42, 1, 5, 9)}, saved once by version 0.1.0 of the library. Never make it again.
 */
class VersionTest {

  @TempDir Path folder;

  @Test
  void theFileOfVersion1StaysReadable() throws IOException {
    Path file = Files.write(folder.resolve("model-v1.ser"), kept(1));

    DigitClassifier model = ModelFile.load(file);

    assertThat(model.classes()).containsExactly(1, 5, 9);
    for (int digit : model.classes()) {
      LinearClassifier loaded = (LinearClassifier) model.classifier(digit);
      LinearClassifier expected = SampleModel.classifier(42, digit);
      assertThat(loaded.weights()).isEqualTo(expected.weights());
      assertThat(loaded.intercept()).isEqualTo(expected.intercept());
      assertThat(loaded.features()).isEqualTo(expected.features());
    }
    assertThat(model.provenance()).isEqualTo(SampleModel.provenance(42));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theFileIsLaidOutAsThePackagePageSays(int version) throws Exception {
    byte[] bytes = kept(version);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int end = bytes.length - 32;

    assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("8a54454e0d0a1a0a");
    assertThat(header.getInt(8)).isEqualTo(version);
    assertThat(header.getLong(12)).isEqualTo(end - 20);
    assertThat(header.getInt(20)).isEqualTo(0xaced0005);
    assertThat(Arrays.copyOfRange(bytes, end, bytes.length))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, end)));
  }

  @Test
  void todaysLibraryWritesVersion2() {
    assertThat(ByteBuffer.wrap(ModelFile.encode(SampleModel.of(42, 1, 5, 9))).getInt(8))
        .isEqualTo(2);
  }

  @Test
  void anOlderVersionIsTooOld() throws IOException {
    Path file = ofVersion(0);

    assertThatExceptionOfType(ModelFileException.TooOld.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessage(
            file
                + " is too old: it has format version 0, this library reads versions 1 and 2;"
                + " make a new one with the notebook 01-train");
  }

  @Test
  void aNewerVersionIsTooNew() throws IOException {
    Path file = ofVersion(999);

    assertThatExceptionOfType(ModelFileException.TooNew.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessage(
            file
                + " is too new: it has format version 999, this library reads versions 1 and 2;"
                + " update the library, or make a new one with the notebook 01-train");
  }

  /** A whole file whose payload nobody here can read. */
  private Path ofVersion(int version) throws IOException {
    byte[] bytes = new Envelope(version, "another format".getBytes()).toBytes();
    return Files.write(folder.resolve("models.ser"), bytes);
  }

  /** A file of a version, kept for ever. */
  private static byte[] kept(int version) throws IOException {
    try (InputStream in = VersionTest.class.getResourceAsStream("model-v" + version + ".ser")) {
      return in.readAllBytes();
    }
  }
}
