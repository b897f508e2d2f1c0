package digits.model;

import digits.data.Message;
import java.nio.file.Path;

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
        Message.of(
            "there is no model file %s; make one with the notebook 01-train or with ./lab run",
            file.toAbsolutePath()));
  }

  /** It is not a model file, or one that has lost, gained or changed bytes. */
  static ModelFileException damaged(Path file, String found) {
    return new ModelFileException(
        Message.of(
            "%s is not a model file or is damaged: %s; fetch it again, or make a new one with the"
                + " notebook 01-train",
            file.toAbsolutePath(), found));
  }

  static ModelFileException otherVersion(Path file, int version, int ours) {
    return new ModelFileException(
        Message.of(
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
