package digits.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the four files of MNIST, and how to know that it is the right one.
 *
 * @param name the official name without .gz, such as train-images-idx3-ubyte
 * @param images whether it holds images, or labels
 * @param bytes its length when not compressed
 * @param sha256 of its uncompressed content, in hexadecimal
 */
record MnistFile(String name, boolean images, long bytes, String sha256) {

  /** What mirrors call it, and what it is called in the cache. */
  String compressedName() {
    return name + ".gz";
  }

  /**
   * Where it may be: in a folder under its own name, in an unpacked archive's folder of that name,
   * in torchvision's MNIST/raw, and with what browsers add to a name that is there already.
   */
  List<Path> in(Path folder) {
    String dotted = name.replace("-idx", ".idx");
    Pattern copy =
        Pattern.compile(
            name.replace("-idx", "[-.]idx")
                + "( ?\\(\\d+\\)| \\d+| copy)?([.]gz)?( ?\\(\\d+\\)|[.]\\d+)?",
            Pattern.CASE_INSENSITIVE);
    List<Path> found = new ArrayList<>();
    for (String below : List.of("", "MNIST/raw", "raw", name, dotted)) {
      Path place = folder.resolve(below);
      Stream.of(name, name + ".gz", dotted, dotted + ".gz").map(place::resolve).forEach(found::add);
      found.addAll(listed(place, file -> copy.matcher(file).matches()));
    }
    return found.stream().distinct().filter(Files::isRegularFile).toList();
  }

  /** The files of a folder whose names are wanted, in order; none if it cannot be read. */
  static List<Path> listed(Path folder, Predicate<String> wanted) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /**
   * Reads the file and compares its checksum.
   *
   * @throws DataException if it cannot be read, or is any other file than this one
   */
  IdxFile read(Path path) {
    IdxFile content = images ? IdxFile.images(path, bytes) : IdxFile.labels(path, bytes);
    String actual = content.sha256();
    if (!actual.equals(sha256)) {
      throw new DataException(
          "wrong file: actual SHA-256 " + actual + ", expected " + sha256 + ", in " + path);
    }
    return content;
  }
}
