package digits.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /** Where it is in a folder, under any of its usual names. */
  Optional<Path> in(Path folder) {
    String dotted = name.replace("-idx", ".idx");
    return List.of(name, name + ".gz", dotted, dotted + ".gz").stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
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
