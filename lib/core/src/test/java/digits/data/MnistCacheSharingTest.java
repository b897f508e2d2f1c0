package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cache folder, several threads, and one that gives up. */
@Timeout(60)
class MnistCacheSharingTest {

  @TempDir Path folder;

  private static Mnist load(Path folder, URI mirror) {
    return Mnist.of(cache(folder, mirror).load(line -> {}));
  }

  private static MnistCache cache(Path folder, URI... mirrors) {
    Download download = new Download(Duration.ofSeconds(30), Map.of());
    return new MnistCache(folder, SmallMnist.FILES, List.of(mirrors), download);
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
