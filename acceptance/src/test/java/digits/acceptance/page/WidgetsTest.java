package digits.acceptance.page;

import static digits.acceptance.page.Reader.button;
import static digits.acceptance.page.Reader.reads;
import static digits.acceptance.page.Reader.sees;
import static digits.acceptance.page.Reader.seesNot;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uses the widgets as a reader would. */
@PageTest
class WidgetsTest {

  private static final String IMPORTS =
      "%maven digits:jjava-widgets:VERSION\n%maven digits:jjava-tablesaw:VERSION\nimport jjava.widgets.*;"
          .replace("VERSION", Project.version());

  private static final String CONTROLS =
      """
      var said = new Label("nothing yet");
      var slider = new IntSlider("how many", 0, 10).value(3).onChange(v -> said.value("slider " + v));
      var penalty = new FloatLogSlider("penalty", -2, 3).value(10.0).descriptionWidth("123px");
      var list = new Dropdown<>("which", List.of("one", "two")).onChange(v -> said.value("list " + v));
      var box = new Checkbox("mirror").onChange(v -> said.value("box " + v));
      var text = new Text("name").onChange(v -> said.value("text " + v));
      var file = new FileUpload("file").accept(".txt").onChange(f -> said.value("file " + f.get(0).name() + ", " + f.get(0).content().length + " bytes"));
      var fail = new Button("Fail").onClick(() -> { throw new StackOverflowError("much too deep"); });
      var press = new Button("Press").purpose("primary").onClick(() -> said.value("pressed"));
      var bar = new Progress("done", 10).value(4.0);
      var table = tech.tablesaw.api.Table.create("squares", tech.tablesaw.api.IntColumn.create("n", 1, 4, 9));
      var out = new Output().show(table, new java.awt.image.BufferedImage(40, 20, 1));
      var image = new Image(new java.awt.image.BufferedImage(60, 30, 1));
      var pages = new Tab().page("first", new Label("on the first")).page("second", image);
      new VBox(slider, penalty, new HBox(list, box, text), new HBox(press, fail, file), bar, said, out, pages)\
      """;

  /** Sends bytes as state and as a message, and shows the reply. */
  private static final String MODULE =
      """
      var module = \"""
        export default { render({ model, el }) {
          const button = document.createElement("button");
          button.textContent = "Send bytes";
          button.onclick = () => {
            model.set("bytes", new DataView(new Uint8Array([4, 5]).buffer));
            model.save_changes();
            model.send({ kind: "message" }, undefined, [new Uint8Array([6, 7]).buffer]);
          };
          const back = document.createElement("output");
          model.on("msg:custom", (content, bytes) => {
            const view = bytes[0];
            back.textContent = content.sum + ": " + new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
          });
          el.append(button, back);
        } };
        \""";
      var bytes = new AnyWidget("bytes", module, "output { font-weight: 700 }", Map.of("bytes", new byte[0]));
      bytes.onMessage((content, attached) -> {
        byte[] state = (byte[]) bytes.get("bytes");
        byte[] sent = attached.get(0);
        bytes.send(Map.of("sum", state[0] + state[1] + sent[0] + sent[1]), new byte[] {state[1], sent[0]});
      });
      bytes.fallback(() -> "a module that sends bytes")\
      """;

  private static final String WORK =
      """
      var step = new Label("step 0");
      var work = new Background(step);
      var start = new Button("Start").onClick(() -> work.start(() -> {
        for (int i = 1; ; i++) { step.value("step " + i); Thread.sleep(50); }
      }));
      var stop = new Button("Stop").onClick(work::stop);
      var slider = new IntSlider("how many", 0, 10).value(3);
      new VBox(new HBox(start, stop), step, slider)\
      """;

  private static final String STEP = ".jp-OutputArea .widget-label:has-text('step ')";
  private static final String NOT_SHOWN = "(?s).*(Error|not found|Loading).*";

  private static final String CLICKS =
      """
      var clicks = new int[1];
      var count = new Label("0 clicks");
      new VBox(new Button("Count").onClick(() -> count.value(++clicks[0] + " clicks")), count)\
      """;

  @Test
  void controlsTellTheKernelAndTheKernelTellsThem(Lab lab, Chromium chromium) throws Exception {
    Path file = lab.folder("controls").resolve("controls.ipynb");
    NotebookPage notebook = chromium.open(lab, Notebook.write(file, IMPORTS, CONTROLS, MODULE));
    notebook.runAll();
    notebook.page().getByRole(AriaRole.SLIDER).first().focus();
    notebook.page().keyboard().press("ArrowRight");
    sees(notebook, "slider 4");
    notebook.page().getByLabel("which").selectOption("two");
    sees(notebook, "list two");
    notebook.page().locator("input[type=checkbox]").check();
    sees(notebook, "box true");
    notebook.page().locator(".widget-text input").fill("Ada");
    notebook.page().keyboard().press("Enter");
    sees(notebook, "text Ada");
    Path letter = Files.writeString(lab.folder("letters").resolve("letter.txt"), "dear reader");
    notebook
        .page()
        .waitForFileChooser(() -> notebook.page().getByText("file (0)").click())
        .setFiles(letter);
    sees(notebook, "file letter.txt, 11 bytes");
    PlaywrightAssertions.assertThat(notebook.page().locator("label:text-is('penalty')"))
        .hasCSS("width", "123px");
    button(notebook, "Fail").click();
    sees(notebook, "much too deep");
    button(notebook, "Press").click();
    sees(notebook, "pressed");
    seesNot(notebook, "much too deep");
    button(notebook, "Send bytes").click();
    sees(notebook, "22: 5,6");
    PlaywrightAssertions.assertThat(notebook.page().locator(".jp-OutputArea output"))
        .hasCSS("font-weight", "700");
    assertThat(notebook.page().locator("table:has-text('squares') td").allTextContents())
        .containsExactly("1", "4", "9");
    InThePage.look(notebook, "widgets");
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
    notebook.save();
    notebook.close();
    seenWithoutARun(lab, chromium, file);
  }

  @Test
  void widgetsOutliveThePageButNotTheKernelAndHundredsOfClicksArrive(Lab lab, Chromium chromium)
      throws Exception {
    Path folder = lab.folder("work");
    NotebookPage clicks =
        chromium.open(lab, Notebook.write(folder.resolve("clicks.ipynb"), IMPORTS, CLICKS));
    clicks.runAll();
    button(clicks, "Count").evaluate("b => { for (let i = 0; i < 200; i++) b.click(); }");
    Path file = folder.resolve("work.ipynb");
    NotebookPage first = chromium.open(lab, Notebook.write(file, IMPORTS, WORK, "6 * 7"));
    first.runAll();
    first.save();
    NotebookPage second = chromium.open(lab, file);
    second.page().getByRole(AriaRole.SLIDER).focus();
    second.page().keyboard().press("ArrowRight");
    reads(first, ".widget-readout", "4");
    button(first, "Start").click();
    reads(first, STEP, "step [1-9].*");
    button(first, "Start").click();
    sees(first, "A task is still running: stop it first.");
    first.run(3);
    first.reload();
    reads(first, STEP, "step [1-9].+");
    reads(first, ".widget-readout", "4");
    first.page().close();
    button(second, "Stop").click();
    second.page().waitForTimeout(500);
    String stopped = step(second);
    second.page().waitForTimeout(500);
    assertThat(step(second)).isEqualTo(stopped);

    second.restartKernel();
    second.runAll();
    reads(second, STEP, "step 0");
    button(second, "Start").click();
    reads(second, STEP, "step [1-9].*");
    second.run(2);
    reads(second, STEP, "step 0");
    assertThat(second.page().locator(".widget-hslider").count()).isEqualTo(1);
    assertThat(second.errors()).isEmpty();

    sees(clicks, "200 clicks");
  }

  /** The still form in an untrusted notebook, and the owner's view before the cell is rerun. */
  private static void seenWithoutARun(Lab lab, Chromium chromium, Path file) throws Exception {
    Path copy = lab.folder("copy").resolve("copy.ipynb");
    Files.writeString(copy, Files.readString(file).replace("how many: 3", "how many: three"));
    NotebookPage still = chromium.open(lab, copy);
    sees(still, "how many: three");
    assertThat(outputs(still)).noneMatch(text -> text.matches(NOT_SHOWN));
    still.screenshot(InThePage.SCREENSHOTS.resolve("widgets-still.png"));

    NotebookPage own = chromium.open(lab, file);
    // Now and then JupyterLab finds no model. The cause is not known, but loading again helps.
    Locator missing = own.page().getByText("model not found").first();
    button(own, "Send bytes").or(missing).first().waitFor();
    if (missing.isVisible()) {
      System.out.println("the page found no model, and is loaded once more");
      own.reload();
    }
    reads(own, ".widget-inline-hbox:has-text('how many') .widget-readout", "4");
    PlaywrightAssertions.assertThat(button(own, "Send bytes")).isVisible();
    assertThat(outputs(own)).noneMatch(text -> text.matches(NOT_SHOWN));
    own.screenshot(InThePage.SCREENSHOTS.resolve("widgets-own.png"));
  }

  private static List<String> outputs(NotebookPage notebook) {
    return notebook.page().locator(".jp-OutputArea-output").allInnerTexts();
  }

  private static String step(NotebookPage notebook) {
    return notebook.page().locator(STEP).last().innerText();
  }
}
