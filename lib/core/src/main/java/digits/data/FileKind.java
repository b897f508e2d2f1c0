package digits.data;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognises a file of an unexpected kind by its first bytes. */
public final class FileKind {

  /** The number of bytes that are needed from the start of a file. */
  public static final int BYTES = 512;

  private static final Map<String, String> STARTS =
      Map.ofEntries(
          entry("PK\3\4", "a zip archive (unpack it)"),
          entry("\u001f\u008b", "a gzip file (unpack it)"),
          entry("\u00fd7zXZ\0", "an xz file (unpack it)"),
          entry("BZh", "a bzip2 file (unpack it)"),
          entry("7z\u00bc\u00af\u0027\u001c", "a 7z archive (unpack it)"),
          entry("\u0028\u00b5\u002f\u00fd", "a zstd file (unpack it)"),
          entry("Rar!", "a rar archive (unpack it)"),
          entry("\u0089PNG", "a PNG picture"),
          entry("\u00ff\u00d8\u00ff", "a JPEG picture"),
          entry("GIF8", "a GIF picture"),
          entry("%PDF", "a PDF file"),
          entry("PAR1", "a Parquet file"),
          entry("\u0093NUMPY", "a NumPy array (npy)"),
          entry("\u0089HDF", "an HDF5 file"),
          entry("\u0080", "a Python pickle"),
          entry("\u00ac\u00ed\0\5", "something that another Java program saved"),
          entry("\u008aTEN\r\n\u001a\n", "a model file, such as models.ser"),
          entry("\0\0\b\1", "an IDX file of labels"),
          entry("\0\0\b\3", "an IDX file of images"),
          entry("\0\0\f\2", "an IDX file of whole numbers, such as QMNIST's labels"),
          entry("version https://git-lfs", "a Git LFS pointer (git lfs pull fetches the file)"),
          entry("\u00ff\u00fe", "a text file"),
          entry("\u00fe\u00ff", "a text file"),
          entry("<?xml", "an XML file"));

  private FileKind() {}

  /**
   * Says what a file is.
   *
   * @param file its bytes; the first {@link #BYTES} are enough
   * @return words such as "a web page"; nothing if it is of no kind known here
   */
  public static Optional<String> of(byte[] file) {
    byte[] start = Arrays.copyOf(file, Math.min(file.length, BYTES));
    String bytes = new String(start, StandardCharsets.ISO_8859_1);
    String text = new String(start, StandardCharsets.UTF_8).replaceFirst("^[\\uFEFF\\s]+", "");
    String words = text.toLowerCase(Locale.ROOT);
    if (words.startsWith("<") && (words.contains("<html") || words.contains("<!doctype html"))) {
      return Optional.of("a web page");
    }
    if (bytes.startsWith("PK\3\4") && bytes.contains(".npy")) {
      return Optional.of("a NumPy archive (npz)");
    }
    if (bytes.startsWith("ustar", 257)) {
      return Optional.of("a tar archive (unpack it)");
    }
    return STARTS.entrySet().stream()
        .filter(kind -> bytes.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> isText(text) ? Optional.of("a text file") : Optional.empty());
  }

  /** The last letter may have been cut. */
  private static boolean isText(String text) {
    return !text.isEmpty()
        && text.replaceFirst("\uFFFD$", "")
            .chars()
            .noneMatch(c -> c == 0xFFFD || Character.isISOControl(c) && !Character.isWhitespace(c));
  }
}
