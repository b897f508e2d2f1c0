package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.Prediction;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The card as it was when somebody looked at it and found it good; WordsTest has its words. */
class VerdictCardTest {

  private static final Path DRAWN = Path.of("target", "verdict.png");

  private static final double[] MARGINS = {-10, -12, -8, 4, -7, -6, -2.5, 8, -9, 1e-9};

  private final BufferedImage golden =
      ImageIO.read(VerdictCardTest.class.getResourceAsStream("verdict.png"));

  private final BufferedImage card =
      DigitImages.verdict(
          new Prediction(Pictures.ring(3), IntStream.range(0, 10).toArray(), MARGINS));

  VerdictCardTest() throws IOException {}

  @Test
  void theCardLooksAsItDid() throws IOException {
    Files.createDirectories(DRAWN.getParent());
    ImageIO.write(card, "png", DRAWN.toFile());
    assertThat(difference(24, 24, 168, 168)).as("the digit in %s", DRAWN).isLessThan(1);
    assertThat(difference(240, 44, 230, 200)).as("the bars in %s", DRAWN).isLessThan(1);
    assertThat(difference(0, 0, 580, 316)).as("with other fonts, %s", DRAWN).isLessThan(6);
    assertThat(card.getWidth()).isEqualTo(golden.getWidth());
    assertThat(Pictures.pngSize(card)).isLessThan(15_000);
  }

  @Test
  void aModelOfThreeClassifiersHasThreeRows() {
    Prediction three =
        new Prediction(Pictures.ring(8), new int[] {1, 5, 9}, new double[] {-10, 5, -8});
    assertThat(DigitImages.verdict(three).toString()).hasLineCount(4).endsWith("9   -8.00 no");
  }

  /** The mean difference of a part, of 255. */
  private double difference(int left, int top, int width, int height) {
    double sum = 0;
    for (int i = 0; i < width * height; i++) {
      int one = golden.getRGB(left + i % width, top + i / width);
      int other = card.getRGB(left + i % width, top + i / width);
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
      }
    }
    return sum / (3 * width * height);
  }
}
