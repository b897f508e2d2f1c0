package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.Prediction;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures in a Java of their own that has no screen. */
class HeadlessTest {

  @Test
  @Timeout(60)
  void picturesNeedNoScreen() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                java.toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                HeadlessTest.class.getName())
            .redirectErrorStream(true);
    // Java says that it has picked these up, and the output is compared below.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo("headless: true, 580 x 316");
  }

  /** What the other Java does. */
  public static void main(String[] arguments) {
    Prediction prediction =
        new Prediction(Pictures.dot(5, 5, 1), new int[] {1, 7}, new double[] {3, -4});
    DigitImages.verdicts(List.of(prediction), 1);
    var card = DigitImages.verdict(prediction);
    System.out.printf(
        "headless: %s, %d x %d%n",
        GraphicsEnvironment.isHeadless(), card.getWidth(), card.getHeight());
  }
}
