package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.Mnist;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The format of the file, and one with features of every kind that stays readable: trained with
 * ridge and seed 42 on the first 2,000 digits. Its margins are those that it had then.
 */
class FormatTest {

  @TempDir Path folder;

  @Test
  void theKeptFileStaysReadable() throws IOException {
    DigitClassifier model = ModelFile.load(Files.write(folder.resolve("kept.ser"), kept()));

    assertThat(model.features().name())
        .isEqualTo(
            "mean of 3 views (deskew to 5.0 > (hog 7 + pixels) > 12 components"
                + " > 40 square units > standardize)");
    assertThat(model.provenance().options()).containsEntry("penalty", "0.5");
    Mnist mnist = Mnist.load();
    for (List<String> row : Fixtures.csv("model/model-v4-margins.csv")) {
      double[] margins = model.predict(mnist.test().get(Integer.parseInt(row.get(0)))).margins();
      for (int digit = 0; digit < 10; digit++) {
        // Products are float32 and differ in the last bits from one processor to another.
        assertThat(margins[digit])
            .as("digit %s, classifier %d", row.get(0), digit)
            .isCloseTo(Double.parseDouble(row.get(1 + digit)), within(1e-3));
      }
    }
  }

  @Test
  void theFileIsLaidOutAsThePackagePageSays() throws Exception {
    byte[] bytes = kept();
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int end = bytes.length - 32;

    assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("8a54454e0d0a1a0a");
    assertThat(header.getInt(8)).isEqualTo(4);
    assertThat(header.getInt(12)).isEqualTo(0xaced0005);
    assertThat(Arrays.copyOfRange(bytes, end, bytes.length))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, end)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 'too old: it has format version 3, this library reads version 4; make'",
    "5, 'too new: it has format version 5, this library reads version 4; update the library, or make'",
  })
  void anotherVersionIsTooOldOrTooNew(int version, String said) throws IOException {
    byte[] bytes = new Envelope(version, "another format".getBytes()).toBytes();
    Path file = Files.write(folder.resolve("models.ser"), bytes);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessage("%s is %s a new one with the notebook 01-train", file, said);
  }

  private static byte[] kept() throws IOException {
    try (InputStream in = FormatTest.class.getResourceAsStream("model-v4.ser")) {
      return in.readAllBytes();
    }
  }
}
