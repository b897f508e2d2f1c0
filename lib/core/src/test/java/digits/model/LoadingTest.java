package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Places where there is no model to load. */
class LoadingTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
  }

  @Test
  void aMissingFileSaysHowToMakeOne() {
    assertMissing(file, file);
    assertMissing(Path.of("no-such-models.ser"), Path.of("no-such-models.ser").toAbsolutePath());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "gives symbolic links to administrators only")
  void aLinkToNothingIsMissing() throws IOException {
    assertMissing(Files.createSymbolicLink(file, folder.resolve("gone.ser")), file);
  }

  private static void assertMissing(Path where, Path shown) {
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(where))
        .withMessage(
            "there is no model file %s; make one with the notebook 01-train or with ./lab run",
            shown)
        .withNoCause()
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
  }

  @Test
  void aFolderIsNoFile() {
    assertUnreadable(folder, "that is a folder");
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no mkfifo")
  void aPipeIsNotWaitedFor() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertUnreadable(file, "that is not an ordinary file");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
  void aFileThatMayNotBeReadIsNamed() throws IOException {
    assumeThat(System.getProperty("user.name")).as("root may read anything").isNotEqualTo("root");
    ModelFile.save(SampleModel.of(1, 1), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));

    assertUnreadable(file, "permission denied");
  }

  private static void assertUnreadable(Path where, String why) {
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.load(where))
        .withMessage("the model file " + where + " cannot be read: " + why);
  }
}
