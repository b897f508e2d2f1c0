package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.evaluate.Evaluation;
import digits.features.Augmentation;
import digits.features.Hog;
import digits.features.Pixels;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import digits.model.Provenance;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * All kinds of pictures, as they were when somebody looked at them and found them good: the parts
 * without text, which differs from font to font, one below the other. WordsTest has their words.
 */
class ShapesTest {

  private static final Path DRAWN = Path.of("target", "shapes.png");
  private static final int WIDTH = 710;

  private static final Digit LEFT = bar(0, 4, 3);
  private static final Digit RIGHT = bar(14, 28, 5);
  private static final double[] MARGINS = {-10, -12, -8, 4, -7, -6, -2.5, 8, -9, 1e-9};

  private static BufferedImage golden;

  /** A part of a picture, and where it is in the golden one. */
  private record Part(String name, int top, BufferedImage pixels) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Part> PARTS = new ArrayList<>();

  private static void part(String name, BufferedImage of, int x, int y, int width, int height) {
    int top = PARTS.stream().mapToInt(part -> part.pixels.getHeight()).sum();
    PARTS.add(new Part(name, top, of.getSubimage(x, y, width, height)));
  }

  static {
    part("a digit", DigitImages.enlarged(Pictures.ring(3)), 20, 20, 224, 224);
    part("before and after", DigitImages.upright(List.of(LEFT, RIGHT)), 72, 20, 176, 176);
    part("gradients", DigitImages.gradients(RIGHT, new Hog(14)), 20, 20, 464, 224);
    part("a difference", DigitImages.difference(LEFT, RIGHT), 20, 20, 704, 224);
    part("a mosaic", DigitImages.mosaic(List.of(LEFT, RIGHT, Pictures.ring(3)), 2), 0, 0, 158, 158);
    part("copies", DigitImages.warped(LEFT, new Augmentation(1), 2, 2), 0, 0, 158, 96);
    part("a confusion matrix, row 3", DigitImages.matrix(matrix()), 64, 78, 80, 6);
    part("a confusion matrix, row 5", DigitImages.matrix(matrix()), 64, 106, 80, 6);
    part("blocks", DigitImages.blocks(Evaluation.of(judged()), 3, 5), 78, 52, 640, 640);
    part("verdicts", DigitImages.verdicts(judged(), 4), 18, 18, 270, 62);
    part("weights", DigitImages.weights(model()), 46, 20, 368, 112);
    BufferedImage card =
        DigitImages.verdict(
            new Prediction(Pictures.ring(3), IntStream.range(0, 10).toArray(), MARGINS));
    part("the digit of a card", card, 24, 24, 168, 168);
    part("the bars of a card", card, 240, 44, 230, 200);
  }

  /** Ink in the columns from one to before another, on all rows. */
  private static Digit bar(int from, int to, int label) {
    byte[] pixels = new byte[Digit.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      int column = i % Digit.SIDE;
      pixels[i] = (byte) (column >= from && column < to ? 255 : 0);
    }
    return Digit.of(pixels, label);
  }

  private static Table matrix() {
    return Table.create(
        "shares",
        StringColumn.create("actual", "3", "5"),
        DoubleColumn.create("3", new double[] {0.9, 0.1}),
        DoubleColumn.create("5", new double[] {Double.NaN, 0.4}));
  }

  private static List<Prediction> judged() {
    return Stream.of(LEFT, RIGHT, LEFT)
        .flatMap(digit -> Stream.of(-1.0, 2.0).map(m -> judged(digit, m)))
        .toList();
  }

  private static Prediction judged(Digit digit, double ofThree) {
    return new Prediction(digit, new int[] {3, 5}, new double[] {ofThree, 1});
  }

  /** One scale for all; the single giant does not pale the rest. */
  private static DigitClassifier model() {
    double[] giant = filled(0.5);
    giant[783] = -1000;
    return new DigitClassifier(
        List.of(linear(1, filled(-2)), linear(5, filled(1)), linear(9, giant)),
        new Provenance("none", Map.of(), 1, "none", 1, "0", "0", 0));
  }

  private static double[] filled(double weight) {
    double[] weights = new double[Digit.PIXELS];
    Arrays.fill(weights, weight);
    return weights;
  }

  private static LinearClassifier linear(int digit, double[] weights) {
    return new LinearClassifier(digit, new Pixels(), weights, 0);
  }

  @BeforeAll
  static void draw() throws IOException {
    Part last = PARTS.get(PARTS.size() - 1);
    int height = last.top + last.pixels.getHeight();
    BufferedImage drawn = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = drawn.createGraphics();
    PARTS.forEach(part -> canvas.drawImage(part.pixels, 0, part.top, null));
    Files.createDirectories(DRAWN.getParent());
    ImageIO.write(FewColors.of(drawn, FewColors.MOST), "png", DRAWN.toFile());
    golden = ImageIO.read(ShapesTest.class.getResourceAsStream("shapes.png"));
  }

  static List<Part> parts() {
    return PARTS;
  }

  @ParameterizedTest
  @MethodSource("parts")
  void looksAsItDid(Part part) {
    double sum = 0;
    int width = part.pixels.getWidth();
    int count = width * part.pixels.getHeight();
    for (int i = 0; i < count; i++) {
      int one = golden.getRGB(i % width, part.top + i / width);
      int other = part.pixels.getRGB(i % width, i / width);
      for (int shift = 0; shift < 32; shift += 8) {
        sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
      }
    }
    assertThat(sum / (4 * count)).as("mean difference, of 255, in %s", DRAWN).isLessThan(0.1);
  }
}
