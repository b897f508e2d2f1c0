package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What running a notebook without a browser shows and keeps. Each test starts the real kernel. */
class RunTest {

  @TempDir private Path folder;

  @Test
  void showsAFailingCellWithNotebookNumberAndMessageAndStopsThere() throws Exception {
    Path notebook =
        Notebook.write(
            folder.resolve("failing.ipynb"),
            "System.out.println(\"before\");",
            "throw new IllegalStateException(\"penalty is -1, expected 0 or more\");",
            "System.out.println(\"after\");");
    Outcome outcome = Notebook.run(notebook);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.lines())
        .containsExactly(
            "== failing.ipynb",
            "before",
            "run: failing.ipynb, code cell 2: penalty is -1, expected 0 or more");
  }

  @Test
  void showsWhatTheCompilerSays() throws Exception {
    Path notebook = Notebook.write(folder.resolve("wrong.ipynb"), "int digit = \"five\";");
    Outcome outcome = Notebook.run(notebook);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("run: wrong.ipynb, code cell 1: ", "String cannot be converted to int")
        .doesNotContain("Traceback");
  }

  @Test
  void saysThatTheKernelDied() throws Exception {
    Path notebook = Notebook.write(folder.resolve("dying.ipynb"), "System.exit(3);");
    Outcome outcome = Notebook.run(notebook);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("the kernel died in dying.ipynb, code cell 1")
        .hasLineCount(2)
        .doesNotContain("Traceback");
  }

  @Test
  void saysWhichNotebookIsMissingOrDamaged() throws Exception {
    assertThat(Notebook.run(folder.resolve("none.ipynb")))
        .isEqualTo(new Outcome(1, "run: none.ipynb cannot be read: No such file or directory\n"));
    Path damaged = Files.writeString(folder.resolve("damaged.ipynb"), "{}");
    assertThat(Notebook.run(damaged))
        .isEqualTo(new Outcome(1, "run: damaged.ipynb is not a notebook, or is damaged\n"));
  }

  @Test
  void leavesTheNotebookAloneUnlessToldToSave() throws Exception {
    Path notebook =
        Notebook.write(
            folder.resolve("kept.ipynb"),
            "System.out.println(java.nio.file.Path.of(\"\").toAbsolutePath());",
            "6 * 7");
    String source = Files.readString(notebook);
    Outcome outcome = Notebook.run(notebook);
    assertThat(outcome).isEqualTo(new Outcome(0, "== kept.ipynb\n" + folder.toRealPath() + "\n"));
    assertThat(notebook).hasContent(source);

    assertThat(Notebook.run("--save", notebook).status()).isZero();
    String saved = Files.readString(notebook);
    assertThat(saved)
        .contains("\"execution_count\": 1", "\"execution_count\": 2", "\"42\"")
        .doesNotContain("iopub", "\"version\"")
        .endsWith("}\n");
    assertThat(Notebook.run("--save", notebook).status()).isZero();
    assertThat(notebook).hasContent(saved);
  }

  @Test
  void cleansWhatWasSavedElsewhere() throws Exception {
    Path notebook =
        Files.writeString(
            folder.resolve("saved.ipynb"),
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"language_info": {"version": "17.0.15"},
             "authors": [{"name": "Ada"}]},
             "cells": [{"cell_type": "code", "id": "a", "execution_count": 1, "source": "6 * 7",
              "metadata": {"execution": {"iopub.execute_input": "2026-11-24T10:00:00Z"},
                           "trusted": true, "tags": ["answer"]},
              "outputs": []}]}""");
    assertThat(Notebook.run("--clean", notebook)).isEqualTo(new Outcome(0, ""));
    assertThat(Files.readString(notebook))
        .contains(
            "\"display_name\": \"Java (jjava)\"", "\"answer\"", "\"execution_count\": 1", "\"Ada\"")
        .doesNotContain("17.0.15", "iopub", "trusted");
  }

  @Test
  void writesOverNothingThatItDoesNotKnow() throws Exception {
    for (String script : List.of("run.py", "kernel.py")) {
      Files.copy(Project.ROOT.resolve("notebooks").resolve(script), folder.resolve(script));
    }
    Path notebook = Notebook.write(folder.resolve("edited.ipynb"), "6 * 7");
    Files.writeString(folder.resolve("models.ser"), "the user's");
    Outcome outcome =
        Notebook.python(
            "-c",
            """
            import pathlib, sys
            folder = pathlib.Path('%s')
            sys.path.insert(0, str(folder))
            import run
            print(run.keep_model().name, run.keep_model().name)
            run.OURS.write_text(run.checksum(run.MODEL))
            print(run.keep_model())
            path = folder / 'edited.ipynb'
            before, notebook = run.version_of(path), run.read(path)
            path.write_text('edited meanwhile')
            try:
                run.write(notebook, path, before)
            except run.Failure as failure:
                print(failure)
            """
                .formatted(folder));
    assertThat(outcome.lines())
        .containsExactly(
            "models-1.ser models-2.ser",
            "None",
            "edited.ipynb was changed while it ran, so its outputs were not saved");
    assertThat(folder.resolve("models-1.ser")).hasContent("the user's");
    assertThat(notebook).hasContent("edited meanwhile");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void failsWhenTrainingHasWrittenNoModel() throws Exception {
    Notebook.write(folder.resolve("01-train.ipynb"), "System.out.println(\"training: 3.1 s\");");
    Notebook.write(folder.resolve("02-test.ipynb"), "System.out.println(\"never\");");
    Files.writeString(folder.resolve("models.ser"), "an old one");
    for (String script : List.of("run.py", "kernel.py")) {
      Files.copy(Project.ROOT.resolve("notebooks").resolve(script), folder.resolve(script));
    }
    Outcome outcome = Notebook.python(folder.resolve("run.py"));
    assertThat(folder.resolve("models-1.ser")).doesNotExist();
    assertThat(folder.resolve("models.ser")).hasContent("an old one");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                1,
                """
                == 01-train.ipynb
                training: 3.1 s
                run: 01-train.ipynb ended without writing models.ser
                """));
  }
}
