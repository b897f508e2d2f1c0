package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.evaluate.McNemar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drives the contenders, without any of them: no package of theirs is needed here. */
class BenchTest {

  private static final String ROW =
      "{'fit': %1$s, 'train': %1$s, 'saved': 9, 'errors': 2, 'first yes': None, 'rate': 5000,"
          + " 'memory': 2 << 30, 'digits': 60000, 'versions': 'one 1.0', 'note': ''}";

  @Test
  void anUnknownNameGetsTheList() throws Exception {
    Outcome outcome = lab("bench", "logistic", "nonsense");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("there is no contender nonsense; there are: original, original-today, logistic,")
        .doesNotContain("set-up");
  }

  @Test
  void theListNamesEachContenderAndMarksTheSlowOnes() throws Exception {
    Outcome outcome = lab("bench", "--list");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.lines())
        .anyMatch(line -> line.startsWith("logistic ") && !line.endsWith("(slow)"))
        .anyMatch(line -> line.startsWith("convnet ") && line.endsWith("(slow)"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "1, 9", "24, 730", "40, 61"})
  void theExactTestIsTheLibrarys(int one, int other) throws Exception {
    Outcome outcome =
        python(String.format(Locale.ROOT, "print(repr(results.exact(%d, %d)))", one, other));
    double expected = new McNemar(0, one, other, 0).pValue();
    assertThat(Double.parseDouble(outcome.output().strip()))
        .isEqualTo(expected, within(1e-9 * expected));
  }

  @Test
  void thePageHasRatiosFailuresAndPairedTests(@TempDir Path folder) throws Exception {
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 5, 7, 2, 1, 0, 4};
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels);
    Files.writeString(folder.resolve("original-today.txt"), "7\n0\n0\n0\n0\n");
    Files.writeString(folder.resolve("logistic.txt"), "0\n2\n1\n0\n4\n");
    String rows =
        String.format(
            Locale.ROOT,
            "{'original-today': %s, 'logistic': %s, 'best': {'failed': 'it ended with 1'}}",
            String.format(Locale.ROOT, ROW, 20),
            String.format(Locale.ROOT, ROW, 2.5));
    Outcome outcome =
        python(
            String.format(
                Locale.ROOT,
                "import os; from pathlib import Path; os.environ['DIGITS_DATA'] = '%1$s';"
                    + " results.write(Path('%1$s/RESULTS.md'), %2$s, None, Path('%1$s'))",
                folder,
                rows));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(Files.readAllLines(folder.resolve("RESULTS.md")))
        .anyMatch(line -> line.startsWith("| `logistic`") && line.contains(" | - / 8.0 | 5,000 |"))
        .contains("- `best`: it ended with 1")
        .contains("- `original-today` alone is right on 1, `logistic` alone on 3: p = 0.62")
        .noneMatch(line -> line.startsWith("| `best`"));
    assertThat(folder.resolve("RESULTS.md.part")).doesNotExist();
  }

  @Test
  void emptiesOnlyAnEnvironmentThatItMade(@TempDir Path folder) throws Exception {
    Path ours = folder.resolve("ours");
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Path kept = Files.writeString(foreign.resolve("kept"), "");
    String code =
        "from pathlib import Path; from environments import clear; ours = Path('%1$s');"
            + " clear(ours); (ours / 'link').symlink_to('%2$s'); (ours / 'bin').mkdir();"
            + " clear(ours); print([part.name for part in ours.iterdir()], flush=True); clear(Path('%2$s'))";
    Outcome outcome = python(code.formatted(ours, foreign));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.lines()).hasSize(2).first().isEqualTo("['made-by-lab']");
    assertThat(outcome.lines())
        .last()
        .asString()
        .contains(foreign + " was not made by ./lab bench");
    assertThat(kept).exists();
  }

  @Test
  void thePeersTakeTheProjectsLibrary() {
    assertThat(Project.text("bench/peers/pom.xml"))
        .contains("  <version>" + Project.version() + "</version>\n  <name>");
  }

  private static Outcome lab(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Project.ROOT.resolve("lab").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Outcome.of(new ProcessBuilder(command), 1);
  }

  private static Outcome python(String code) throws IOException, InterruptedException {
    return Outcome.of(
        new ProcessBuilder("python3", "-c", "import results; " + code)
            .directory(Project.ROOT.resolve("bench").toFile()),
        1);
  }
}
