package digits.data;

import java.nio.file.Path;
import java.util.Locale;

/** A file is not the IDX file it should be. The message gives file, offset, actual and expected. */
public final class IdxFormatException extends DataException {

  private static final long serialVersionUID = 1L;

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
  }
}
