package digits.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A folder that the user named. It is only read: what is missing or wrong is reported.
 *
 * @param path the folder
 * @param advice how to go on when it is not as it should be
 */
record MnistFolder(Path path, String advice) {

  Mnist read(MnistFiles files) {
    if (!Files.isDirectory(path)) {
      throw new MnistUnavailableException("no such folder: " + path + "; " + advice);
    }
    String missing =
        files.all().stream()
            .filter(file -> file.in(path).isEmpty())
            .map(MnistFile::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new MnistUnavailableException(
          "missing (plain or as .gz): " + missing + ", in " + path + "; " + advice);
    }
    try {
      return files.read(file -> file.read(file.in(path).orElseThrow()));
    } catch (DataException e) {
      throw new MnistUnavailableException(e.getMessage() + "; " + advice);
    }
  }
}
