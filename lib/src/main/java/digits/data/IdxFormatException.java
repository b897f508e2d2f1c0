package digits.data;

import java.nio.file.Path;
import java.util.Locale;

/** A file is not the IDX file it should be. The message gives file, offset, actual and expected. */
public final class IdxFormatException extends DataException {

  private static final long serialVersionUID = 1L;

  private final String kind;

  IdxFormatException(Path file, long offset, String wrong, String actual, String expected) {
    super(
        String.format(
            Locale.ROOT,
            "%s: actual %s, expected %s, at offset %,d of %s",
            wrong,
            actual,
            expected,
            offset,
            file));
    kind = "another file";
  }

  /** A file of a known kind, but not this one. */
  IdxFormatException(Path file, String is, String kind) {
    super(file + is + kind + ", not an IDX file");
    this.kind = kind;
  }

  /** What it is instead, such as "a web page". */
  String kind() {
    return kind;
  }
}
