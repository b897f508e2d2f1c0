package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.Prediction;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in a Java of their own that has no screen, and in one that has no fonts, either. */
class HeadlessTest {

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void picturesNeedNoScreen() throws IOException, InterruptedException {
    assertThat(said(Map.of(), List.of())).startsWith("headless: true, 580 x 316\ndigit 0: predict");
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(
      value = {OS.WINDOWS, OS.MAC},
      disabledReason = "always have fonts")
  void withoutFontsTheirWordsSayWhatToInstall() throws IOException, InterruptedException {
    Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    // Java remembers in the user's folder where it has found fonts.
    assertThat(said(Map.of("FONTCONFIG_FILE", none.toString()), List.of("-Duser.home=" + folder)))
        .startsWith("headless: true, 1 x 1\ndigit 0: predicted 1, actual 1, correct\n1   +3.00 yes")
        .endsWith(
            "\n(no picture: Java finds no font; install fontconfig and a font such as DejaVu"
                + " Sans, then restart the kernel)");
  }

  private static String said(Map<String, String> environment, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Djava.awt.headless=true", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(HeadlessTest.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Java says that it has picked these up, and the output is compared.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** What the other Java does. */
  public static void main(String[] arguments) {
    Prediction prediction =
        new Prediction(Pictures.ring(1), new int[] {1, 7}, new double[] {3, -4});
    DigitImages.verdicts(List.of(prediction), 1);
    BufferedImage card = DigitImages.verdict(prediction);
    System.out.println(
        "headless: "
            + GraphicsEnvironment.isHeadless()
            + ", "
            + card.getWidth()
            + " x "
            + card.getHeight());
    System.out.println(card);
  }
}
