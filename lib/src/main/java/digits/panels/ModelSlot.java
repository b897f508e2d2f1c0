package digits.panels;

import digits.model.DigitClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** The file that a training panel saves to. What others have written there is kept beside it. */
final class ModelSlot {

  private final Path file;
  private List<Object> written = List.of();

  ModelSlot(Path file) {
    this.file = file;
  }

  /** Saves a model and says so, or says why not. */
  synchronized String save(String name, DigitClassifier model) {
    List<Object> before = stamp();
    Path beside = beside();
    boolean foreign = Files.isRegularFile(file) && (before.isEmpty() || !before.equals(written));
    try {
      if (foreign) {
        Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES);
      }
      long bytes = ModelFile.save(model, file);
      written = stamp();
      return String.format(Locale.ROOT, "%s is in %s: %,d bytes.", name, file, bytes)
          + (foreign ? " The old file is kept as " + beside.getFileName() + "." : "");
    } catch (IOException e) {
      return String.format(
          Locale.ROOT,
          "Not saved: the %s that is there could not be kept as %s. Check the folder's permissions"
              + " and its free space.",
          file.getFileName(),
          beside.getFileName());
    } catch (ModelFileException e) {
      if (foreign && before.equals(stamp())) {
        delete(beside); // The old file is still there.
      }
      return "Not saved: " + e.getMessage();
    }
  }

  /** The first name that is free: models.ser.bak, models.ser.bak2 and so on. */
  private Path beside() {
    Path free = file.resolveSibling(file.getFileName() + ".bak");
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = file.resolveSibling(file.getFileName() + ".bak" + i);
    }
    return free;
  }

  /** Differs when somebody else has written the file; empty if there is none to be read. */
  private List<Object> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void delete(Path copy) {
    try {
      Files.delete(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
