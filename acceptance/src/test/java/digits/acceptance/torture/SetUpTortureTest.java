package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * {@code ./lab setup}, killed and run again, several at once, and in a folder that is read-only.
 */
class SetUpTortureTest {

  @Test
  void theSetUpIsWholeInTheEnd() throws IOException, InterruptedException {
    Outcome outcome =
        Notebook.script(
            "setup_torture.py", Effort.isLong() ? "long" : "short", Effort.seed(getClass()));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    for (String line : outcome.lines()) {
      String[] parts = line.split(": ", 3);
      Effort.tried(parts[0] + ": " + parts[1], parts[2]);
    }
  }
}
