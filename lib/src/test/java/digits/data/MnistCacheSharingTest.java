package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cache folder, several threads and processes, and one that gives up. */
@Timeout(60)
class MnistCacheSharingTest {

  @TempDir Path folder;

  private static Mnist load(Path folder, URI mirror) {
    return cache(folder, mirror).load(line -> {});
  }

  private static MnistCache cache(Path folder, URI... mirrors) {
    Download download = new Download(Duration.ofSeconds(30), Map.of());
    return new MnistCache(folder, SmallMnist.FILES, List.of(mirrors), download);
  }

  /** Loads in a process of its own: the folder, then the mirror. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) {
      load(Path.of(arguments[0]), URI.create(arguments[1]));
    }
  }

  private static void slow(Mirror.Request request, OutputStream out)
      throws IOException, InterruptedException {
    Thread.sleep(300);
    Mirror.good(request, out);
  }

  @Test
  void threadsAtOnceDownloadOnce() throws Exception {
    try (Mirror mirror = new Mirror(MnistCacheSharingTest::slow)) {
      CompletableFuture<Mnist> other =
          CompletableFuture.supplyAsync(() -> load(folder, mirror.address()));
      assertThat(load(folder, mirror.address())).isEqualTo(other.get());
      assertThat(mirror.requests()).hasSize(4);
    }
  }

  @Test
  void processesAtOnceDownloadOnce() throws Exception {
    try (Mirror mirror = new Mirror(MnistCacheSharingTest::slow)) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        processes.add(start(mirror.address()));
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isZero();
      }
      assertThat(mirror.requests()).hasSize(4);
    }
  }

  private Process start(URI mirror) throws IOException {
    String classes = System.getProperty("java.class.path");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", classes, Loader.class.getName(), folder.toString(), mirror.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "output"))
        .start();
  }

  @Test
  void anInterruptEndsTheDownloadAndFreesTheFolder() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Thread reader = Thread.currentThread();
    try (Mirror stalled =
            new Mirror(
                (request, out) -> {
                  Mirror.send(SmallMnist.compressed(request.path()), 1_000, out);
                  asked.countDown();
                  Thread.sleep(60_000);
                });
        Mirror good = new Mirror(Mirror::good)) {
      CompletableFuture.runAsync(
          () -> {
            awaitQuietly(asked);
            reader.interrupt();
          });
      assertThatThrownBy(() -> load(folder, stalled.address()))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(load(folder, good.address()).train()).hasSize(400);
    }
  }

  @Test
  void anInterruptEndsTheWaitForAnotherProgram() throws Exception {
    Thread reader = Thread.currentThread();
    FileChannel lock = FolderLock.of(folder, line -> {});
    try {
      assertThatThrownBy(() -> cache(folder).load(waiting -> reader.interrupt()))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      lock.close();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
