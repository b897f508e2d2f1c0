package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./lab doctor} says of a whole set-up and of broken ones; it changes neither. */
class DoctorTest {

  private static final int ROWS_OF_A_SCREEN = 24;
  private static final List<String> ALL =
      List.of(
          "Java",
          "Maven",
          "Python",
          "Chromium",
          "Set-up",
          "Packages",
          "Front-ends",
          "Library",
          "Digits",
          "Memory",
          "Disk",
          "Kernel",
          "Loading",
          "Pictures",
          "Widgets",
          "Plots",
          "Pad");

  @TempDir private Path folder;

  @Test
  void theSetUpOfThisMachineIsWell() throws Exception {
    Map<Path, String> before = files();
    Outcome outcome = doctor(Map.of("LC_ALL", "C", "PYTHONPATH", foreignClient().toString()));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    for (String thing : ALL) {
      assertThat(outcome.output()).containsPattern("(?m)^(ok|-) +" + thing + " ");
    }
    assertThat(outcome.output())
        .contains(Project.version() + ".jar", "60,000 training", "says: only 1 says yes", "JJava ")
        .endsWith("All is well.\n");
    assertThat(outcome.lines()).hasSizeLessThanOrEqualTo(ROWS_OF_A_SCREEN);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void findsADamagedDigitFileAndAKernelThatDoesNotStart() throws Exception {
    Path data = Path.of(Project.text(".lab/mnist.folder").strip());
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
      }
    }
    Path labels;
    try (var files = Files.list(folder)) {
      labels = files.filter(f -> f.toString().contains("t10k-labels")).findFirst().orElseThrow();
    }
    byte[] damaged = Files.readAllBytes(labels);
    damaged[damaged.length / 2] ^= 1;
    Files.delete(labels);
    Files.write(labels, damaged);
    Outcome outcome =
        doctor(Map.of("DIGITS_DATA", folder.toString(), "JJAVA_JVM_OPTS", "--nonsense"));
    assertWrong(outcome, "Digits", labels.getFileName() + "", "unset DIGITS_DATA");
    assertWrong(outcome, "Kernel", "does not start", "--nonsense", "unset JJAVA_JVM_OPTS");
    assertThat(labels).hasBinaryContent(damaged);
  }

  @Test
  void looksAtWhatItCanBeforeTheSetUp() throws Exception {
    Sandbox sandbox = sandbox();
    Outcome outcome = sandbox.lab("doctor");
    assertWrong(outcome, "Set-up", "python library mnist", "./lab setup");
    assertWrong(outcome, "Packages", "no working .venv", "./lab setup");
    assertWrong(outcome, "Library", "there is no " + sandbox.home, "./lab setup");
    assertThat(outcome.output())
        .containsPattern("(?m)^ok +Java +17")
        .containsPattern("(?m)^ok +Disk ")
        .containsPattern("(?m)^- +Kernel ");
    assertThat(sandbox.calls()).isEmpty();
    assertThat(sandbox.project.resolve(".lab")).doesNotExist();
    assertThat(sandbox.project.resolve("notebooks")).isDirectoryNotContaining("glob:**cache**");
  }

  @ParameterizedTest
  @CsvSource({
    "java, Java, Java is missing",
    "mvn, Maven, Maven is missing",
    "python3, Python, Python is missing"
  })
  void goesOnWithoutATool(String tool, String thing, String sentence) throws Exception {
    Sandbox sandbox = sandbox();
    sandbox.remove(tool);
    assertWrong(sandbox.lab("doctor"), thing, sentence, "or newer is needed: https://");
  }

  @Test
  void findsAnOldJavaAWrongBrowserAndADamagedJar() throws Exception {
    Sandbox sandbox = sandbox();
    sandbox.set("FAKE_JAVA", "16.0.2");
    sandbox.set("CHROMIUM", "/no/browser");
    Path jar = sandbox.jar();
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "half a jar");
    Outcome outcome = sandbox.lab("doctor");
    assertWrong(outcome, "Java", "Java 16.0.2", "is too old", "17 or newer is needed");
    assertWrong(outcome, "Chromium", "/no/browser", "not a program");
    assertWrong(outcome, "Library", jar + " is damaged", "delete it, then ./lab setup");
  }

  /**
   * A folder such as other programs put on the path of Python, with a package that ours has, too.
   */
  private Path foreignClient() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("jupyter_client.py"), "raise ImportError('not this one')");
    return foreign;
  }

  /** Its Java and Maven are stand-ins, its Python is real and knows no package. */
  private Sandbox sandbox() throws IOException {
    Sandbox sandbox = new Sandbox(folder);
    sandbox.remove("python3");
    sandbox.script("python3", "exec '" + Project.ROOT.resolve(".venv/bin/python") + "' -S \"$@\"");
    return sandbox;
  }

  private Outcome doctor(Map<String, String> environment) throws Exception {
    ProcessBuilder lab = new ProcessBuilder(Project.ROOT.resolve("lab").toString(), "doctor");
    lab.environment().putAll(environment);
    return Outcome.of(lab, 5);
  }

  private static void assertWrong(Outcome outcome, String thing, String... parts) {
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.lines())
        .as(outcome.output())
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(Pattern.compile("WRONG +" + thing + " .*"))
                    .contains(parts));
    assertThat(outcome.lines()).last().asString().startsWith("Something is wrong");
    assertThat(outcome.output()).doesNotContain("Traceback");
  }

  /** Sizes and times of all files of the project, and of what Java and Jupyter keep at home. */
  private static Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    Path home = Path.of(System.getenv("HOME"));
    for (String kept : List.of(".m2", ".cache/ten-digits", ".ipython", ".jupyter", ".javacpp")) {
      add(home.resolve(kept), files);
    }
    add(home.resolve(".local/share/jupyter"), files);
    add(Project.ROOT, files);
    return files;
  }

  private static void add(Path top, Map<Path, String> files) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean ours =
                path.equals(Project.ROOT.resolve("acceptance/target"))
                    || path.equals(Project.ROOT.resolve(".git"));
            return ours ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            files.put(path, attributes.size() + " " + attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
