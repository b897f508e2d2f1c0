package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends real kernels messages that no page would send. */
class HostilePageTest {

  private static final Pattern TOLD = Pattern.compile("^told: (\\d+)$", Pattern.MULTILINE);

  @Test
  void noMessageHurtsTheKernel(@TempDir Path folder) throws Exception {
    long seed = Effort.seed(getClass());
    int kernels = Effort.times(1, 4);
    int floods = Effort.times(20, 1_000);
    List<CompletableFuture<Integer>> running = new ArrayList<>();
    for (int i = 0; i < kernels; i++) {
      Path own = Files.createDirectory(folder.resolve("kernel " + i));
      // The first is flooded instead.
      int fuzz = !Effort.isLong() ? 20 : i == 0 ? 200 : 800;
      int flood = i == 0 ? floods : 0;
      long itsSeed = seed + i;
      running.add(CompletableFuture.supplyAsync(() -> told(own, itsSeed, fuzz, flood)));
    }
    int told = running.stream().mapToInt(CompletableFuture::join).sum();
    Effort.tried(
        "The page cannot hurt the kernel",
        String.format(
            "%,d wrong messages to widgets and panels in %d kernels, %,d of them at once: each"
                + " kernel and widget answers, no value of a wrong kind is kept, no thread, memory"
                + " as before",
            told, kernels, floods));
  }

  private static int told(Path folder, long seed, int fuzz, int flood) {
    try {
      Outcome outcome =
          Notebook.script(
              "hostile.py",
              Project.version(),
              Project.ROOT.resolve("notebooks/models.ser"),
              folder,
              seed,
              fuzz,
              flood);
      assertThat(outcome.status()).as(outcome.output()).isZero();
      Matcher told = TOLD.matcher(outcome.output());
      assertThat(told.find()).as(outcome.output()).isTrue();
      return Integer.parseInt(told.group(1));
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
