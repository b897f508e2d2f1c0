package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where a model is saved to, and that it is saved as a whole or not at all. */
class SavingTest {

  private static final DigitClassifier OLD = SampleModel.ofTen(1);
  private static final DigitClassifier NEW = SampleModel.ofTen(2);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
  }

  @Test
  void aPlaceThatIsNoneForAFileIsNamed() throws IOException {
    Path far = folder.resolve("no such folder").resolve("models.ser");
    assertUnwritable(far, "there is no folder " + far.getParent());
    assertUnwritable(folder, "that is a folder; name a file in it");
    assertThat(folder).isEmptyDirectory();
    Files.writeString(file, "text");
    assertUnwritable(file.resolve("models.ser"), "there is no folder " + file);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no mkfifo, and links for few")
  void whatIsNoOrdinaryFileStaysWhatItIs() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertUnwritable(file, "that is not an ordinary file");
    assertThat(Files.isRegularFile(file)).isFalse();
    Path round = folder.resolve("round");
    Files.createSymbolicLink(round, round);
    assertUnwritable(round, "symbolic links without an end");
  }

  @Test
  void aWriteProtectedFileIsNotReplaced() {
    assumeThat(System.getProperty("user.name")).as("root may write anything").isNotEqualTo("root");
    ModelFile.save(OLD, file);
    assertThat(file.toFile().setReadOnly()).isTrue();

    assertUnwritable(file, "it is write-protected");
    assertThat(SampleModel.seedIn(file)).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
  void aNewFileHasTheOrdinaryPermissions() throws IOException {
    Path ordinary = Files.createFile(folder.resolve("ordinary"));

    ModelFile.save(NEW, file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void aSaveThatIsInterruptedMidwayLeavesTheOldFile() {
    ModelFile.save(OLD, file);
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(ModelFileException.class)
          .isThrownBy(() -> ModelFile.save(NEW, file))
          .withMessageContainingAll(file.toString(), "interrupted", "unchanged")
          .withNoCause()
          .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(SampleModel.seedIn(file)).isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  private void assertUnwritable(Path where, String why) {
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.save(NEW, where))
        .withMessageContaining("the model cannot be saved as " + where + ": ")
        .withMessageContaining(why);
  }
}
