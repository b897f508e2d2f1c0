package digits.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * A folder that the user named. It is only read: what is missing or wrong is reported.
 *
 * @param path the folder
 * @param advice how to go on when it is not as it should be
 */
record MnistFolder(Path path, String advice) {

  private static final int MOST_NAMED = 5;

  /**
   * A folder that a variable or a property names: quotes around it are taken off, and a tilde or
   * $HOME at its start is the home folder, also where no shell has seen to it.
   *
   * @throws DataException if this Java cannot have such a path
   */
  static Path named(String variable, String text) {
    String bare = text.strip().replaceFirst("^([\"'])(.*)\\1$", "$2");
    String home = Matcher.quoteReplacement(System.getProperty("user.home"));
    try {
      return Path.of(bare.replaceFirst("^(~|\\$HOME|\\$\\{HOME})(?=/|$)", home));
    } catch (InvalidPathException e) {
      throw new MnistUnavailableException(
          variable
              + " is \""
              + text.replaceAll("\\p{C}", "?")
              + "\", which is no path in this locale: set LC_ALL to C.UTF-8, or take a name of"
              + " plain letters");
    }
  }

  Mnist read(MnistFiles files) {
    if (!Files.isDirectory(path)) {
      String what = Files.exists(path) ? "that is a file, not a folder: " : "no such folder: ";
      throw new MnistUnavailableException(what + path + "; " + advice);
    }
    String missing =
        files.all().stream()
            .filter(file -> file.in(path).isEmpty())
            .map(MnistFile::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new MnistUnavailableException(
          "missing (plain or as .gz): " + missing + ", in " + path + holds() + "; " + advice);
    }
    try {
      return files.read(this::right);
    } catch (DataException e) {
      throw new MnistUnavailableException(e.getMessage() + "; " + advice);
    }
  }

  /** The first file that is right. If none is, what is wrong with the first. */
  private IdxFile right(MnistFile file) {
    List<DataException> wrong = new ArrayList<>();
    for (Path candidate : file.in(path)) {
      try {
        return file.read(candidate);
      } catch (DataException e) {
        wrong.add(e);
      }
    }
    throw wrong.get(0);
  }

  private String holds() {
    List<Path> all = MnistFile.listed(path, name -> true);
    if (all.isEmpty()) {
      return ", which is empty";
    }
    String some =
        all.stream()
            .limit(MOST_NAMED)
            .map(file -> file.getFileName().toString().replaceAll("\\p{C}", "?"))
            .collect(Collectors.joining(", "));
    int more = all.size() - MOST_NAMED;
    return ", which has " + some + (more > 0 ? " and " + more + " more" : "");
  }
}
