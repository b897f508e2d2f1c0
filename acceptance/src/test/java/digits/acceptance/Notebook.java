package digits.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tiny notebooks for the Java kernel, and the project's own script that runs them. */
public final class Notebook {

  private Notebook() {}

  public static Path write(Path file, String... codeCells) throws IOException {
    String cells =
        Stream.of(codeCells)
            .map(
                code ->
                    """
                    {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
                     "source": "%s"}\
                    """
                        .formatted(
                            code.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")))
            .collect(Collectors.joining(","));
    return Files.writeString(
        file,
        """
        {"cells": [%s], "nbformat": 4, "nbformat_minor": 4, "metadata": {"kernelspec":
         {"display_name": "Java (jjava)", "language": "java", "name": "java"}}}\
        """
            .formatted(cells));
  }

  /** Starts the project's script that runs notebooks without a browser. */
  public static Outcome run(Object... arguments) throws IOException, InterruptedException {
    return python("tools/run.py", arguments);
  }

  /** Runs one of the tests that are written in Python. */
  public static Outcome script(String name, Object... arguments)
      throws IOException, InterruptedException {
    return python("acceptance/src/test/python/" + name, arguments);
  }

  /** Runs a script of the project, with the Python of ./lab. */
  private static Outcome python(String script, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Project.ROOT.resolve(".venv/bin/python").toString());
    command.add("-B");
    command.add(Project.ROOT.resolve(script).toString());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return Outcome.of(new ProcessBuilder(command), 5);
  }
}
