package digits.model;

import digits.linalg.NotEnoughMemoryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps a model in a file, usually {@code models.ser}. The package page describes the format. */
public final class ModelFile {

  /** The version that {@link #save} writes, and the newest that {@link #load} reads. */
  static final int VERSION = 2;

  private static final int LONGEST_REASON = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

  private static final String READABLE = "versions 1 and 2";

  private ModelFile() {}

  /**
   * Saves a model. The file is written beside and moved into place, so that a reader never sees
   * half of it, and a save that fails leaves the old one as it was. Of two that save at once, one
   * wins. A new file has ordinary permissions, also when it replaces another; a symbolic link stays
   * and the file that it leads to is replaced.
   *
   * @param model ten linear classifiers, or fewer, on this library's own features
   * @param file where to; its folder must exist
   * @return the size of the file in bytes
   * @throws IllegalArgumentException if the model is of a kind that cannot be saved
   * @throws ModelFileException if the file cannot be written
   */
  public static long save(DigitClassifier model, Path file) {
    byte[] bytes = encode(model);
    try {
      AtomicFile.write(file, bytes);
      return bytes.length;
    } catch (IOException e) {
      throw new ModelFileException.Unwritable(file, e);
    }
  }

  /**
   * Loads a model, with the very numbers that were saved.
   *
   * @param file what {@link #save} wrote, with this library or an older one
   * @throws ModelFileException if there is no such file, or it cannot be read, is not a model file,
   *     has a single wrong byte, or is too old or too new
   * @throws NotEnoughMemoryException if the model is sound, and Java has not so much memory
   */
  public static DigitClassifier load(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ModelFileException.Unreadable(
          file, Files.isDirectory(file) ? "that is a folder" : "that is not an ordinary file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decode(file, in.readNBytes(Envelope.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new ModelFileException.Missing(file);
    } catch (IOException e) {
      throw new ModelFileException.Unreadable(file, e);
    }
  }

  /** All the bytes of a file with a model. */
  public static byte[] encode(DigitClassifier model) {
    byte[] payload = Payload.write(SavedModel2.of(model));
    try {
      Payload.VERSION_2.read(payload);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "this model is too large to be read again: " + e.getMessage(), e);
    }
    return new Envelope(VERSION, payload).toBytes();
  }

  /** Reads a model from all the bytes of a file. */
  static DigitClassifier decode(Path file, byte[] bytes) {
    Envelope envelope = Envelope.of(file, bytes);
    Payload format =
        switch (envelope.version()) {
          case 1 -> Payload.VERSION_1;
          case 2 -> Payload.VERSION_2;
          default -> throw wrongVersion(file, envelope.version());
        };
    try {
      return format.read(envelope.payload()).toModel();
    } catch (NotEnoughMemoryException e) {
      throw e; // The file is not to blame.
    } catch (IOException | RuntimeException e) {
      // The checksum is right, so somebody made it so: the constructors refuse what they hold.
      throw new ModelFileException.Damaged(file, "what is inside is no model: " + said(e));
    }
  }

  /** The reason on one line of bounded length, for some of its words may be the file's own. */
  private static String said(Exception e) {
    String message = e.getMessage() == null ? "its parts do not fit together" : e.getMessage();
    String start = String.format(Locale.ROOT, "%." + LONGEST_REASON + "s", message);
    return UNPRINTABLE.matcher(start).replaceAll(" ") + (start.equals(message) ? "" : "...");
  }

  private static ModelFileException wrongVersion(Path file, int version) {
    return version < 1
        ? new ModelFileException.TooOld(file, version, READABLE)
        : new ModelFileException.TooNew(file, version, READABLE);
  }
}
