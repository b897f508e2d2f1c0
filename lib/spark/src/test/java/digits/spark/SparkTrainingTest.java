package digits.spark;

import static digits.spark.SmallTraining.FEW;
import static digits.spark.SmallTraining.MANY;
import static digits.spark.SmallTraining.TRAINER;
import static digits.spark.SmallTraining.atAThird;
import static digits.spark.SmallTraining.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.DigitClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits from any number of parts; interrupts and failures end cleanly. */
class SparkTrainingTest {

  private static final byte[] EXPECTED = bytes(TRAINER.train(MANY));

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void aLocalSparkMakesTheSameModelFromAnyNumberOfParts(int parts) {
    List<Progress> reports = new ArrayList<>();
    DigitClassifier model = SparkTraining.local().parts(parts).train(TRAINER, MANY, reports::add);
    assertThat(bytes(model)).isEqualTo(EXPECTED);
    assertThat(reports.get(reports.size() - 1).done()).isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local-cluster[2,1,1024]"})
  void anInterruptEndsTheJobAndLeavesNoProcess(String master) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Instant> ended = new AtomicReference<>();
    AtomicReference<Instant> interrupted = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              ProgressListener stop =
                  atAThird(
                      () -> {
                        interrupted.set(Instant.now());
                        Thread.currentThread().interrupt();
                      });
              try {
                SparkHome.on(master).train(TRAINER, MANY, stop);
              } catch (Throwable e) {
                thrown.set(e);
              }
              ended.set(Instant.now());
            });
    thread.start();
    thread.join(120_000);
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    System.out.printf(
        "SparkTrainingTest: %s stopped after %d ms%n",
        master, Duration.between(interrupted.get(), ended.get()).toMillis());
    SparkHome.awaitNone(SparkHome.children(SparkHome.EXECUTOR));
    // The context is free for the next training.
    assertThat(bytes(SparkTraining.local().train(TRAINER, MANY, ProgressListener.NONE)))
        .isEqualTo(EXPECTED);
  }

  @Test
  void aFullDiskIsSaidInOneSentence(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()),
        "only root can make a small disk");
    try {
      SparkTraining small = SparkHome.on("local[1]").with("spark.local.dir", folder.toString());
      assertThatThrownBy(() -> small.train(TRAINER, MANY, p -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a disk is full (No space left on device): free some");
    } finally {
      run("umount", folder.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  @Test
  void whatIsNotThereIsSaidInOneSentence() throws IOException {
    int port = SparkHome.freePort();
    assertThatThrownBy(() -> SparkHome.on("spark://127.0.0.1:" + port).train(TRAINER, FEW, p -> {}))
        .hasMessage(
            "no Spark master answers at spark://127.0.0.1:%d: start it, or name another, or use"
                + " SparkTraining.local()",
            port);
    assertThatThrownBy(
            () ->
                SparkHome.on("local-cluster[1,1,1024]")
                    .with("spark.jars", "")
                    .with("spark.task.maxFailures", "1")
                    .train(TRAINER, FEW, p -> {}))
        .hasMessageContaining(
            "a worker has not got this library, or was given what only a cell has");
    assertThatThrownBy(() -> SparkTraining.local().train(Trainer.logistic(), FEW, p -> {}))
        .hasMessageStartingWith("what is learned from parts adds up for ridge regression only");
  }
}
