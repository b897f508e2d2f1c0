package digits.model;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A model could not be loaded or saved. The message is one sentence that names the file and what to
 * do. There is no stack trace, for a notebook would print it in full.
 */
public abstract sealed class ModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ModelFileException(String message) {
    super(message, null, false, false);
  }

  /** What the system says went wrong, without the name of the file. */
  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof ClosedByInterruptException) {
      return "interrupted";
    }
    String said =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return said == null ? "the system does not say why" : said;
  }

  /** There is no such file. */
  public static final class Missing extends ModelFileException {

    private static final long serialVersionUID = 1L;

    Missing(Path file) {
      super(
          "there is no model file "
              + file.toAbsolutePath()
              + "; make one with the notebook 01-train or with ./lab run");
    }
  }

  /** It is not a model file, or one that has lost, gained or changed bytes. */
  public static final class Damaged extends ModelFileException {

    private static final long serialVersionUID = 1L;

    Damaged(Path file, String found) {
      super(
          file.toAbsolutePath()
              + " is not a model file or is damaged: "
              + found
              + "; fetch it again, or make a new one with the notebook 01-train");
    }
  }

  /** Its format is older than any that this library reads. */
  public static final class TooOld extends ModelFileException {

    private static final long serialVersionUID = 1L;

    TooOld(Path file, int version, String readable) {
      super(
          String.format(
              Locale.ROOT,
              "%s is too old: it has format version %d, this library reads %s;"
                  + " make a new one with the notebook 01-train",
              file.toAbsolutePath(),
              version,
              readable));
    }
  }

  /** Its format is newer than any that this library reads. */
  public static final class TooNew extends ModelFileException {

    private static final long serialVersionUID = 1L;

    TooNew(Path file, int version, String readable) {
      super(
          String.format(
              Locale.ROOT,
              "%s is too new: it has format version %d, this library reads %s;"
                  + " update the library, or make a new one with the notebook 01-train",
              file.toAbsolutePath(),
              version,
              readable));
    }
  }

  /** There is something, but it cannot be read. */
  public static final class Unreadable extends ModelFileException {

    private static final long serialVersionUID = 1L;

    Unreadable(Path file, String why) {
      super("the model file " + file.toAbsolutePath() + " cannot be read: " + why);
    }

    Unreadable(Path file, IOException failure) {
      this(file, reason(failure));
    }
  }

  /** It could not be written. What was there before is as it was. */
  public static final class Unwritable extends ModelFileException {

    private static final long serialVersionUID = 1L;

    Unwritable(Path file, String why) {
      super("the model cannot be saved as " + file.toAbsolutePath() + ": " + why);
    }

    Unwritable(Path file, IOException failure) {
      this(file, reason(failure) + "; the file that was there, if any, is unchanged");
    }
  }
}
