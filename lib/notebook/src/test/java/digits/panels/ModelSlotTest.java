package digits.panels;

import static org.assertj.core.api.Assertions.assertThat;

import digits.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving loses nothing that others have written. */
class ModelSlotTest {

  @TempDir private Path folder;
  private Path file;
  private ModelSlot slot;

  @BeforeEach
  void names() {
    file = folder.resolve("models.ser");
    slot = new ModelSlot(file);
  }

  @Test
  void whatItWroteItselfIsReplaced() throws IOException {
    assertThat(slot.save("run 1", Told.MODEL))
        .matches("run 1 is in .*models\\.ser: [\\d,]+ bytes\\.");
    assertThat(slot.save("run 2", Told.MODEL))
        .matches("run 2 is in .*models\\.ser: [\\d,]+ bytes\\.");
    assertThat(names(folder)).containsExactly("models.ser");
    assertThat(ModelFile.load(file).provenance()).isEqualTo(Told.MODEL.provenance());
  }

  @Test
  void whatOthersWroteIsKeptHoweverManyThereAre() throws IOException {
    Files.writeString(file, "first");
    assertThat(slot.save("run 1", Told.MODEL)).endsWith("The old file is kept as models.ser.bak.");
    Files.writeString(file, "second");
    assertThat(slot.save("run 1", Told.MODEL)).endsWith("The old file is kept as models.ser.bak2.");
    assertThat(new ModelSlot(file).save("run 1", Told.MODEL)).endsWith(" models.ser.bak3.");
    assertThat(names(folder))
        .containsExactly("models.ser", "models.ser.bak", "models.ser.bak2", "models.ser.bak3");
    assertThat(folder.resolve("models.ser.bak")).hasContent("first");
    assertThat(folder.resolve("models.ser.bak2")).hasContent("second");
    assertThat(folder.resolve("models.ser.bak3")).hasSameBinaryContentAs(file);
  }

  @Test
  void theFileBehindALinkIsKeptToo() throws IOException {
    Path behind = Files.writeString(folder.resolve("shared"), "mine");
    Files.createSymbolicLink(file, behind);
    assertThat(slot.save("run 1", Told.MODEL)).endsWith("The old file is kept as models.ser.bak.");
    assertThat(folder.resolve("models.ser.bak")).isRegularFile().hasContent("mine");
    assertThat(file).isSymbolicLink();
  }

  @Test
  void aSaveThatFailsLeavesAllAsItWas() throws IOException {
    Files.createDirectory(file);
    assertThat(slot.save("run 1", Told.MODEL)).startsWith("Not saved: ").contains("is a folder");
    assertThat(names(folder)).containsExactly("models.ser");
    Path nowhere = folder.resolve("nowhere").resolve("models.ser");
    assertThat(new ModelSlot(nowhere).save("run 1", Told.MODEL)).startsWith("Not saved: ");
  }

  @Test
  void whatCannotBeKeptIsNotReplaced() throws IOException {
    Path longest = Files.writeString(folder.resolve("m".repeat(252)), "mine");
    assertThat(new ModelSlot(longest).save("run 1", Told.MODEL))
        .startsWith("Not saved: the mmm")
        .endsWith(".bak. Check the folder's permissions and its free space.");
    assertThat(names(folder)).hasSize(1);
    assertThat(longest).hasContent("mine");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
