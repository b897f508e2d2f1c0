package digits.model;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A model could not be loaded or saved. The message is one sentence that names the file and what to
 * do. There is no stack trace, because a notebook would print it in full.
 */
public final class ModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ModelFileException(String message) {
    super(message, null, false, false);
  }

  static ModelFileException missing(Path file) {
    return new ModelFileException(
        "there is no model file "
            + file.toAbsolutePath()
            + "; make one with the notebook 01-train or with ./lab run");
  }

  /** It is not a model file, or one that has lost, gained or changed bytes. */
  static ModelFileException damaged(Path file, String found) {
    return new ModelFileException(
        file.toAbsolutePath()
            + " is not a model file or is damaged: "
            + found
            + "; fetch it again, or make a new one with the notebook 01-train");
  }

  static ModelFileException otherVersion(Path file, int version, int ours) {
    return new ModelFileException(
        String.format(
            Locale.ROOT,
            "%s is too %s: it has format version %d, this library reads version %d;"
                + " %smake a new one with the notebook 01-train",
            file.toAbsolutePath(),
            version < ours ? "old" : "new",
            version,
            ours,
            version < ours ? "" : "update the library, or "));
  }

  static ModelFileException unreadable(Path file, String why) {
    return new ModelFileException(
        "the model file " + file.toAbsolutePath() + " cannot be read: " + why);
  }

  static ModelFileException unwritable(Path file, String why) {
    return new ModelFileException(
        "the model cannot be saved as " + file.toAbsolutePath() + ": " + why);
  }
}
