package digits.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where this user's system keeps files that can be fetched again. */
final class CacheFolder {

  private static final String PROJECT = "ten-digits";

  private CacheFolder() {}

  /** The folder on this machine. */
  static Path ofThisUser() {
    return of(
        System.getProperty("os.name"),
        MnistFolder.named("the home folder", System.getProperty("user.home")),
        System.getenv());
  }

  /**
   * The folder by the convention of a platform.
   *
   * @param system as Java names it: "Linux", "Mac OS X", "Windows 11"
   * @param home the user's home folder
   * @param environment the environment's variables
   */
  static Path of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve(PROJECT)
          .resolve("cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(PROJECT);
    }
    return folder(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(PROJECT);
  }

  /** A folder that a variable names. The XDG rules say to ignore one that is not absolute. */
  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> MnistFolder.named(variable, text))
        .filter(Path::isAbsolute);
  }
}
