package digits.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project under test, on disk. */
public final class Project {

  public static final Path ROOT =
      Path.of(System.getProperty("basedir")).toAbsolutePath().getParent();

  private static final Pattern OWN_VERSION =
      Pattern.compile("^  <version>(.*)</version>$", Pattern.MULTILINE);

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
    Matcher matcher = OWN_VERSION.matcher(text("pom.xml"));
    if (!matcher.find()) {
      throw new IllegalStateException("no version in pom.xml");
    }
    return matcher.group(1);
  }
}
