package digits.model;

import digits.data.AtomicFile;
import digits.data.DataException;
import digits.data.Message;
import digits.linalg.NotEnoughMemoryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Keeps a model in a file, usually {@code models.ser}; docs/format.md specifies it. */
public final class ModelFile {

  /** The format that is written and read; every later version of this library has to read it. */
  static final int VERSION = 1;

  private static final int LONGEST_REASON = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

  private ModelFile() {}

  /**
   * Saves a model. The file is written beside and moved into place, so that a reader never sees
   * half of it, and a save that fails leaves the old one as it was. Of two saves at once, one wins.
   * A new file has ordinary permissions, also when it replaces another; a symbolic link stays and
   * the file that it leads to is replaced.
   *
   * @param model linear classifiers, usually ten, on this library's own features
   * @param file where to; its folder must exist
   * @return the size of the file in bytes
   * @throws IllegalArgumentException if the model is of a kind that cannot be saved
   * @throws ModelFileException if the file cannot be written
   */
  public static long save(DigitClassifier model, Path file) {
    byte[] bytes = encode(model);
    try {
      AtomicFile.replace(file, bytes);
      return bytes.length;
    } catch (IOException e) {
      throw ModelFileException.unwritable(
          file, DataException.reason(e) + "; the file that was there, if any, is unchanged");
    }
  }

  /**
   * Loads a model, with the very numbers that were saved.
   *
   * @throws ModelFileException if there is no such file, or it cannot be read, is not a model file,
   *     has a single wrong byte, or is too old or too new
   * @throws NotEnoughMemoryException if the model is sound, but Java has not enough memory for it
   */
  public static DigitClassifier load(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw ModelFileException.unreadable(
          file, Files.isDirectory(file) ? "that is a folder" : "that is not an ordinary file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decode(file, in.readNBytes(Envelope.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw ModelFileException.missing(file);
    } catch (IOException e) {
      throw ModelFileException.unreadable(file, DataException.reason(e));
    }
  }

  /** All the bytes of a file with a model, read again to be sure that they can be. */
  public static byte[] encode(DigitClassifier model) {
    byte[] payload = Payload.encode(SavedModel.of(model));
    byte[] bytes = new Envelope(VERSION, payload).toBytes();
    try {
      if (bytes.length > Envelope.MAX_BYTES) {
        throw new IOException(
            Message.of("%,d bytes are more than %,d", bytes.length, Envelope.MAX_BYTES));
      }
      Payload.decode(payload);
      return bytes;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "this model is too large to be read again: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a model from bytes that {@link #encode} made.
   *
   * @param file where they are from, for the message
   */
  public static DigitClassifier decode(Path file, byte[] bytes) {
    Envelope envelope = Envelope.of(file, bytes);
    if (envelope.version() != VERSION) {
      throw ModelFileException.otherVersion(file, envelope.version(), VERSION);
    }
    try {
      return Payload.decode(envelope.payload()).toModel();
    } catch (NotEnoughMemoryException e) {
      throw e; // The file is not to blame.
    } catch (IOException | RuntimeException e) {
      // The checksum is right, so somebody made it so: the constructors refuse what they hold.
      throw ModelFileException.damaged(file, "what is inside is no model: " + said(e));
    }
  }

  /** The reason on one line of bounded length, because some of its words may be the file's own. */
  private static String said(Exception e) {
    if (e instanceof NullPointerException || e.getCause() instanceof NullPointerException) {
      return "a part of the model is not there";
    }
    String message = e.getMessage() == null ? "its parts do not fit together" : e.getMessage();
    String start = Message.of("%." + LONGEST_REASON + "s", message);
    return UNPRINTABLE.matcher(start).replaceAll(" ") + (start.equals(message) ? "" : "...");
  }
}
