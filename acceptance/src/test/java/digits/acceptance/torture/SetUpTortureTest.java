package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Outcome;
import digits.acceptance.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./lab setup}, killed and run again, and several at once. The tools are stand-ins that take
 * a while, make things by halves, and complain when one meets another.
 */
@Timeout(300)
class SetUpTortureTest {

  private static final String SLOWLY =
      "if [ -e '%1$s.busy' ]; then echo 'two at once' >>\"$CALLS\"; exit 1; fi; "
          + "touch '%1$s.busy'; echo half >'%1$s'; sleep 0.1; echo whole >'%1$s'; "
          + "rm -f '%1$s.busy'";

  private Sandbox sandbox;
  private Path jar;
  private Path packages;
  private Path digits;

  @BeforeEach
  void prepare(@TempDir Path folder) throws IOException {
    sandbox = new Sandbox(folder);
    jar = sandbox.jar();
    packages = sandbox.project.resolve(".venv/packages");
    digits = sandbox.home.resolve(".cache/ten-digits/digits");
    for (Path made : List.of(jar, digits)) {
      Files.createDirectories(made.getParent());
    }
    slow("mvn", "*install*", jar);
    slow("java", "*digits.data.Mnist", digits);
    slow("python3", "*install.py*", packages);
  }

  /** Puts a tool before a stand-in that does one thing slowly and leaves the rest to it. */
  private void slow(String tool, String what, Path made) throws IOException {
    Path fast = sandbox.tools.resolve("fast " + tool);
    Files.move(sandbox.tools.resolve(tool), fast);
    sandbox.script(
        tool,
        "case \"$*\" in "
            + what
            + ") echo \"slow "
            + tool
            + "\" >>\"$CALLS\"; "
            + SLOWLY.formatted(made)
            + " ;; '-m venv'*) mkdir -p .venv/bin; sleep 0.05; "
            + "cp \"$0\" .venv/bin/python ;; *) exec '"
            + fast
            + "' \"$@\" ;; esac");
  }

  @Test
  void killedAtAnyMomentAndRunAgain() throws Exception {
    Random random = new Random(Effort.seed(getClass()));
    int times = Effort.times(3, 40);
    int midway = 0;
    for (int i = 0; i < times; i++) {
      startAfresh();
      Process process = sandbox.command("setup").redirectErrorStream(true).start();
      Thread.sleep(random.nextInt(700));
      midway += process.isAlive() ? 1 : 0;
      boolean all = random.nextBoolean();
      List<ProcessHandle> below = process.descendants().toList();
      process.destroyForcibly().waitFor();
      if (all) {
        below.forEach(ProcessHandle::destroyForcibly);
        deleteMarks();
      }
      assertSetUp(sandbox.lab("setup"));
    }
    Effort.tried(
        "set-up: killed at any moment and run again",
        times + " kills, " + midway + " before its end; set up each time");
  }

  @Test
  void severalAtOnce() throws Exception {
    int times = Effort.times(1, 5);
    for (int i = 0; i < times; i++) {
      startAfresh();
      sandbox.lab("help");
      List<Process> processes = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        File output = sandbox.home.resolve("output-" + j).toFile();
        processes.add(
            sandbox.command("setup").redirectErrorStream(true).redirectOutput(output).start());
      }
      for (int j = 0; j < 4; j++) {
        String output = Files.readString(sandbox.home.resolve("output-" + j));
        assertThat(processes.get(j).waitFor()).as(output).isZero();
      }
      assertThat(sandbox.calls().stream().filter(call -> call.startsWith("slow")))
          .containsExactly("slow python3", "slow mvn", "slow java");
      assertSetUp(sandbox.lab("setup"));
    }
    Effort.tried("set-up: several at once", times + " times 4 at once; each part made once");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamedInOneSentence() throws Exception {
    try (Mounts mounts = new Mounts()) {
      mounts.readOnly(sandbox.project);
      Outcome outcome = sandbox.lab("setup");
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.lines())
          .singleElement()
          .asString()
          .startsWith("lab: " + sandbox.project.toRealPath().resolve(".lab"))
          .contains("cannot be read and written: copy the project to a folder of your own");
    }
    assertSetUp(sandbox.lab("setup"));
    try (Mounts mounts = new Mounts()) {
      mounts.readOnly(sandbox.project);
      assertThat(sandbox.lab("setup").output()).isEqualTo("set-up: nothing to do\n");
      Files.delete(jar);
      assertThat(sandbox.lab("setup").lines()).singleElement().asString().contains("your own");
    }
  }

  private void startAfresh() throws IOException {
    for (Path made : List.of(sandbox.project.resolve(".lab"), sandbox.project.resolve(".venv"))) {
      if (Files.exists(made)) {
        try (Stream<Path> files = Files.walk(made)) {
          for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
            Files.delete(file);
          }
        }
      }
    }
    Files.deleteIfExists(jar);
    Files.deleteIfExists(digits);
    deleteMarks();
  }

  /** Of those who are killed nobody is at work. */
  private void deleteMarks() throws IOException {
    for (Path made : List.of(jar, packages, digits)) {
      Files.deleteIfExists(made.resolveSibling(made.getFileName() + ".busy"));
    }
  }

  private void assertSetUp(Outcome outcome) throws Exception {
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls()).doesNotContain("two at once");
    for (Path made : List.of(jar, packages, digits)) {
      assertThat(made).hasContent("whole");
    }
    assertThat(sandbox.lab("setup").output()).isEqualTo("set-up: nothing to do\n");
  }
}
