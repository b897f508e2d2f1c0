package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A save is done as a whole or not at all. */
@Timeout(120)
class AtomicSavingTest {

  private static final DigitClassifier OLD = SampleModel.ofTen(1);
  private static final DigitClassifier NEW = SampleModel.ofTen(2);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("models.ser");
  }

  @Test
  void aNewModelReplacesTheOldOne() {
    ModelFile.save(OLD, file);
    ModelFile.save(NEW, file);

    assertThat(SampleModel.seedIn(file)).isEqualTo(2);
    assertNothingBeside();
  }

  @Test
  void aReaderNeverSeesHalfAFile() throws Exception {
    ModelFile.save(OLD, file);
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Future<?> writer = one.submit(() -> saveInTurns(100));
      int seen = 0;
      while (!writer.isDone()) {
        assertThat(SampleModel.seedIn(file)).isBetween(1L, 2L);
        seen++;
      }
      writer.get();
      assertThat(seen).isPositive();
    } finally {
      one.shutdownNow();
      assertThat(one.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    assertNothingBeside();
  }

  @Test
  void ofTwoThatSaveAtOnceOneWins() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = two.submit(() -> saveInTurns(50));
      Future<?> second = two.submit(() -> saveInTurns(50));
      first.get();
      second.get();
    } finally {
      two.shutdownNow();
    }
    assertThat(SampleModel.seedIn(file)).isBetween(1L, 2L);
    assertNothingBeside();
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
    assertNothingBeside();
  }

  @Test
  void whatAKilledSaveHasLeftIsCleanedUpLater() throws IOException {
    Path abandoned = Files.write(folder.resolve(temporary()), new byte[1_000]);
    Path atWork = Files.write(folder.resolve(temporary()), new byte[1_000]);
    Path other = Files.createFile(folder.resolve(".ten-digits-notes.tmp"));
    Path otherFolder = Files.createDirectory(folder.resolve(temporary()));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofMinutes(61)));
    Files.setLastModifiedTime(abandoned, old);
    Files.setLastModifiedTime(other, old);
    Files.setLastModifiedTime(otherFolder, old);

    ModelFile.save(NEW, file);

    assertThat(abandoned).doesNotExist();
    assertThat(atWork).exists();
    assertThat(other).exists();
    assertThat(otherFolder).exists();
  }

  private static String temporary() {
    return ".ten-digits-" + UUID.randomUUID() + ".tmp";
  }

  private void saveInTurns(int times) {
    for (int i = 0; i < times; i++) {
      ModelFile.save(i % 2 == 0 ? NEW : OLD, file);
    }
  }

  private void assertNothingBeside() {
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }
}
