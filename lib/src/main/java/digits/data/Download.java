package digits.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Fetches files over HTTP, continuing what an earlier try left. */
final class Download {

  private static final long POLL_MILLIS = 200;
  private static final double MEGABYTE = 1e6;

  private final HttpClient client;
  private final Duration patience;
  private final Consumer<String> progress;

  /**
   * A way to fetch files.
   *
   * @param patience how long to wait for a connection, and for the next byte
   * @param progress told some times a second how far it is
   */
  Download(Duration patience, Consumer<String> progress) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Fetches one file, or the rest of it.
   *
   * @param source where it is
   * @param part what there is of it already, if anything
   * @param limit bytes that it may have
   * @throws IOException if it did not arrive; what did can be continued
   * @throws DataException if what is in {@code part} is of no use
   * @throws InterruptedException if the thread is interrupted; what arrived can be continued
   */
  void fetch(URI source, Path part, long limit) throws IOException, InterruptedException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      HttpRequest.Builder request = HttpRequest.newBuilder(source);
      if (channel.size() > 0) {
        request.header("Range", "bytes=" + channel.size() + "-");
      }
      AtomicReference<PartWriter> writer = new AtomicReference<>();
      CompletableFuture<?> answer =
          client.sendAsync(
              request.build(),
              info -> {
                writer.set(new PartWriter(info, channel, limit));
                return writer.get();
              });
      try {
        await(answer, source, writer);
      } finally {
        answer.cancel(true);
      }
    }
  }

  private void await(CompletableFuture<?> answer, URI source, AtomicReference<PartWriter> writer)
      throws IOException, InterruptedException {
    long last = -1;
    long since = System.nanoTime();
    while (true) {
      try {
        answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      } catch (TimeoutException stillRunning) {
        PartWriter body = writer.get();
        long now = body == null ? -1 : body.position();
        if (now != last) {
          last = now;
          since = System.nanoTime();
          progress.accept(source.getHost() + ": " + describe(source, body));
        } else if (System.nanoTime() - since > patience.toNanos()) {
          throw new IOException("no data for " + seconds());
        }
      }
    }
  }

  private static String describe(URI source, PartWriter body) {
    String name = Path.of(source.getPath()).getFileName().toString();
    String done = String.format(Locale.ROOT, "%.1f", body.position() / MEGABYTE);
    String total =
        body.total() == 0 ? "" : String.format(Locale.ROOT, " of %.1f", body.total() / MEGABYTE);
    return name + ", " + done + total + " MB";
  }

  private IOException failure(Throwable cause) {
    if (cause instanceof DataException e) {
      throw e;
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return new IOException("no connection within " + seconds());
    }
    if (cause instanceof ConnectException) {
      boolean unknown = cause.getCause() instanceof UnresolvedAddressException;
      return new IOException(unknown ? "unknown host" : "connection refused");
    }
    return cause instanceof IOException e ? e : new IOException(cause.toString());
  }

  private String seconds() {
    return patience.toSeconds() + " s";
  }
}
