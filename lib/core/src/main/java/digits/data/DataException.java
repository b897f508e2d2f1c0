package digits.data;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Digits could not be read, downloaded or saved. The message says what to do.
 *
 * <p>It carries no stack trace: a notebook prints the trace of whatever a cell throws, and a
 * missing file deserves one line.
 */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Describes the failure in one sentence. */
  public DataException(String message) {
    super(message, null, false, false);
  }

  /**
   * The reason for a failure in a few words. The system's own message is often just the file's
   * name.
   */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException found) {
      return found.getFile() + " is there already, and is no folder";
    }
    if (e instanceof ClosedByInterruptException) {
      return "interrupted";
    }
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return said == null ? "the system does not say why" : said;
  }
}
