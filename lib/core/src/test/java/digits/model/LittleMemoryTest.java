package digits.model;

import static org.assertj.core.api.Assertions.assertThat;

import digits.features.Pca.Components;
import digits.linalg.FloatMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sound model in a Java of its own that has too little memory for it. */
class LittleMemoryTest {

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void aModelThatDoesNotFitIsNotCalledDamaged() throws IOException, InterruptedException {
    Components wide = new Components(new FloatMatrix(784, 784), new float[784]);
    LinearClassifier one = new LinearClassifier(1, wide, new double[784], 0);
    Path file = folder.resolve("models.ser");
    ModelFile.save(new DigitClassifier(List.of(one), SampleModel.provenance(1)), file);
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
