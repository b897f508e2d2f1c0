package digits.acceptance.torture;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import digits.acceptance.Project;
import digits.acceptance.page.Chromium;
import digits.acceptance.page.Clicks;
import digits.acceptance.page.Lab;
import digits.acceptance.page.NotebookPage;
import digits.acceptance.page.PageTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hours of use within minutes: trainings, tests, drawings, clicks, reloads and restarts. */
@PageTest
class LastingTest {

  private static final int ROUNDS = Effort.times(1, 10);
  private static final int EACH = Effort.times(1, 10);
  private static final int RELOADS = Effort.times(1, 5);

  private static final String SET_UP =
      "%maven digits:digits-lib:"
          + Project.version()
          + """

          import digits.data.*;
          import digits.draw.*;
          import digits.evaluate.*;
          import digits.learn.*;
          import digits.model.*;
          import digits.panels.*;
          import java.nio.file.*;
          var mnist = Mnist.load();
          var model = ModelFile.load(Path.of("models.ser"));
          int round = 0;""";

  private static final String TESTER = "new DigitTester(model, mnist.test())";
  private static final String PAD = "var pad = new DigitPad(model);\npad";

  private static final String WORK =
      """
      round++;
      for (int i = 0; i < %1$d; i++) {
        var trainer = i %% 2 == 0 ? Trainer.logistic() : Trainer.features();
        model = trainer.digits(1_000).seed(100 * round + i).train(mnist.train());
        ModelFile.save(model, Path.of("again.ser"));
        Evaluation.of(ModelFile.load(Path.of("again.ser")), mnist.test().sample(100, round));
        for (int d = 0; d < 10; d++) {
          pad.drawing(Drawing.of(22, (60 + 4 * d) + ",60 200,60 170,120 150,170 " + (110 + 4 * d) + ",230"));
        }
      }"""
          .formatted(EACH);

  /** Live bytes in the heap, threads, and temporary files. */
  private static final String MEASURE =
      """
      var live = (String) java.lang.management.ManagementFactory.getPlatformMBeanServer().invoke(
          new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"),
          "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()});
      live.strip().replaceAll("(?s).* ", "") + " " + Thread.activeCount() + " "
          + Files.list(Path.of(System.getProperty("java.io.tmpdir"))).count()""";

  @Test
  void hoursOfUseLeaveNothingBehind(Lab lab, Chromium chromium) throws Exception {
    Path folder = lab.folder("lasting");
    Files.copy(Project.ROOT.resolve("notebooks/models.ser"), folder.resolve("models.ser"));
    Path file = Notebook.write(folder.resolve("lasting.ipynb"), SET_UP, TESTER, PAD, WORK, MEASURE);
    NotebookPage notebook = chromium.open(lab, file);
    notebook.runAll();
    Clicks.next(notebook, 10 * EACH);
    long[] before = measure(notebook);
    List<Double> first = Clicks.next(notebook, 10 * EACH);
    List<Double> last = first;
    notebook.save();
    for (int round = 0; round < ROUNDS; round++) {
      notebook.run(4);
      last = Clicks.next(notebook, 10 * EACH);
      for (int reload = 0; reload < RELOADS; reload++) {
        notebook.reload();
        assertThat(notebook.page().locator(".tester .tester-score"))
            .hasText(
                Pattern.compile(
                    String.format(Locale.ROOT, "seen %d ·.*", 10 * EACH * (round + 3) + 1)));
      }
    }
    long[] after = measure(notebook);
    // The compiler keeps a part of each cell that was run, the tester each digit that was seen.
    int clicks = 10 * EACH * (ROUNDS + 1);
    assertThat(after[0] - before[0])
        .as("growth of the heap in bytes")
        .isLessThan(1_000_000 + 100_000 * ROUNDS + 2_000 * clicks);
    assertThat(after[1]).as("threads").isLessThanOrEqualTo(before[1]);
    assertThat(after[2]).as("temporary files").isLessThanOrEqualTo(before[2]);
    assertThat(Clicks.middle(last)).isLessThan(2 * Clicks.middle(first) + 20);
    assertThat(notebook.errors()).isEmpty();

    long kernels = kernels(lab);
    int restarts = Effort.times(1, 20);
    for (int restart = 0; restart < restarts; restart++) {
      notebook.restartKernel();
      notebook.run(1);
      notebook.run(2);
      Clicks.next(notebook, 1);
    }
    assertThat(kernels(lab)).as("kernels").isEqualTo(kernels);
    assertThat(measure(notebook)[2]).as("temporary files").isLessThanOrEqualTo(before[2]);
    // JupyterLab keeps the notebook as it was saved last in a folder of its own.
    assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
        .containsOnly("models.ser", "again.ser", "lasting.ipynb", ".ipynb_checkpoints");
    Effort.tried(
        "It lasts",
        String.format(
            Locale.ROOT,
            "%d rounds of %d trainings, %d page reloads, %d kernel restarts: heap %+,d bytes,"
                + " threads %+d, temporary files %+d, milliseconds a click %.0f at first and %.0f"
                + " at last",
            ROUNDS + 1,
            EACH,
            ROUNDS * RELOADS,
            restarts,
            after[0] - before[0],
            after[1] - before[1],
            after[2] - before[2],
            Clicks.middle(first),
            Clicks.middle(last)));
  }

  /** The number of kernels that are running. */
  private static long kernels(Lab lab) {
    return lab.processes()
        .filter(process -> process.info().commandLine().orElse("").contains("jjava.jar"))
        .count();
  }

  private static long[] measure(NotebookPage notebook) {
    notebook.run(5);
    return Stream.of(notebook.result(5).split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
