package digits.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.data.Mnist;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import digits.paper.PageDrawer.Drawn;
import digits.paper.PageDrawer.Look;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages drawn from digits that the model has not seen. */
class PageTest {

  private static final long SEED = 20_261_128;

  private static DigitClassifier model;
  private static PageDrawer drawer;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    HeldOut digits = HeldOut.of(Mnist.load().train());
    model = Trainer.features().train(digits.training());
    drawer = new PageDrawer(digits.heldOut().sample(10_000, SEED), SEED);
    System.out.println("PageTest: seed " + SEED);
  }

  /** In a longer trial, 3 pages of each kind: 1.4 % edits. */
  @Test
  void pagesOfAllKindsAreRead() {
    int edits = 0;
    int digits = 0;
    int rows = 0;
    for (Map.Entry<String, Look> kind : PageDrawer.looks().entrySet()) {
      if (kind.getValue().width() > 2_000) {
        continue; // These take seconds to draw; the bench reads them.
      }
      Drawn drawn = drawer.draw(kind.getValue(), kind.getKey().startsWith("large"));
      Page page = Page.read(kind.getKey(), drawn.jpeg(kind.getValue().quality()));
      Reading reading = page.read(model);
      List<String> read = reading.rows();
      assertThat(read).as(kind.getKey()).hasSameSizeAs(drawn.rows());
      assertThat(reading.isOfDigits() || read.size() == 1).as(kind.getKey()).isTrue();
      digits += drawn.rows().stream().mapToInt(String::length).sum();
      rows +=
          (int)
              IntStream.range(0, read.size())
                  .filter(row -> read.get(row).length() != drawn.rows().get(row).length())
                  .count();
      edits += reading.edits(drawn.rows());
    }
    assertThat(digits).isGreaterThan(1_500);
    assertThat(rows).as("rows with too many digits or too few").isLessThanOrEqualTo(5);
    assertThat(edits / (double) digits).as("edits of %s digits", digits).isLessThan(0.025);
  }

  @Test
  void aPageKnowsWhereItsDigitsAre() {
    Drawn drawn = drawer.draw(Look.PLAIN, false);
    Page page = Page.read("a page", drawn.jpeg(0.8f));
    List<PageDigit> found = page.found();
    assertThat(page.digits()).hasSize(found.size()).allMatch(digit -> digit.label() == -1);
    assertThat(found.get(0).row()).isZero();
    assertThat(found)
        .allSatisfy(
            digit -> {
              assertThat(digit.height()).isBetween(15, 90);
              assertThat(digit.left()).isBetween(0, 1_200 - digit.width());
            });
    assertThat(page)
        .hasToString(
            "a page: 1200 x 882 pixels, %d digits in %d rows"
                .formatted(found.size(), drawn.rows().size()));
    assertThat(page.steps()).hasSize(5);
    assertThat(page.read(model).clearRows()).hasSameSizeAs(drawn.rows());
  }

  /** MNIST's own pictures, ink bright or dark, come out as the digits that they are. */
  @Test
  void aDigitOfMnistIsReadBack() throws IOException {
    DigitSet some = Mnist.load().train().head(200);
    int same = 0;
    for (Digit digit : some) {
      BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < Digit.PIXELS; i++) {
        int ink = digit.pixel(i / 28, i % 28);
        int shade = digit.index() % 2 == 0 ? ink : 255 - ink;
        picture.getRaster().setSample(i % 28, i / 28, 0, shade);
      }
      Path file = folder.resolve("digit.png");
      ImageIO.write(picture, "png", file.toFile());
      same += model.predict(Page.readDigit(file)).predicted() == digit.label() ? 1 : 0;
    }
    assertThat(same).isGreaterThanOrEqualTo(194);
  }

  @Test
  void blankPaperHasNoDigits() throws IOException {
    for (int shade : new int[] {0x000000, 0xFFFFFF, 0xC0B090}) {
      Path file = write(new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB), shade, "", 0);
      assertThat(Page.read(file).found()).isEmpty();
      assertThat(Page.read(file)).asString().endsWith("no digits found");
      assertThatThrownBy(() -> Page.readDigit(file))
          .isInstanceOf(DataException.class)
          .hasMessage("no digit found in " + file.getFileName() + ", where one was expected");
    }
    DigitSet none = Page.read(write(new BufferedImage(90, 70, 1), 0xFFFFFF, "", 0)).digits();
    assertThat(none).isEmpty();
  }

  @Test
  void textIsDoubtful() throws IOException {
    String words = "The quick brown fox jumps over the lazy dog while zebras gaze";
    Path file =
        write(new BufferedImage(1200, 400, BufferedImage.TYPE_INT_RGB), 0xFAFAF5, words, 36);
    Reading reading = Page.read(file).read(model);
    assertThat(reading.predictions()).hasSizeGreaterThan(40);
    assertThat(reading.isOfDigits()).isFalse();
    assertThat(String.join("", reading.clearRows())).matches("\\?+");
  }

  private Path write(BufferedImage picture, int paper, String text, int size) throws IOException {
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(new Color(paper));
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.setColor(Color.BLACK);
    if (!text.isEmpty()) {
      graphics.setFont(new Font(Font.SERIF, Font.PLAIN, size));
      graphics.drawString(text, 40, 100);
      graphics.drawString(text, 60, 200);
    }
    graphics.dispose();
    Path file = folder.resolve(paper + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Test
  void editsAreCounted() {
    Drawn drawn = drawer.draw(Look.PLAIN.at(900, 60), false);
    Reading reading = Page.read("page", drawn.jpeg(0.9f)).read(model);
    List<String> rows = reading.rows();
    assertThat(reading.edits(rows)).isZero();
    assertThat(reading.edits(List.of())).isEqualTo(String.join("\n", rows).length());
    assertThat(reading.edits(List.of(rows.get(0))))
        .isEqualTo(String.join("\n", rows).length() - rows.get(0).length());
    String first = rows.get(0).charAt(0) == '7' ? "1" : "7";
    List<String> changed = new java.util.ArrayList<>(rows);
    changed.set(0, first + rows.get(0).substring(1) + "3");
    assertThat(reading.edits(changed)).isEqualTo(2);
  }
}
