package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Large tasks for kernels with little memory. */
class SmallMemoryTest {

  private static final Pattern COUNTS = Pattern.compile("worked: (\\d+), refused: (\\d+)");

  @Test
  void whatDoesNotFitIsSaidAndTheKernelGoesOn() throws Exception {
    Outcome outcome =
        Notebook.script(
            "memory.py",
            Project.version(),
            Project.ROOT.resolve("notebooks/models.ser"),
            Effort.isLong() ? "long" : "short");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .contains("needs 188,400,000 bytes outside the heap")
        .contains("needs 376,320,000 bytes of heap");
    Matcher counts = COUNTS.matcher(outcome.output());
    assertThat(counts.find()).as(outcome.output()).isTrue();
    Effort.tried(
        "Small memory is said",
        counts.group(1)
            + " pieces of work done in kernels with little heap, little memory outside it, or few"
            + " addresses; "
            + counts.group(2)
            + " refused with the bytes, a smaller training well after each");
  }
}
