package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job as a user starts it: the real notebooks on the real digits, in 1 GB of heap, and
 * where numbers have other digits.
 */
class NotebooksTest {

  private static final Path MODEL = Project.ROOT.resolve("notebooks/models.ser");

  private static Outcome outcome;

  /** The model that came with the project is put back: the run writes its own over it. */
  @BeforeAll
  static void run(@TempDir Path folder) throws Exception {
    if (Files.exists(MODEL)) {
      Path kept = Files.copy(MODEL, folder.resolve("models.ser"));
      try {
        runOnce();
      } finally {
        Files.copy(kept, MODEL, StandardCopyOption.REPLACE_EXISTING);
      }
    } else {
      runOnce();
    }
  }

  private static void runOnce() throws Exception {
    ProcessBuilder lab = new ProcessBuilder(Project.ROOT.resolve("lab").toString(), "run");
    lab.environment().put("JJAVA_JVM_OPTS", "-Xmx1g -Duser.language=ar -Duser.country=EG");
    outcome = Outcome.of(lab, 10);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  @Test
  void bothDecisionsErrAsMuchAsTheyShould() {
    assertThat(number("test error \\(arg max\\): (\\S+) %")).isBetween(8.0, 8.3);
    assertThat(number("test error \\(first yes\\): (\\S+) %")).isBetween(13.0, 14.5);
  }

  @Test
  void trainingIsTimedAndTheModelSaved() {
    assertThat(number("training: (\\S+) s")).isPositive();
    assertThat(number("models\\.ser: (\\S+) bytes")).isBetween(60_000.0, 80_000.0);
  }

  @Test
  void oneDigitIsJudged() {
    Matcher verdict = found("digit (\\d+): predicted (\\d), actual (\\d), (correct|wrong)");
    boolean right = verdict.group(2).equals(verdict.group(3));
    assertThat(verdict.group(4)).isEqualTo(right ? "correct" : "wrong");
    assertThat(Integer.parseInt(verdict.group(1))).isBetween(0, 9_999);
  }

  @Test
  void numbersAreWrittenOneWay() {
    assertThat(outcome.output()).doesNotContainPattern("[\\p{Nd}٫&&[^0-9]]");
  }

  private static double number(String line) {
    return Double.parseDouble(found(line).group(1).replace(",", ""));
  }

  /** The one line of the output that matches as a whole. */
  private static Matcher found(String line) {
    List<Matcher> matchers =
        outcome.lines().stream()
            .map(Pattern.compile(line)::matcher)
            .filter(Matcher::matches)
            .toList();
    assertThat(matchers).as("lines '%s' in:%n%s", line, outcome.output()).hasSize(1);
    return matchers.get(0);
  }
}
