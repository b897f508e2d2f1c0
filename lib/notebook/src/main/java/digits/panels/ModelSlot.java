package digits.panels;

import digits.data.Message;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The file that a training panel saves to; what others wrote there is kept as a copy beside it. */
final class ModelSlot {

  private final Path file;
  private List<Object> written = List.of();

  ModelSlot(Path file) {
    this.file = file;
  }

  /** Saves a model; returns a message that says so, or why not. */
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
      return Message.of("%s is in %s: %,d bytes.", name, file, bytes)
          + (foreign ? " The old file is kept as " + beside.getFileName() + "." : "");
    } catch (IOException e) {
      return Message.of(
          "Not saved: the %s that is there could not be kept as %s. Check the folder's permissions"
              + " and its free space.",
          file.getFileName(), beside.getFileName());
    } catch (ModelFileException e) {
      if (foreign && before.equals(stamp())) {
        beside.toFile().delete(); // The old file is still in place, so no copy is needed.
      }
      return "Not saved: " + e.getMessage();
    }
  }

  /** The first free name of models.ser.bak, models.ser.bak2 and so on. */
  private Path beside() {
    Path free = file.resolveSibling(file.getFileName() + ".bak");
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = file.resolveSibling(file.getFileName() + ".bak" + i);
    }
    return free;
  }

  /** Changes when somebody else writes the file; empty if there is no readable file. */
  private List<Object> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
