package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Uses the digit tester as a reader would, and compares it with the output of plain cells. */
@PageTest
class DigitTesterTest {

  private static final String SET_UP =
      "%maven digits:digits-lib:"
          + Project.version()
          + """

          import digits.data.*;
          import digits.evaluate.*;
          import digits.model.*;
          import digits.panels.*;
          var model = ModelFile.load(java.nio.file.Path.of("models.ser"));
          var test = Mnist.load().test();""";

  private static final String TESTER = "var tester = new DigitTester(model, test).seed(7);\ntester";

  private static final String ORDER =
      "test.sample(302, 7).stream().map(d -> \"\" + d.index()).toList()";

  private static final String COUNTS =
      """
      var all = Evaluation.of(model, test);
      all.errors(Decision.ARG_MAX) + " " + all.nobodySaysYes().size() + " "
          + all.severalSayYes().size() + " " + all.errors(Decision.FIRST_YES)""";

  /** One page and one kernel serve all steps, each of which begins at the first digit. */
  @Test
  void showsTheDigitsOfTheSampleAndForgetsNothing(Lab lab, Chromium chromium) throws Exception {
    Path folder = lab.folder("tester");
    Files.copy(Project.ROOT.resolve("notebooks/models.ser"), folder.resolve("models.ser"));
    Path file = folder.resolve("tester.ipynb");
    NotebookPage notebook = chromium.open(lab, Notebook.write(file, SET_UP, TESTER, ORDER, COUNTS));
    notebook.runAll();
    notebook.save();
    List<String> order = List.of(notebook.result(3).replaceAll("[\\[\\] ]", "").split(","));
    String first = notebook.codeCells().get(1).at("/outputs/0/data/text~1plain").toString();
    assertThat(first).contains("digit 4696: predicted 5, actual 5");

    goesThereAndBack(notebook, order);
    filters(notebook, notebook.result(4).split(" "));
    enter(notebook, "seed", "lucky");
    sees(notebook, "A seed is a whole number, not \"lucky\".");
    enter(notebook, "seed", "7");
    at(notebook, order.get(0), "1 of 10,000");
    assertThat(score(notebook)).hasText("seen 1 · right by arg max 1 · right by first yes 1");
    InThePage.look(notebook, "tester");
    aReloadForgetsNothing(notebook, order);
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
    notebook.restartKernel(); // From here on the page itself writes that it cannot send.
    control(notebook, "next").click();
    sees(notebook, "If it was restarted, run the cell again.");

    Path foreign = lab.folder("foreign").resolve("foreign.ipynb");
    Files.writeString(foreign, Files.readString(file).replace("var tester", "DigitTester tester"));
    NotebookPage still = chromium.open(lab, foreign); // Not trusted, since it was changed.
    assertThat(still.page().locator(".jp-OutputArea-output img")).hasCount(1);
    assertThat(still.brokenPictures()).isEmpty();
    assertThat(tester(still)).hasCount(0);
    still.screenshot(InThePage.SCREENSHOTS.resolve("tester-still.png"));
  }

  private static void goesThereAndBack(NotebookPage notebook, List<String> order) {
    at(notebook, order.get(0), "1 of 10,000");
    control(notebook, "next").click();
    at(notebook, order.get(1), "2 of 10,000");
    notebook.page().keyboard().press("ArrowRight");
    at(notebook, order.get(2), "3 of 10,000");
    notebook.page().keyboard().press("ArrowLeft");
    at(notebook, order.get(1), "2 of 10,000");
    control(notebook, "previous").click();
    at(notebook, order.get(0), "1 of 10,000");
    notebook.page().keyboard().press("ArrowLeft");
    sees(notebook, "This is the first of the digits you have chosen.");
    assertThat(score(notebook)).hasText(Pattern.compile("^seen 3 · right by .*"));

    enter(notebook, "go", "10000");
    sees(notebook, "There is no digit 10000: they are 0 to 9,999.");
    at(notebook, order.get(0), "1 of 10,000");
    enter(notebook, "go", "eleven");
    sees(notebook, "An index is a whole number, not \"eleven\".");
    enter(notebook, "go", "11");
    assertThat(tester(notebook)).containsText("digit 11 ·");
    assertThat(tester(notebook)).containsText("nobody says yes: the weakest no wins");
    assertThat(tester(notebook)).not().containsText("whole number");
  }

  private static void filters(NotebookPage notebook, String[] counts) {
    choose(notebook, "only mistakes");
    assertThat(caption(notebook)).containsText(" of " + counts[0]);
    assertThat(tester(notebook).locator(".digits-headline")).hasText("✗Wrong");
    InThePage.look(notebook, "tester-mistake");
    choose(notebook, "several say yes");
    assertThat(caption(notebook)).containsText(" of " + counts[2]);
    assertThat(tester(notebook).locator("td.digits-yes")).not().hasCount(1);
    choose(notebook, "nobody says yes");
    assertThat(caption(notebook)).containsText(" of " + counts[1]);
    assertThat(tester(notebook).locator("td.digits-yes")).hasCount(0);
    choose(notebook, "first yes");
    assertThat(tester(notebook)).containsText("nobody says yes: no answer");
    choose(notebook, "only mistakes");
    assertThat(caption(notebook))
        .containsText(String.format(Locale.ROOT, " of %,d", Integer.parseInt(counts[3])));
    choose(notebook, "all");
    choose(notebook, "arg max");
  }

  private static void aReloadForgetsNothing(NotebookPage notebook, List<String> order) {
    Clicks.next(notebook, 20);
    notebook.save();
    notebook.reload();
    at(notebook, order.get(20), "21 of 10,000");
    Clicks.next(notebook, 20);
    at(notebook, order.get(40), "41 of 10,000");
    assertThat(score(notebook)).containsText("seen 41 ·");
    assertThat(tester(notebook)).hasCount(1);
  }

  private static Locator tester(NotebookPage notebook) {
    return notebook.page().locator(".tester");
  }

  private static Locator caption(NotebookPage notebook) {
    return tester(notebook).locator(".digits-caption");
  }

  private static Locator score(NotebookPage notebook) {
    return tester(notebook).locator(".tester-score");
  }

  private static Locator control(NotebookPage notebook, String name) {
    return tester(notebook).locator("[data-control=" + name + "]");
  }

  private static void at(NotebookPage notebook, String index, String step) {
    assertThat(caption(notebook)).hasText("digit " + index + " · " + step);
  }

  private static void sees(NotebookPage notebook, String text) {
    assertThat(tester(notebook).getByText(text)).isVisible();
  }

  private static void enter(NotebookPage notebook, String control, String text) {
    control(notebook, control).fill(text);
    notebook.page().keyboard().press("Enter");
  }

  /** Presses a toggle button by keyboard and waits until it is on. */
  private static void choose(NotebookPage notebook, String title) {
    Locator button =
        tester(notebook).locator(".tester-choice button:has-text('" + title + "')").first();
    button.focus();
    notebook.page().keyboard().press("Enter");
    assertThat(button).hasAttribute("aria-pressed", "true");
  }
}
