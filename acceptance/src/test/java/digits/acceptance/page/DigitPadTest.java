package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Draws on the digit pad as a reader would. */
@PageTest
class DigitPadTest {

  private static final String SET_UP =
      """
      %%maven digits:digits-lib:%s
      import digits.data.*;
      import digits.draw.*;
      import digits.model.*;
      import digits.panels.*;
      import java.nio.file.Path;
      var own = OwnDigits.in(Path.of("own"));
      var model = ModelFile.load(Path.of("models.ser"));
      var quick = digits.learn.Trainer.logistic().train(Mnist.load().train().head(500));
      var pad = new DigitPad(model, own).offer("from the file", model).offer("quick", quick);
      pad"""
          .formatted(Project.version());

  static final String ZERO =
      "140,50 110,58 88,84 78,120 78,160 90,200 112,226 140,234 168,226 190,200 202,160 202,120"
          + " 192,84 170,58 140,50";
  static final String ONE = "146,50 142,110 138,170 134,230";
  static final String SEVEN = "80,60 200,60 170,120 150,170 130,230";
  static final String SCRIBBLE =
      "40,40 240,60 50,90 230,120 40,150 240,180 60,210 230,240 40,240 60,40 100,240 140,40";

  private NotebookPage notebook;

  @Test
  void drawingsAreReadTakenBackKeptAndSeenByASecondPage(Lab lab, Chromium chromium)
      throws Exception {
    Path folder = lab.folder("pad");
    Files.copy(Project.ROOT.resolve("notebooks/models.ser"), folder.resolve("models.ser"));
    Path file = Notebook.write(folder.resolve("pad.ipynb"), SET_UP, "own");
    notebook = chromium.open(lab, file);
    notebook.runAll();
    reads("Draw a digit", "");
    draw("140,140");
    reads("Too little ink", "draw a line at least three pen widths long");
    press("Clear");
    draw(SCRIBBLE);
    reads("Too much ink", "hardly any MNIST digit has this much");
    press("Clear");
    reads("Draw a digit", "");
    BufferedImage photo = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
    photo.createGraphics().fillRect(0, 0, 300, 400);
    drop("blank.png", photo);
    reads("No digit", "no digit found in blank.png, where one was expected");
    photo.getRaster().setSamples(140, 80, 30, 240, 0, new int[30 * 240]);
    drop("one.png", photo);
    reads("Reads 1", "only 1 says yes");
    for (String[] digit : new String[][] {{"0", ZERO}, {"1", ONE}}) {
      draw(digit[1]);
      reads("Reads " + digit[0], "only " + digit[0] + " says yes");
      press("Clear");
      reads("Draw a digit", "");
    }
    draw(SEVEN);
    reads("Reads 7", "only 7 says yes");
    draw("90,150 190,150", "20,250 260,250");
    assertThat(find("polyline")).hasCount(3);
    press("Undo");
    notebook.page().keyboard().press("Control+z");
    assertThat(find("polyline")).hasCount(1);
    reads("Reads 7", "only 7 says yes");
    assertThat(find("select")).hasValue("from the file");
    use("quick");
    use("from the file");
    Locator ofSeven = find("td.digits-number >> nth=7");
    String margin = ofSeven.innerText();
    use("quick");
    assertThat(ofSeven).not().hasText(margin);
    use("from the file");
    assertThat(ofSeven).hasText(margin);
    InThePage.look(notebook, "pad");
    notebook.save();
    notebook.reload();
    reads("Reads 7", "only 7 says yes");
    find(".pad-choices button >> nth=7").click();
    assertThat(find(".pad-kept")).hasText("Kept as a 7. 1 digit of your own: 1 × 7.");
    reads("Draw a digit", "");
    draw(ONE);
    find(".pad-choices button >> nth=4").click();
    assertThat(find(".pad-kept")).hasText("Kept as a 4. 2 digits of your own: 1 × 4, 1 × 7.");
    press("Take back");
    assertThat(find(".pad-kept")).hasText("1 digit of your own: 1 × 7.");
    notebook.run(2);
    assertThat(notebook.page().locator(".jp-OutputArea-output").last())
        .containsText("own: 1 digits");
    Assertions.assertThat(notebook.foreignRequests()).isEmpty();
    aSecondPageSeesTheDrawing(lab, chromium, file);
  }

  private void aSecondPageSeesTheDrawing(Lab lab, Chromium chromium, Path file) throws Exception {
    NotebookPage first = notebook;
    draw(SEVEN);
    reads("Reads 7", "only 7 says yes");
    notebook.save();
    Path copy = lab.folder("copy").resolve("copy.ipynb");
    Files.writeString(copy, Files.readString(file).replace("var pad", "DigitPad pad"));

    notebook = chromium.open(lab, file);
    reads("Reads 7", "only 7 says yes");
    press("Clear");
    draw(ONE);
    reads("Reads 1", "only 1 says yes");
    notebook = first;
    reads("Reads 1", "only 1 says yes");
    assertThat(find("polyline")).hasCount(1);
    Assertions.assertThat(notebook.errors()).isEmpty();

    notebook.restartKernel();
    draw(SEVEN);
    assertThat(find(".digits-note"))
        .hasText("Waiting for the kernel. If it was restarted, run the cell again.");

    NotebookPage still = chromium.open(lab, copy); // Not trusted, since it was changed.
    assertThat(still.page().locator(".jp-OutputArea-output img")).hasCount(1);
    Assertions.assertThat(still.brokenPictures()).isEmpty();
  }

  private void drop(String name, BufferedImage photo) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(photo, "png", png);
    NotebookPage.drop(find(":scope"), name, png.toByteArray());
  }

  private Locator find(String selector) {
    return notebook.page().locator(".pad").last().locator(selector);
  }

  /** Chooses a model and waits for its answer, which is about all that was drawn before. */
  private void use(String model) {
    find("select").selectOption(model);
    assertThat(find("option[selected]")).hasText(model);
  }

  private void press(String button) {
    find("button:text-is('" + button + "')").click();
  }

  private void reads(String headline, String words) {
    assertThat(find(".digits-headline")).hasText(headline);
    assertThat(find(".digits-words")).hasText(words);
  }

  private void draw(String... strokes) {
    draw(find(".pad-paper"), strokes);
  }

  /** Moves the mouse along strokes as a hand does. */
  static void draw(Locator paper, String... strokes) {
    paper.scrollIntoViewIfNeeded();
    BoundingBox box = paper.boundingBox();
    Mouse mouse = paper.page().mouse();
    for (String stroke : strokes) {
      boolean down = false;
      for (String point : stroke.split(" ")) {
        String[] xy = point.split(",");
        double x = box.x + Double.parseDouble(xy[0]) * box.width / 280;
        double y = box.y + Double.parseDouble(xy[1]) * box.height / 280;
        mouse.move(x, y, new Mouse.MoveOptions().setSteps(down ? 8 : 1));
        if (!down) {
          mouse.down();
          down = true;
        }
      }
      mouse.up();
    }
  }
}
