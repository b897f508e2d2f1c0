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
    List<Object> command = new ArrayList<>(List.of(arguments));
    command.add(0, Project.ROOT.resolve("tools/run.py"));
    return python(command.toArray());
  }

  /** Runs one of the tests that are written in Python. */
  public static Outcome script(String name, Object... arguments)
      throws IOException, InterruptedException {
    List<Object> command = new ArrayList<>(List.of(arguments));
    command.add(0, Project.ROOT.resolve("acceptance/src/test/python").resolve(name));
    return python(command.toArray());
  }

  /** Runs the Python of the set-up. */
  private static Outcome python(Object... arguments) throws IOException, InterruptedException {
    Path python = Project.ROOT.resolve(".venv/bin/python");
    if (!Files.exists(python)) {
      throw new IllegalStateException("there is no " + python + "; run ./lab setup first");
    }
    List<String> command = new ArrayList<>(List.of(python.toString(), "-B"));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return Outcome.of(new ProcessBuilder(command), 5);
  }
}
