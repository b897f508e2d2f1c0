package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import digits.Fixtures;
import digits.data.Digit;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of format 1 that every later version has to read. Both models were trained on 2,000 digits
 * with seed 42: one with logistic regression on pixels, one with ridge on features of every kind.
 * Their margins are those that they had then.
 */
class FormatTest {

  @TempDir Path folder;

  /** These sums have one order and are float64, so every machine gets the same bits. */
  @Test
  void theKeptModelOnPixelsGivesTheSameMarginsToTheLastBit() throws IOException {
    DigitClassifier model = kept("pixels-1.ser");

    assertThat(model.provenance().trainingError()).isEqualTo(0.0435);
    for (List<String> row : Fixtures.csv("model/pixels-1.csv")) {
      byte[] pixels = new byte[Digit.PIXELS];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) ((Integer.parseInt(row.get(0)) + 1) * i * i);
      }
      assertThat(model.predict(Digit.of(pixels, 0)).margins()).containsExactly(margins(row));
    }
  }

  @Test
  void theKeptModelOnFeaturesOfEveryKindGivesTheSameAnswers() throws IOException {
    DigitClassifier model = kept("features-1.ser");

    assertThat(model.features().name())
        .isEqualTo(
            "mean of 3 views (deskew to 5.0 > (hog 7 + pixels) > 12 components"
                + " > 40 square units > standardize)");
    assertThat(model.provenance().options()).containsEntry("penalty", "0.5");
    Mnist mnist = Mnist.load();
    for (List<String> row : Fixtures.csv("model/features-1.csv")) {
      Prediction prediction = model.predict(mnist.test().get(Integer.parseInt(row.get(0))));
      // Products are float32 and differ in the last bits from one processor to another.
      assertThat(prediction.margins())
          .as("digit %s", row.get(0))
          .containsExactly(margins(row), within(1e-3));
    }
  }

  private static double[] margins(List<String> row) {
    return row.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pixels-1.ser", "features-1.ser"})
  void theEnvelopeIsThatOfTheSpecification(String name) throws Exception {
    byte[] bytes = bytes(name);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int end = bytes.length - 32;

    assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("8a54454e0d0a1a0a");
    assertThat(header.getInt(8)).isEqualTo(1);
    assertThat(header.getInt(12)).isEqualTo(0xaced0005);
    assertThat(Arrays.copyOfRange(bytes, end, bytes.length))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, end)));
  }

  /** What is loaded and saved again is the same file. */
  @ParameterizedTest
  @ValueSource(strings = {"pixels-1.ser", "features-1.ser"})
  void theSameBytesAreStillWritten(String name) throws IOException {
    assertThat(ModelFile.encode(kept(name))).isEqualTo(bytes(name));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'too old: it has format version 0, this library reads version 1; make'",
    "2, 'too new: it has format version 2, this library reads version 1; update the library, or make'",
  })
  void anotherVersionIsTooOldOrTooNew(int version, String said) throws IOException {
    byte[] bytes = new Envelope(version, "another format".getBytes()).toBytes();
    Path file = Files.write(folder.resolve("models.ser"), bytes);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(file))
        .withMessage("%s is %s a new one with the notebook 01-train", file, said);
  }

  private DigitClassifier kept(String name) throws IOException {
    return ModelFile.load(Files.write(folder.resolve(name), bytes(name)));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = FormatTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
