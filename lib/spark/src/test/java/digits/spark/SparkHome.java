package digits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** An installation of Spark made of links to the jars on the class path, without this library. */
final class SparkHome {

  /** As the environment of the tests says, see pom.xml. */
  static final Path FOLDER = Path.of(System.getenv("SPARK_HOME"));

  /** For a process that lives for seconds, too short a time for C2 to pay off. */
  static final String QUICK = "-XX:TieredStopAtLevel=1";

  static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  private SparkHome() {}

  static {
    try {
      make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make() throws IOException {
    Path jars = FOLDER.resolve("jars");
    if (Files.exists(FOLDER)) {
      try (Stream<Path> old = Files.walk(FOLDER)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(jars);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      String name = file.getFileName().toString();
      if (name.endsWith(".jar") && !name.matches("(digits|jjava|smile|openblas|javacpp).*")) {
        Files.createSymbolicLink(jars.resolve(name), file.toAbsolutePath());
      }
    }
  }

  /**
   * A jar of this module, as Maven will make it after the tests, and all others that are needed.
   */
  static String jars() {
    Path jar = FOLDER.resolve("digits-spark.jar");
    Path classes = Path.of("target/classes");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(one).toString()));
        Files.copy(one, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.concat(Stream.of(jar.toUri().toString()), Jars.needed())
        .collect(Collectors.joining(","));
  }

  /** The running executors or other children whose command has a word in it. */
  static List<ProcessHandle> children(String word) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(word))
        .toList();
  }

  /** Training on a Spark whose executors start from here. */
  static SparkTraining on(String master) {
    return SparkTraining.on(master)
        .parts(12)
        .with("spark.jars", jars())
        .with("spark.driver.host", "127.0.0.1")
        .with("spark.driver.bindAddress", "127.0.0.1")
        .with("spark.executor.memory", "600m")
        .with("spark.executor.extraJavaOptions", QUICK)
        .with("spark.shuffle.io.retryWait", "1s");
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  static void awaitNone(List<ProcessHandle> processes) throws Exception {
    await("the end of " + processes, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.call()) {
      assertThat(Instant.now()).as("%s", what).isBefore(end);
      Thread.sleep(100);
    }
  }
}
