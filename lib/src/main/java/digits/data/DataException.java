package digits.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Digits could not be had. The message is one that a reader can act on.
 *
 * <p>It carries no stack trace: a notebook prints the trace of whatever a cell throws, and a
 * missing file deserves one line.
 */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure said in one sentence. */
  public DataException(String message) {
    super(message, null, false, false);
  }

  /** A file that the system does not let us read. */
  static DataException unreadable(Path file, IOException reason) {
    return new DataException("cannot read " + file + ": " + reason(reason));
  }

  /** Why the system refused, in a few words. Its own message often is only the file's name. */
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
    if (e instanceof DirectoryNotEmptyException found) {
      return found.getFile() + " is a folder with files in it";
    }
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    if (said != null) {
      return said;
    }
    return e instanceof EOFException ? "it ends too early" : "the system does not say why";
  }
}
