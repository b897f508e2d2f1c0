package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.draw.OwnDigits;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens during a save, either the old or the new file is there, whole and alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other limits and no mount")
@Timeout(600)
class SavingTortureTest {

  private static final String KILLS =
      "%d kills, %d between the first byte and the last; whole each time";

  @TempDir Path folder;
  private final Mounts mounts = new Mounts();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
  }

  @AfterEach
  void unmount() throws IOException {
    mounts.close();
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    Random random = new Random(Effort.seed(getClass()));
    int times = Effort.times(4, 220);
    ModelFile.save(Victim.model(1), file);
    int midway = 0;
    for (int i = 0; i < times; i++) {
      int before = beside().size();
      kill(random, "models", file.toString(), "" + 2 * i, "1000000");
      assertThat(Victim.seedIn(file)).isBetween(2 * i, 2 * i + 1);
      midway += beside().size() - before;
    }
    age(beside());
    ModelFile.save(Victim.model(5), file);
    assertThat(beside()).isEmpty();
    Effort.tried("saves of models: killed at any moment", String.format(KILLS, times, midway));
  }

  @Test
  void ownDigitsKilledAtAnyMoment() throws Exception {
    Random random = new Random(Effort.seed(getClass()));
    int times = Effort.times(2, 80);
    OwnDigits own = OwnDigits.in(folder);
    for (int i = 0; i < times; i++) {
      kill(random, "own", folder.toString());
      assertWhole(own.digits());
    }
    int midway = beside().size();
    age(beside());
    own.add(Victim.ONE, 1);
    own.removeLast();
    assertThat(folder.toFile().list()).hasSize(3);
    Effort.tried("saves of own digits: killed at any moment", String.format(KILLS, times, midway));
  }

  private static void assertWhole(DigitSet digits) {
    for (Digit digit : digits) {
      Digit expected = digit.label() == 7 ? Victim.SEVEN : Victim.ONE;
      assertThat(digit.pixels()).isEqualTo(expected.pixels());
    }
  }

  private static void age(List<Path> left) throws IOException {
    for (Path file : left) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
  }

  /** Starts a victim, waits until it is at work, and kills it a little later. */
  private static void kill(Random random, String... arguments) throws Exception {
    Process victim = Victim.start(arguments);
    try {
      assertThat(victim.inputReader().readLine()).isEqualTo("at work");
      Thread.sleep(random.nextInt(40), random.nextInt(1_000_000));
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  @Test
  void severalProgramsAtOnce() throws Exception {
    int saves = Effort.times(8, 1_000);
    ModelFile.save(Victim.model(1), file);
    List<Process> programs = new ArrayList<>();
    for (int seed : new int[] {10, 20, 30}) {
      programs.add(Victim.start("models", file.toString(), "" + seed, "" + saves));
    }
    int reads = 0;
    while (programs.stream().anyMatch(Process::isAlive)) {
      assertThat(Victim.seedIn(file)).isIn(1, 10, 11, 20, 21, 30, 31);
      reads++;
    }
    for (Process program : programs) {
      assertThat(program.waitFor()).isZero();
      assertThat(output(program)).isEqualTo("at work");
    }
    assertThat(beside()).isEmpty();
    Effort.tried(
        "saves of models: several programs at once",
        "3 programs, " + saves + " saves each; file whole at each of " + reads + " reads");
  }

  @Test
  void ownDigitsOfSeveralProgramsAtOnce() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      programs.add(Victim.start("own", folder.toString()));
    }
    for (Process program : programs) {
      assertThat(program.inputReader().readLine()).isEqualTo("at work");
    }
    Thread.sleep(Effort.times(500, 10_000));
    for (Process program : programs) {
      assertThat(program.isAlive()).as("the program is still running").isTrue();
      program.destroyForcibly().waitFor();
    }
    DigitSet digits = OwnDigits.in(folder).digits();
    assertThat(digits).isNotEmpty();
    assertWhole(digits);
    Effort.tried(
        "saves of own digits: several programs at once",
        "3 programs, then killed; " + digits.size() + " digits, each with its label");
  }

  @Test
  void fullDisk() throws Exception {
    int size = 512;
    Random random = new Random(Effort.seed(getClass()));
    Path disk = Files.createDirectory(folder.resolve("disk"));
    int times = Effort.times(10, 150);
    int refused = 0;
    mounts.small(disk, size);
    Path there = disk.resolve("models.ser");
    Path filler = disk.resolve("filler");
    ModelFile.save(Victim.model(0), there);
    for (int i = 1; i <= times; i++) {
      int old = Victim.seedIn(there);
      try {
        Files.write(filler, new byte[(size - random.nextInt(size / 2)) << 10]);
      } catch (IOException full) {
        // What fits of it is there.
      }
      try {
        ModelFile.save(Victim.model(i), there);
        assertThat(Victim.seedIn(there)).isEqualTo(i);
      } catch (ModelFileException e) {
        Worker.assertOneSentence(e);
        assertThat(e).hasMessageContaining("No space left on device");
        assertThat(Victim.seedIn(there)).isEqualTo(old);
        refused++;
      }
      Files.deleteIfExists(filler);
      assertThat(disk.toFile().list()).containsExactly("models.ser");
    }
    assertThat(refused).isPositive().isLessThan(times);
    Effort.tried(
        "saves of models: full disk", times + " saves, " + refused + " refused with the old file");
  }

  /** A limit on the file size acts like a full disk without needing root. */
  @Test
  void limitOfTheSize() throws Exception {
    ModelFile.save(Victim.model(1), file);
    for (int kilobytes : new int[] {0, 1, 30, 62}) {
      List<String> limited = List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "x");
      Process program = Victim.start(limited, "models", file.toString(), "8", "1");
      assertThat(output(program))
          .startsWith("the model cannot be saved as " + file + ": File too large; ")
          .hasLineCount(1);
      assertThat(Victim.seedIn(file)).isEqualTo(1);
      assertThat(beside()).isEmpty();
    }
    Effort.tried("saves of models: limit of the size", "4 limits, refused with the old file");
  }

  @Test
  void readOnlyFolder() throws Exception {
    ModelFile.save(Victim.model(1), file);
    mounts.readOnly(folder);
    assertRefused(file, "it is write-protected; name another");
    assertRefused(folder.resolve("new.ser"), "Read-only file system");
    assertThat(Victim.seedIn(file)).isEqualTo(1);
    assertThatThrownBy(() -> OwnDigits.in(folder.resolve("own")).add(Victim.ONE, 1))
        .hasMessageContaining("cannot write " + folder.resolve("own"))
        .hasMessageContaining("Read-only file system")
        .satisfies(e -> Worker.assertOneSentence((Exception) e));
    assertThat(beside()).isEmpty();
  }

  @Test
  void aFileOfAnotherDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    mounts.small(disk, 512);
    Path there = disk.resolve("there.ser");
    ModelFile.save(Victim.model(1), there);
    Files.createSymbolicLink(file, there);
    ModelFile.save(Victim.model(2), file);
    assertThat(Victim.seedIn(there)).isEqualTo(2);

    // As containers do: nothing can be moved over such a file.
    Path mounted = Files.createFile(folder.resolve("mounted.ser"));
    mounts.bind(there, mounted);
    assertRefused(mounted, "busy");
    assertThat(Victim.seedIn(mounted)).isEqualTo(2);
    assertThat(disk.toFile().list()).containsExactly("there.ser");
  }

  private static void assertRefused(Path where, String why) {
    assertThatThrownBy(() -> ModelFile.save(Victim.model(9), where))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("the model cannot be saved as " + where)
        .hasMessageContaining(why)
        .satisfies(e -> Worker.assertOneSentence((Exception) e));
  }

  static String output(Process program) throws IOException {
    return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Temporary files that saves have left behind. */
  private List<Path> beside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(left -> left.getFileName().toString().endsWith(".tmp")).toList();
    }
  }
}
