package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script starts after the set-up, and with which arguments. */
class CommandsTest {

  private Sandbox sandbox;

  @BeforeEach
  void prepare(@TempDir Path folder) throws IOException {
    sandbox = new Sandbox(folder);
  }

  @Test
  void opensJupyterLabOnTheFirstNotebookAndPassesArgumentsOn() throws Exception {
    Outcome outcome = sandbox.lab("--no-browser", "--port", "9999");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls())
        .last()
        .asString()
        .startsWith("python -m jupyterlab ")
        .contains("/lab/tree/01-train.ipynb")
        .endsWith(" --no-browser --port 9999");
  }

  @Test
  void runsTheNotebooks() throws Exception {
    sandbox.lab("run", "--save");
    assertThat(sandbox.calls()).last().isEqualTo("python notebooks/run.py --save");
  }

  @Test
  void recordsTheNotebooksThatAreNamed() throws Exception {
    Outcome outcome = sandbox.lab("record", "01-train", "02-test");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls())
        .last()
        .asString()
        .startsWith("mvn ")
        .contains(" -pl acceptance ")
        .endsWith(" exec:java -Dexec.args=01-train 02-test");
  }

  @Test
  void racesTheContendersThatAreNamed() throws Exception {
    Outcome outcome = sandbox.lab("bench", "original", "logistic", "--digits", "2000");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls())
        .containsExactly("python bench/bench.py original logistic --digits 2000");
  }

  @Test
  void runsTheTestsAndSaysOnWhichJava() throws Exception {
    Outcome outcome = sandbox.lab("test", "-Dtest=DigitTest");
    assertThat(outcome.lines()).first().asString().startsWith("tests run on Java 17.0.15 (Fake), ");
    assertThat(sandbox.calls()).last().isEqualTo("mvn -B -ntp verify -Dtest=DigitTest");
  }

  @Test
  void tortureEndsAsItsTestsEnd() throws Exception {
    sandbox.lab("setup");
    sandbox.script("mvn", "case $1 in --version) echo 'Apache Maven 3.9.9' ;; *) exit 3 ;; esac");
    assertThat(sandbox.lab("torture").status()).isEqualTo(3);
  }

  @Test
  void givesJavaTheHomeFolderOfTheEnvironment() throws Exception {
    sandbox.set("FAKE_USER_HOME", "/other/home");
    sandbox.set("JDK_JAVA_OPTIONS", "-Xmx1g");
    sandbox.lab("setup");
    sandbox.script("mvn", "echo \"Apache Maven 3.9.9\"; echo \"$JDK_JAVA_OPTIONS\"");
    assertThat(sandbox.lab("test").lines())
        .last()
        .isEqualTo("\"-Duser.home=" + sandbox.home + "\" -Xmx1g");
  }

  @Test
  void helpNamesEveryCommandAndSetsNothingUp() throws Exception {
    Outcome outcome = sandbox.lab("help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.output())
        .contains(
            "./lab doctor",
            "./lab setup",
            "./lab run",
            "./lab record",
            "./lab bench",
            "./lab test",
            "./lab help");
    assertThat(sandbox.calls()).isEmpty();
  }

  @Test
  void refusesAnUnknownCommand() throws Exception {
    assertThat(sandbox.lab("tset"))
        .isEqualTo(new Outcome(1, "lab: there is no command 'tset': ./lab help lists them\n"));
  }
}
