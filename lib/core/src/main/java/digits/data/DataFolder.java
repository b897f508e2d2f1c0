package digits.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The folder of the digits: one that the user names, or the user's cache folder. */
public final class DataFolder {

  private static final String PROJECT = "ten-digits";

  private DataFolder() {}

  /** The folder for files that can be fetched again. */
  public static Path cache() {
    Path home = path("the home folder", System.getProperty("user.home"));
    return cache(System.getProperty("os.name"), home, System.getenv());
  }

  /** The cache folder by the convention of a system, named as Java does: "Linux", "Mac OS X". */
  static Path cache(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path local = named(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return local.resolve(PROJECT).resolve("cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Caches").resolve(PROJECT);
    }
    // The XDG rules say to ignore one that is not absolute.
    Optional<Path> xdg = named(environment, "XDG_CACHE_HOME").filter(Path::isAbsolute);
    return xdg.orElse(home.resolve(".cache")).resolve(PROJECT);
  }

  /** The folder that a variable names, if it is set and not blank. */
  static Optional<Path> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> path(variable, text));
  }

  /**
   * Removes quotes around a path, and expands a tilde or $HOME at its start, in case no shell has
   * done so.
   */
  private static Path path(String variable, String text) {
    String bare = text.strip().replaceFirst("^([\"'])(.*)\\1$", "$2");
    String home = Matcher.quoteReplacement(System.getProperty("user.home"));
    try {
      return Path.of(bare.replaceFirst("^(~|\\$HOME|\\$\\{HOME})(?=/|$)", home));
    } catch (InvalidPathException e) {
      throw new DataException(
          Message.of(
              "%s is \"%s\", which is no path in this locale: set LC_ALL to C.UTF-8, or choose a"
                  + " name of plain letters",
              variable, text.replaceAll("\\p{C}", "?")));
    }
  }
}
