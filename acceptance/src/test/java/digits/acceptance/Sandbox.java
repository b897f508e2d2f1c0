package digits.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of the script and of what it looks at, in folders with a space in their names, where
 * scripts stand for Java, Maven, Python and npm. They write down how they are called.
 */
public final class Sandbox {

  private static final String SYSTEM_TOOLS =
      "bash cat cksum cp dirname find grep gzip id ls mkdir mv readlink rm sed sleep sort tail tar"
          + " touch";

  public final Path project;
  public final Path home;
  public final Path tools;
  private final Path elsewhere;
  private final Path calls;
  private final Map<String, String> environment = new TreeMap<>();

  public Sandbox(Path folder) throws IOException {
    project = Files.createDirectories(folder.resolve("ten digits"));
    home = Files.createDirectories(folder.resolve("a home"));
    tools = Files.createDirectories(folder.resolve("jdk and more").resolve("bin"));
    elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    calls = Files.createFile(folder.resolve("calls"));
    for (String file :
        List.of(
            "lab",
            "requirements.txt",
            "pom.xml",
            "lib/pom.xml",
            "notebooks/doctor.py",
            "notebooks/kernel.py")) {
      Files.createDirectories(project.resolve(file).getParent());
      Files.copy(
          Project.ROOT.resolve(file), project.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    write("lib/src/main/java/Digit.java", "class Digit {}\n");
    for (String tool : List.of("java", "mvn", "python3")) {
      add(tool);
    }
    script("javac", "exit 0");
    script("chromium", "exit 0");
    set("PATH", tools + File.pathSeparator + systemTools());
    set("HOME", home.toString());
    set("CALLS", calls.toString());
    set("REAL_PYTHON", python());
  }

  /** Where the set-up puts the library. */
  public Path jar() {
    return home.resolve(
        ".m2/repository/digits/digits-lib/%s/digits-lib-%<s.jar".formatted(Project.version()));
  }

  /** Puts one of the stand-ins on the path. */
  void add(String tool) throws IOException {
    Path source = Project.ROOT.resolve("acceptance/src/test/resources/tools").resolve(tool);
    Files.copy(source, tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Puts a tool of one line on the path. */
  public void script(String tool, String line) throws IOException {
    Path file = Files.writeString(tools.resolve(tool), "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void remove(String tool) throws IOException {
    Files.delete(tools.resolve(tool));
  }

  public void set(String variable, String value) {
    environment.put(variable, value);
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(project.resolve(file).getParent());
    Files.writeString(project.resolve(file), text);
  }

  /** Runs the script to its end. */
  public Outcome lab(String... arguments) throws IOException, InterruptedException {
    return labAt(project.resolve("lab"), arguments);
  }

  /** The same by another name, such as a link. */
  Outcome labAt(Path script, String... arguments) throws IOException, InterruptedException {
    Files.writeString(calls, "");
    return Outcome.of(commandAt(script, arguments), 2);
  }

  /** What a program hears that the script starts, such as the value of a variable. */
  String echo(String what) throws IOException, InterruptedException {
    lab("setup");
    script("mvn", "echo 'Apache Maven 3.9.9'; echo \"" + what + "\"");
    List<String> lines = lab("test").lines();
    return lines.get(lines.size() - 1);
  }

  /** The script, to be started from a folder that is not the project's. */
  public ProcessBuilder command(String... arguments) {
    return commandAt(project.resolve("lab"), arguments);
  }

  private ProcessBuilder commandAt(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** The calls of the last run that make something, so without the questions for a version. */
  public List<String> calls() throws IOException {
    return Files.readAllLines(calls).stream()
        .filter(call -> !call.endsWith("version") && !call.startsWith("python -c"))
        .filter(call -> !call.endsWith("--folder"))
        .toList();
  }

  /** The program itself, where what is on the path is a script that looks for it. */
  private static String python() throws IOException {
    try {
      String[] ask = {"python3", "-c", "import sys; print(sys.executable)"};
      return Outcome.of(new ProcessBuilder(ask), 1).output().strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A folder with links to the tools that every system has, and to no others. */
  private static Path systemTools() throws IOException {
    Path folder = Project.ROOT.resolve("acceptance/target/system-tools");
    Files.createDirectories(folder);
    for (String tool : SYSTEM_TOOLS.split(" ")) {
      if (!Files.exists(folder.resolve(tool))) {
        Files.createSymbolicLink(folder.resolve(tool), onPath(tool));
      }
    }
    return folder;
  }

  private static Path onPath(String tool) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException(tool + " is not on the path");
  }
}
