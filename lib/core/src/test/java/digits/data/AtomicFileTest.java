package digits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = {4, 5};

  @TempDir Path folder;

  @Test
  void aFileIsMadeOrReplacedAndNothingIsLeftBeside() throws IOException {
    Path file = folder.resolve("file");
    AtomicFile.replace(file, OLD);
    AtomicFile.replace(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "gives symbolic links to administrators only")
  void aLinkStaysAndItsFileIsMadeOrReplaced() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("file");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere", "file"));
    Path toLink = Files.createSymbolicLink(folder.resolve("link to link"), link);
    for (byte[] content : new byte[][] {OLD, NEW}) {
      AtomicFile.replace(toLink, content);
      assertThat(toLink).isSymbolicLink();
      assertThat(link).isSymbolicLink();
      assertThat(elsewhere).hasBinaryContent(content);
    }
  }

  @Test
  void onlyWhatKilledSavesHaveLeftIsCleanedUp() throws IOException {
    Path abandoned = Files.createFile(temporary());
    Path atWork = Files.createFile(temporary());
    Path other = Files.createFile(folder.resolve(".ten-digits-notes.tmp"));
    Path otherFolder = Files.createDirectory(temporary());
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofMinutes(61)));
    for (Path each : new Path[] {abandoned, other, otherFolder}) {
      Files.setLastModifiedTime(each, old);
    }

    AtomicFile.replace(folder.resolve("file"), NEW);

    assertThat(abandoned).doesNotExist();
    assertThat(atWork).exists();
    assertThat(other).exists();
    assertThat(otherFolder).exists();
  }

  private Path temporary() {
    return folder.resolve(".ten-digits-" + UUID.randomUUID() + ".tmp");
  }
}
