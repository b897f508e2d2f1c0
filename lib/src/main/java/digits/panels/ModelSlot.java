package digits.panels;

import digits.model.DigitClassifier;
import digits.store.ModelFile;
import digits.store.ModelFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file that a training panel saves to. What others have written there is kept beside it. */
final class ModelSlot {

  private final Path file;
  private List<Object> written = List.of();

  ModelSlot(Path file) {
    this.file = file;
  }

  /** Saves a model and says so, or says why not. */
  synchronized String save(String name, DigitClassifier model) {
    Path beside = beside();
    Optional<Path> kept = Optional.empty();
    try {
      if (Files.isRegularFile(file) && !stamp().equals(written)) {
        kept = Optional.of(Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES));
      }
    } catch (IOException e) {
      return String.format(
          "Not saved: the %s that is there could not be kept as %s. Check the folder's permissions"
              + " and its free space.",
          file.getFileName(), beside.getFileName());
    }
    try {
      long bytes = ModelFile.save(model, file);
      written = stamp();
      String said = String.format(Locale.ROOT, "%s is in %s: %,d bytes.", name, file, bytes);
      return kept.map(old -> said + " The old file is kept as " + old.getFileName() + ".")
          .orElse(said);
    } catch (ModelFileException | IOException e) {
      kept.ifPresent(ModelSlot::delete); // The old file is where it was.
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

  /** Differs when somebody else has written the file. */
  private List<Object> stamp() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(now.lastModifiedTime(), now.size());
  }

  private static void delete(Path copy) {
    try {
      Files.delete(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
