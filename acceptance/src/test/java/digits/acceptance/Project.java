package digits.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project under test, on disk. */
public final class Project {

  public static final Path ROOT =
      Path.of(System.getProperty("basedir")).toAbsolutePath().getParent();

  private Project() {}

  public static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files below a folder, from the project's. */
  public static List<Path> java(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(ROOT::relativize).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String version() {
    return inPom("version");
  }

  /** The Maven group of all modules. */
  public static String group() {
    return inPom("groupId");
  }

  private static String inPom(String name) {
    Pattern own = Pattern.compile("(?m)^  <%1$s>(.*)</%1$s>$".formatted(name));
    return own.matcher(text("pom.xml")).results().findFirst().orElseThrow().group(1);
  }
}
