package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The project's sources in another folder, to be built as if on another machine. */
record Copy(Path folder) {

  private static final Set<String> MADE = Set.of("target", "work");

  /** Copies what people write; whatever tools make of it stays behind. */
  static Copy in(Path folder) throws IOException {
    Files.walkFileTree(
        Project.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes)
              throws IOException {
            String name = source.getFileName().toString();
            boolean hidden = name.startsWith(".") && !name.equals(".mvn");
            if (!source.equals(Project.ROOT) && (hidden || MADE.contains(name))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(place(source));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path source, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(source, place(source));
            return FileVisitResult.CONTINUE;
          }

          private Path place(Path source) {
            return folder.resolve(Project.ROOT.relativize(source).toString());
          }
        });
    return new Copy(folder);
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  void replace(String file, String old, String with) throws IOException {
    assertThat(text(file)).contains(old);
    Files.writeString(folder.resolve(file), text(file).replace(old, with));
  }

  Path jar(Path name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  void succeeds(Map<String, String> environment, String... maven)
      throws IOException, InterruptedException {
    Outcome outcome = maven(folder, environment, maven);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  static Outcome maven(Path project, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    ProcessBuilder maven = new ProcessBuilder("mvn", "-q", "-B", "-ntp");
    maven.command().addAll(List.of(options));
    maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    maven.environment().put("LC_ALL", "C");
    maven.environment().putAll(environment);
    return Outcome.of(maven.directory(project.toFile()), 5);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
