package digits.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the four MNIST files, with its checksum.
 *
 * @param name the official name without .gz, such as train-images-idx3-ubyte
 * @param bytes its length when not compressed
 * @param sha256 of its uncompressed content, in hexadecimal
 */
record MnistFile(String name, int bytes, String sha256) {

  /** The files that LeCun, Cortes and Burges published: training and test, images first. */
  static final List<MnistFile> PUBLISHED =
      List.of(
          new MnistFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new MnistFile(
              "train-labels-idx1-ubyte",
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new MnistFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new MnistFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  /** What browsers add to the name of a file that exists already. */
  private static final String COPY = "( ?\\(\\d+\\)| \\d+| copy)?([.]gz)?( ?\\(\\d+\\)|[.]\\d+)?";

  private static final int MOST_NAMED = 5;

  /** What gzip may add to a file that it cannot compress. */
  private static final int GZIP_OVERHEAD = 1 << 16;

  /** Its name on the mirrors and in the cache. */
  String compressedName() {
    return name + ".gz";
  }

  /** The largest possible size of this file, compressed or not. */
  int most() {
    return bytes + GZIP_OVERHEAD;
  }

  /**
   * The candidates in a folder: directly in it, in torchvision's MNIST/raw, or in a subfolder of
   * the same name, as some archives unpack it; under its own name, or a browser's variant of it.
   */
  List<Path> in(Path folder) {
    String dotted = name.replace("-idx", ".idx");
    Pattern names =
        Pattern.compile(name.replace("-idx", "[-.]idx") + COPY, Pattern.CASE_INSENSITIVE);
    return Stream.of("", "MNIST/raw", "raw", name, dotted)
        .flatMap(below -> listed(folder.resolve(below)).stream())
        .filter(file -> names.matcher(file.getFileName().toString()).matches())
        .filter(Files::isRegularFile)
        .toList();
  }

  private static List<Path> listed(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // Not a folder, or not readable.
    }
  }

  /** Finds all of some files in a folder. */
  static List<IdxFile> find(List<MnistFile> files, Path folder) {
    return files.stream().map(file -> file.find(folder)).toList();
  }

  /**
   * Reads the first candidate in a folder that has the right content.
   *
   * @throws DataException if there is none; the message says what is wrong with the first candidate
   */
  IdxFile find(Path folder) {
    List<DataException> wrong = new ArrayList<>();
    for (Path candidate : in(folder)) {
      try {
        return checked(candidate, IdxFile.content(candidate, most()));
      } catch (DataException e) {
        wrong.add(e);
      }
    }
    throw wrong.isEmpty() ? missing(folder) : wrong.get(0);
  }

  private DataException missing(Path folder) {
    String some =
        listed(folder).stream()
            .limit(MOST_NAMED)
            .map(file -> file.getFileName().toString().replaceAll("\\p{C}", "?"))
            .collect(Collectors.joining(", "));
    int more = listed(folder).size() - MOST_NAMED;
    String has = (some.isEmpty() ? "nothing" : some) + (more > 0 ? " and " + more + " more" : "");
    String is = Files.isDirectory(folder) ? "has " + has : "is no folder";
    return new DataException(
        "missing (plain or as .gz): " + name + ", in " + folder + ", which " + is);
  }

  /**
   * Reads the bytes of a file, plain or gzip, and rejects it unless its checksum is the published
   * one.
   */
  IdxFile checked(Path path, byte[] content) {
    IdxFile file = IdxFile.of(path, content, bytes, name.contains("images"));
    String actual = file.sha256();
    if (!actual.equals(sha256)) {
      throw new DataException(
          "wrong file: actual SHA-256 " + actual + ", expected " + sha256 + ", in " + path);
    }
    return file;
  }
}
