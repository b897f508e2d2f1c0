package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The library inside the real kernel. */
class KernelTest {

  @Test
  void widgetsSpeakThePagesProtocol() throws Exception {
    Outcome outcome =
        Notebook.python(
            Project.ROOT.resolve("acceptance/src/test/python/widgets.py"), Project.version());
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("well: a closed one says so");
  }

  @Test
  void theDigitTesterAnswersEachQuestionOnce() throws Exception {
    Outcome outcome =
        Notebook.python(
            Project.ROOT.resolve("acceptance/src/test/python/tester.py"),
            Project.version(),
            Project.ROOT.resolve("notebooks/models.ser"));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("well: the kernel lives");
  }

  @Test
  void tablesAndFiguresAreShownInEveryLocaleAndWithoutOne() throws Exception {
    Outcome outcome =
        Notebook.python(
            Project.ROOT.resolve("acceptance/src/test/python/tables.py"),
            Project.version(),
            Project.ROOT.resolve("lib/target/digits-lib-" + Project.version() + ".jar"));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("well: a column");
  }
}
