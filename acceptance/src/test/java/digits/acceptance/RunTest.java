package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running notebooks without a browser, with the real kernel. */
class RunTest {

  @TempDir private Path folder;

  @Test
  void showsAFailingCellWithNotebookNumberAndMessageAndStopsThere() throws Exception {
    Path notebook =
        Notebook.write(
            folder.resolve("failing.ipynb"),
            "System.out.println(java.nio.file.Path.of(\"\").toAbsolutePath());",
            "throw new IllegalStateException(\"penalty is -1, expected 0 or more\");",
            "System.out.println(\"after\");");
    String source = Files.readString(notebook);
    Outcome outcome = Notebook.run("--save", notebook);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.lines())
        .containsExactly(
            "== failing.ipynb",
            folder.toRealPath().toString(),
            "run: failing.ipynb, code cell 2: penalty is -1, expected 0 or more");
    assertThat(notebook).hasContent(source);
  }

  /** What JupyterLab saves of a widget would outrank its picture, and load scripts. */
  @Test
  void anExportedPageShowsThePictureOfAPanel() throws Exception {
    Path notebook = folder.resolve("panel.ipynb");
    Files.writeString(
        notebook,
        """
        {"cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "pad",
          "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {
            "application/vnd.jupyter.widget-view+json": {"model_id": "a", "version_major": 2, "version_minor": 0},
            "image/png": "iVBORw0KGgo=", "text/plain": "a 7"}}]}],
         "nbformat": 4, "nbformat_minor": 4, "metadata": {
          "kernelspec": {"display_name": "Java (jjava)", "language": "java", "name": "java"},
          "widgets": {"application/vnd.jupyter.widget-state+json": {"version_major": 2, "version_minor": 0,
            "state": {"a": {"model_module": "anywidget", "model_name": "AnyModel", "model_module_version": "0",
              "state": {}}}}}}}
        """);
    String jupyter = Project.ROOT.resolve(".venv/bin/jupyter").toString();
    Outcome outcome =
        Outcome.of(
            new ProcessBuilder(jupyter, "nbconvert", "--to", "html", notebook.toString()), 5);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(Files.readString(folder.resolve("panel.html")))
        .contains("data:image/png;base64,iVBORw0KGgo=")
        .doesNotContain("widget-state+json", "widget-view+json");
  }

  /** Uses the user's command, little memory, and a locale whose numbers have other digits. */
  @Test
  void testsTheKeptModelOnTheRealDigitsAndKeepsTheOutputs() throws Exception {
    Path notebooks = Project.ROOT.resolve("notebooks");
    Path notebook = Files.copy(notebooks.resolve("02-test.ipynb"), folder.resolve("02-test.ipynb"));
    Files.copy(notebooks.resolve("models.ser"), folder.resolve("models.ser"));
    String lab = Project.ROOT.resolve("lab").toString();
    ProcessBuilder run = new ProcessBuilder(lab, "run", "--save", notebook.toString());
    Notebook.options(run, "-Xmx1g -Duser.language=ar -Duser.country=EG");
    Outcome outcome = Outcome.of(run, 5);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .containsPattern("(?m)^digit \\d+: predicted \\d, actual \\d, (correct|wrong)$")
        .doesNotContainPattern("[\\p{Nd}٫&&[^0-9]]");
    assertThat(Files.readString(notebook))
        .contains("\"execution_count\": 1,", "\"execution_count\": 2,", "\"image/png\"")
        .doesNotContain("iopub", "\"version\"")
        .endsWith("}\n");
  }
}
