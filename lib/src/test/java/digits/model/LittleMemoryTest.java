package digits.model;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.SavedFeatures2.SavedComponents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sound model in a Java of its own that has too little memory for it. */
class LittleMemoryTest {

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void aModelThatDoesNotFitIsNotCalledDamaged() throws IOException, InterruptedException {
    SavedModel1 pixels = SampleModel.saved1(3, 1, 5);
    SavedFeatures2 wide =
        new SavedComponents(new SavedMatrix(784, 784, new short[784 * 784]), new float[784]);
    SavedModel saved = new SavedModel2(wide, pixels.classifiers(), pixels.origin());
    Path file = folder.resolve("models.ser");
    Files.write(file, new Envelope(2, Payload.write(saved)).toBytes());
    assertThat(ModelFile.load(file).features().size()).isEqualTo(784);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxDirectMemorySize=1m",
                "-cp",
                System.getProperty("java.class.path"),
                LittleMemoryTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("NotEnoughMemoryException: a matrix of 784 x 784 needs 2,458,624 bytes")
        .contains("JJAVA_JVM_OPTS");
  }

  /** What the other Java does. */
  public static void main(String[] arguments) {
    try {
      ModelFile.load(Path.of(arguments[0]));
    } catch (RuntimeException refusal) {
      System.out.println(refusal);
    }
  }
}
