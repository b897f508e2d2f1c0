package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static digits.acceptance.page.Reader.button;
import static digits.acceptance.page.Reader.control;
import static digits.acceptance.page.Reader.enter;
import static digits.acceptance.page.Reader.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.learn.LinearSvm;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Uses the training panel as a reader would, and compares it with the library's own results. */
@PageTest
class TrainingPanelTest {

  private static final String SET_UP =
      "%maven digits:digits-lib:"
          + Project.version()
          + """

          import digits.data.*;
          import digits.learn.*;
          import digits.panels.*;
          var some = Mnist.load().train().head(12_000);\
          """;

  private static final String PANEL = "var panel = new TrainingPanel(some);\npanel";

  private static final String THREADS =
      """
      Thread.getAllStackTraces().keySet().stream()
          .filter(t -> t.getName().startsWith("widgets-background")).count()\
      """;

  @Test
  void nonsenseIsSaidBesideTheControlAndRunsCanBeUsedAndSaved(Lab lab, Chromium chromium)
      throws Exception {
    Path folder = lab.folder("panel");
    Path file =
        Notebook.write(
            folder.resolve("panel.ipynb"),
            SET_UP,
            PANEL,
            "6 * 7",
            "panel.model().provenance().learner()",
            "panel.train(Trainer.features().digits(1_000), ProgressListener.NONE).runs()",
            THREADS);
    NotebookPage notebook = chromium.open(lab, file);
    notebook.run(1);
    notebook.run(2);

    enter(notebook, "digits", "70000");
    sees(notebook, "There are 10,000 to learn from, not 70,000.");
    enter(notebook, "seed", "lucky");
    sees(notebook, "A seed is a whole number, not \"lucky\".");
    button(notebook, "Train").click();
    sees(notebook, "Fix the settings marked in red first.");
    InThePage.look(notebook, "panel-refusal");
    enter(notebook, "digits", "2000");
    enter(notebook, "seed", "3");
    control(notebook, "learner").selectOption("linear SVM");
    button(notebook, "Train").click();
    var digits = Mnist.load().train().head(12_000);
    var trainer = Trainer.of(new LinearSvm().penalty(5)).digits(2_000).seed(3);
    int errors =
        Evaluation.of(
                trainer.train(digits.head(10_000)), digits.select(IntStream.range(10_000, 12_000)))
            .errors(Decision.ARG_MAX);
    sees(notebook, String.format(Locale.ROOT, "run 1: %d of 2,000 held-out digits wrong", errors));

    control(notebook, "learner").selectOption("ridge regression");
    sees(notebook, "ridge needs none: it solves at once");
    control(notebook, "features").selectOption("random units");
    enter(notebook, "digits", "10000");
    Locator copies = notebook.page().locator(".widget-hslider:has-text('copies') [role=slider]");
    copies.press("End");
    sees(notebook, "6 times as many rows to learn from, and as much time");
    button(notebook, "Train").click();
    sees(notebook, Pattern.compile("digits [\\d,]+ of at most 60,000 · .* s left"));
    notebook.run(3); // The kernel is free.
    notebook.save();
    notebook.reload();
    sees(notebook, Pattern.compile("digits [\\d,]+ of at most 60,000 · .* s left"));
    button(notebook, "Stop").click();
    sees(notebook, Pattern.compile("stopped after .* s; the runs before stay"));
    notebook.run(6);
    assertThat(notebook.result(6)).isEqualTo("0");

    copies.press("Home");
    enter(notebook, "digits", "2000");
    control(notebook, "features").selectOption("gradients");
    button(notebook, "Train").click();
    sees(notebook, Pattern.compile("run 2: \\d+ of 2,000 held-out digits wrong"));
    assertThat(notebook.page().locator("tr:has-text('best') td").first()).hasText("2 ★ best");
    InThePage.look(notebook, "panel");
    control(notebook, "show").selectOption("run 1");
    button(notebook, "Use this one").click();
    sees(notebook, "model() is that of run 1 now.");
    notebook.run(4);
    assertThat(notebook.result(4)).isEqualTo("linear SVM");
    Files.writeString(folder.resolve("models.ser"), "of another notebook");
    button(notebook, "Save models.ser").click();
    sees(
        notebook,
        Pattern.compile(
            "^run 1 is in models.ser: [\\d,]+ bytes\\. The old file is kept as"
                + " models.ser.bak\\.$"));
    assertThat(folder.resolve("models.ser.bak")).hasContent("of another notebook");
    button(notebook, "Save models.ser").click();
    sees(notebook, Pattern.compile("^run 1 is in models.ser: [\\d,]+ bytes\\.$"));
    assertThat(folder.resolve("models.ser.bak2")).doesNotExist();
    assertThat(ModelFile.load(folder.resolve("models.ser")).provenance().learner())
        .isEqualTo("linear SVM");

    notebook.run(5);
    NotebookPage second = chromium.open(lab, file);
    sees(second, Pattern.compile("run 3: \\d+ of 2,000 held-out digits wrong"));
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
  }
}
