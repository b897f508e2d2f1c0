package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever mirrors send and whichever program is killed, the digits are right or missing. */
@Timeout(600)
class DownloadTortureTest {

  @TempDir Path folder;

  /** Runs in a JVM with little memory, which bounds what an answer can take. */
  @Test
  void mirrorsThatLieStallAndSendForEver() throws Exception {
    int times = Effort.times(4, BadMirror.Way.values().length * 2);
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Path place = Files.createDirectory(folder.resolve("place-" + i));
      String seed = "" + (Effort.seed(getClass()) + i);
      programs.add(
          Victim.startJava(
              List.of(), List.of("-Xmx64m"), Downloader.class, place + "", seed, times + ""));
    }
    for (Process program : programs) {
      String output = SavingTortureTest.output(program);
      assertThat(program.waitFor()).as(output).isZero();
      assertThat(output).hasLineCount(1);
      Effort.tried("downloads: mirrors that lie, stall and send for ever", output);
    }
  }

  /** Three programs load the digits; one is killed, and the others carry on. */
  @Test
  void killedAtAnyMoment() throws Exception {
    Random random = new Random(Effort.seed(getClass()));
    int times = Effort.times(2, 30);
    int inTheMiddle = 0;
    try (BadMirror mirror = new BadMirror(random, BadMirror.Way.SLOW)) {
      for (int i = 0; i < times; i++) {
        Path cache = folder.resolve("cache-" + i);
        List<Process> programs = new ArrayList<>();
        for (int j = 0; j < 3; j++) {
          programs.add(start(cache, mirror));
        }
        for (Process program : programs) {
          assertThat(program.inputReader().readLine()).isEqualTo("at work");
        }
        Thread.sleep(random.nextInt(600));
        Process killed = programs.remove(random.nextInt(3));
        inTheMiddle += killed.isAlive() ? 1 : 0;
        killed.destroyForcibly().waitFor();
        if (Files.exists(cache)) {
          Downloader.checkFolder(cache);
        }
        for (Process program : programs) {
          assertThat(program.inputReader().readLine()).isEqualTo("done");
          assertThat(program.waitFor()).isZero();
        }
        Downloader.checkFolder(cache);
        assertThat(Downloader.named(cache)).hasSize(5);
      }
    }
    Effort.tried(
        "downloads: three programs at once, one of them killed",
        times + " kills, " + inTheMiddle + " before its end; the others had the digits each time");
  }

  private static Process start(Path cache, BadMirror mirror) throws IOException {
    return Victim.startJava(
        List.of(), List.of(), Downloader.class, cache.toString(), mirror.address().toString());
  }
}
