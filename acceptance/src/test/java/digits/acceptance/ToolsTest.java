package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be on the machine, and what the script says when it is not. */
class ToolsTest {

  private Sandbox sandbox;

  @BeforeEach
  void prepare(@TempDir Path folder) throws IOException {
    sandbox = new Sandbox(folder);
  }

  @ParameterizedTest
  @CsvSource({"java, Java, 17", "mvn, Maven, 3.8", "python3, Python, 3.10"})
  void namesWhatIsMissing(String tool, String name, String needed) throws Exception {
    sandbox.remove(tool);
    assertOneSentence(sandbox.lab("setup"), name + " is missing; ", needed + " or newer is needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "test", "torture"})
  void wantsMavenAlsoWhereNothingIsLeftToSetUp(String command) throws Exception {
    sandbox.lab("setup");
    sandbox.remove("mvn");
    Outcome outcome = sandbox.lab(command);
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.lines()).last().asString().startsWith("lab: Maven is missing; ");
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA, 16.0.2, Java, 17",
    "JAVA, 1.8.0_402, Java, 17",
    "MAVEN, 3.6.3, Maven, 3.8",
    "PYTHON, 3.9.18, Python, 3.10",
    "PYTHON, 2.7.18, Python, 3.10"
  })
  void namesWhatIsTooOld(String tool, String found, String name, String needed) throws Exception {
    sandbox.set("FAKE_" + tool, found);
    assertOneSentence(
        sandbox.lab("setup"), name + " " + found, "is too old; ", needed + " or newer is needed");
  }

  @ParameterizedTest
  @CsvSource({"JAVA, 17", "JAVA, 25-ea", "MAVEN, 3.8.1", "MAVEN, 4.0.0-rc-4", "PYTHON, 3.10.0"})
  void acceptsWhatIsNewEnough(String tool, String version) throws Exception {
    sandbox.set("FAKE_" + tool, version);
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  @Test
  void wantsACompiler() throws Exception {
    sandbox.remove("javac");
    assertOneSentence(sandbox.lab("setup"), "Java 17.0.15", "has no compiler (javac)", "a JDK");
  }

  @Test
  void wantsVenv() throws Exception {
    sandbox.set("FAKE_VENV", "missing");
    assertOneSentence(sandbox.lab("setup"), "Python 3.12.1 has no venv", "python3-venv");
  }

  @Test
  void findsAWrongJavaHome() throws Exception {
    sandbox.set("JAVA_HOME", "/no/jdk");
    assertOneSentence(sandbox.lab("setup"), "JAVA_HOME is /no/jdk", "no bin/java");
  }

  @Test
  void takesTheJavaOfJavaHomeFirst() throws Exception {
    Path jdk = Files.createDirectories(sandbox.home.resolve("other jdk"));
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Files.copy(sandbox.tools.resolve(tool), bin.resolve(tool));
      assertThat(bin.resolve(tool).toFile().setExecutable(true)).isTrue();
    }
    sandbox.set("JAVA_HOME", jdk.toString());
    Outcome outcome = sandbox.lab("test");
    assertThat(outcome.lines())
        .first()
        .isEqualTo("tests run on Java 17.0.15 (Fake), " + jdk.toRealPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "setup"})
  void wantsChromiumOnlyWhereItIsUsed(String command) throws Exception {
    sandbox.remove("chromium");
    Outcome outcome = sandbox.lab(command);
    if (command.equals("record")) {
      assertOneSentence(outcome, "Chromium is missing; ", "apt install chromium");
    } else {
      assertThat(outcome.status()).as(outcome.output()).isZero();
    }
  }

  @Test
  void takesTheBrowserThatIsNamed() throws Exception {
    sandbox.lab("setup");
    sandbox.remove("chromium");
    sandbox.script("mvn", "echo \"Apache Maven 3.9.9\"; echo \"browser: $CHROMIUM\"");
    sandbox.set("CHROMIUM", sandbox.tools.resolve("javac").toString());
    assertThat(sandbox.lab("record").lines())
        .last()
        .isEqualTo("browser: " + sandbox.tools + "/javac");
    sandbox.set("CHROMIUM", "/no/browser");
    assertOneSentence(sandbox.lab("record"), "CHROMIUM is /no/browser, which is not a program");
  }

  @Test
  void installsChromiumWhereItMay() throws Exception {
    sandbox.remove("chromium");
    sandbox.script("id", "echo 0");
    sandbox.script(
        "apt-get",
        String.format(
            Locale.ROOT,
            "echo \"apt-get $*\" >>\"$CALLS\"; cp -p '%1$s/javac' '%1$s/chromium'",
            sandbox.tools));
    Outcome outcome = sandbox.lab("test");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls())
        .startsWith("apt-get update", "apt-get install -y chromium")
        .last()
        .asString()
        .startsWith("mvn -B -ntp verify");
    sandbox.lab("test");
    assertThat(sandbox.calls()).noneMatch(call -> call.startsWith("apt-get"));
  }

  private static void assertOneSentence(Outcome outcome, String... parts) {
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.lines()).hasSize(1);
    assertThat(outcome.output()).startsWith("lab: ").contains(parts);
  }
}
