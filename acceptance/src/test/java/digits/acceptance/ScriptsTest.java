package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the tests that are written in Python, as the scripts they test are. */
@InTheProject
class ScriptsTest {

  /** {@code ./lab}, the scripts it starts, and the files it leaves. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench",
        "copies",
        "doctor",
        "format",
        "install",
        "machines",
        "run",
        "setup",
        "tools"
      })
  void commandsAndTheirScripts(String name) throws Exception {
    succeeds(name + "_test.py");
  }

  /** The files that GitHub, Binder and linters read. */
  @ParameterizedTest
  @ValueSource(strings = {"binder", "community"})
  void theProjectElsewhere(String name) throws Exception {
    succeeds(name + "_test.py");
  }

  /** Each asks the library in a real kernel what a page would ask. */
  @ParameterizedTest
  @ValueSource(strings = {"widgets.py", "tables.py"})
  void theLibraryInTheKernel(String name) throws Exception {
    succeeds(name, Project.version());
  }

  private static void succeeds(String name, Object... arguments) throws Exception {
    Outcome outcome = Notebook.script(name, arguments);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }
}
