package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.DataException;
import digits.data.Mnist;
import digits.data.SmallCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever mirrors send and whichever program is killed, the digits are right or missing. */
@Timeout(600)
class DownloadTortureTest {

  private static final Duration PATIENCE = Duration.ofMillis(600);

  @TempDir Path folder;

  /** Runs in a JVM with little memory, which bounds what an answer can take. */
  @Test
  void mirrorsThatLieStallAndSendForEver() throws Exception {
    int times = Effort.times(4, BadMirror.Way.values().length * 2);
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Path place = Files.createDirectory(folder.resolve("place-" + i));
      programs.add(start(place, Effort.seed(getClass()) + i, times));
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
          programs.add(start(cache, mirror.address()));
        }
        for (Process program : programs) {
          assertThat(program.inputReader().readLine()).isEqualTo("at work");
        }
        Thread.sleep(random.nextInt(600));
        Process killed = programs.remove(random.nextInt(3));
        inTheMiddle += killed.isAlive() ? 1 : 0;
        killed.destroyForcibly().waitFor();
        if (Files.exists(cache)) {
          checkFolder(cache);
        }
        for (Process program : programs) {
          assertThat(program.inputReader().readLine()).isEqualTo("done");
          assertThat(program.waitFor()).isZero();
        }
        checkFolder(cache);
        assertThat(named(cache)).hasSize(5);
      }
    }
    Effort.tried(
        "downloads: three programs at once, one of them killed",
        times + " kills, " + inTheMiddle + " before its end; the others had the digits each time");
  }

  private static Process start(Path place, Object... more) throws IOException {
    Stream<String> arguments =
        Stream.concat(Stream.of(place), Stream.of(more)).map(String::valueOf);
    return Victim.startJava(
        List.of(), List.of("-Xmx64m"), DownloadTortureTest.class, arguments.toArray(String[]::new));
  }

  /**
   * Downloads from one mirror, to be killed meanwhile, or again and again from bad ones.
   *
   * @param arguments the folder, and then the mirror, or a seed and a number of times
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (arguments.length == 3) {
      System.out.println(
          fromBadMirrors(folder, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2])));
    } else {
      System.out.println("at work");
      check(SmallCache.load(folder, List.of(URI.create(arguments[1])), Duration.ofSeconds(30)));
      System.out.println("done");
    }
  }

  private static void check(Mnist mnist) {
    if (mnist.train().size() != 200 || mnist.test().size() != 50) {
      throw new AssertionError("other digits: " + mnist);
    }
  }

  /** Half of the time one of the mirrors is good. */
  private static String fromBadMirrors(Path place, long seed, int times) throws IOException {
    Random random = new Random(seed);
    BadMirror.Way[] ways = BadMirror.Way.values();
    int right = 0;
    int refused = 0;
    long slowest = 0;
    for (int i = 0; i < times; i++) {
      // Each way in its turn is the first, among others drawn at random.
      Path folder = random.nextInt(3) == 0 ? place.resolve("same") : place.resolve("f" + i);
      BadMirror.Way way = ways[i % ways.length];
      boolean good = random.nextBoolean();
      long start = System.nanoTime();
      try (BadMirror first = new BadMirror(random, way);
          BadMirror second = new BadMirror(random, ways);
          BadMirror last = new BadMirror(random, good ? BadMirror.Way.GOOD : way)) {
        List<URI> mirrors = List.of(first.address(), second.address(), last.address());
        check(SmallCache.load(folder, mirrors, PATIENCE));
        right++;
      } catch (DataException e) {
        if (good || e.getStackTrace().length > 0 || !said(e)) {
          throw new AssertionError("way " + way + ", round " + i + ": " + e.getMessage(), e);
        }
        refused++;
      }
      slowest = Math.max(slowest, System.nanoTime() - start);
      checkFolder(folder);
    }
    return String.format(
        Locale.ROOT,
        "%d downloads: %d right, %d refused, slowest %.1f s",
        times,
        right,
        refused,
        slowest / 1e9);
  }

  /** The message gives one reason per mirror, and what to do. */
  private static boolean said(DataException e) {
    return e.getMessage().startsWith("MNIST is not here: ")
        && e.getMessage().contains("(localhost: ")
        && e.getMessage().contains("(3) put the four files")
        && !e.getMessage().contains("Exception")
        && e.getMessage().length() < 1_500;
  }

  /** Every file is whole, and there are no others except leftovers of killed saves. */
  static void checkFolder(Path folder) throws IOException {
    for (Path file : named(folder)) {
      String name = file.getFileName().toString();
      byte[] right = SmallCache.CONTENT.get(name.replace(".gz", ""));
      if (!name.equals(".lock")
          && GzipFile.content(Files.readAllBytes(file))
              .filter(content -> Arrays.equals(content, right))
              .isEmpty()) {
        throw new AssertionError(file + " is not what it should be");
      }
    }
  }

  /** The files of a folder, except leftovers of killed saves. */
  static List<Path> named(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".tmp")).toList();
    }
  }
}
