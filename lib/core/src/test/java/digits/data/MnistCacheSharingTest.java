package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cache folder, several threads, and one that gives up. */
@Timeout(60)
class MnistCacheSharingTest {

  @TempDir Path folder;

  private Mnist load(URI mirror) {
    return Mnist.of(cache(mirror).load(line -> {}));
  }

  private MnistCache cache(URI... mirrors) {
    Download patient = new Download(Duration.ofSeconds(30), Map.of());
    return new MnistCache(folder, SmallMnist.FILES, List.of(mirrors), patient);
  }

  @Test
  void threadsAtOnceDownloadOnce() throws Exception {
    try (Mirror mirror =
        new Mirror(
            (request, out) -> {
              Thread.sleep(300);
              Mirror.good(request, out);
            })) {
      CompletableFuture<Mnist> other = CompletableFuture.supplyAsync(() -> load(mirror.address()));
      assertThat(load(mirror.address())).isEqualTo(other.get());
      assertThat(mirror.requests()).hasSize(4);
    }
  }

  @Test
  void aBusyCommonPoolDelaysNoDownload() throws Exception {
    CountDownLatch loaded = new CountDownLatch(1);
    for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().submit(() -> loaded.await(60, TimeUnit.SECONDS));
    }
    try (Mirror mirror = new Mirror(Mirror::good)) {
      assertThat(load(mirror.address()).train()).hasSize(400);
    } finally {
      loaded.countDown();
    }
  }

  @Test
  void anInterruptEndsTheDownloadAndFreesTheFolder() throws Exception {
    Thread reader = Thread.currentThread();
    try (Mirror stalled =
            new Mirror(
                (request, out) -> {
                  Mirror.send(SmallMnist.compressed(request.path()), 1_000, out);
                  reader.interrupt();
                  Thread.sleep(60_000);
                });
        Mirror good = new Mirror(Mirror::good)) {
      assertThatThrownBy(() -> load(stalled.address())).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(load(good.address()).train()).hasSize(400);
    }
  }

  @Test
  void anInterruptEndsTheWaitForAnotherProgram() throws Exception {
    FileChannel lock = FolderLock.of(folder, line -> {});
    try (lock) {
      assertThatThrownBy(() -> cache().load(waiting -> Thread.currentThread().interrupt()))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
