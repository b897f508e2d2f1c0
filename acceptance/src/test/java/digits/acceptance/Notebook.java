package digits.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  /** Adds options for the kernels that a command starts. JJava allows no blank at either end. */
  public static void options(ProcessBuilder command, String more) {
    Map<String, String> variables = command.environment();
    variables.merge("JJAVA_JVM_OPTS", more.strip(), (all, it) -> (all + " " + it).strip());
  }

  /** Runs one of the tests that are written in Python. */
  public static Outcome script(String name, Object... arguments)
      throws IOException, InterruptedException {
    return python("acceptance/src/test/python/" + name, arguments);
  }

  /** Runs a script of the project, with the Python of ./lab. */
  private static Outcome python(String script, Object... arguments)
      throws IOException, InterruptedException {
    Path python = Project.ROOT.resolve(".venv/bin/python");
    Stream<?> begin = Stream.of(python, "-B", Project.ROOT.resolve(script));
    var command = Stream.concat(begin, Stream.of(arguments)).map(Object::toString).toList();
    return Outcome.of(new ProcessBuilder(command), 5);
  }
}
