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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fetches files over HTTP, continuing what an earlier try left. */
final class Download {

  private static final long POLL_MILLIS = 200;
  private static final double MEGABYTE = 1e6;

  /** Fewer than these in the time of our patience are as good as none. */
  private static final long LEAST_BYTES = 10_000;

  private final HttpClient client;
  private final Duration patience;
  private final Consumer<String> progress;

  /**
   * A way to fetch files.
   *
   * @param patience how long to wait for a connection, and for the next ten thousand bytes
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
      FutureTask<?> answer =
          start(
              () ->
                  client.send(
                      request.build(),
                      info -> {
                        writer.set(new PartWriter(info, channel, limit));
                        return writer.get();
                      }));
      try {
        await(answer, source, writer);
      } finally {
        answer.cancel(true);
      }
    }
  }

  /**
   * Runs on a thread of its own, which ends when it is cancelled. The client's asynchronous way
   * would need a free thread of the common pool to say that it has finished.
   */
  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "download");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private void await(FutureTask<?> answer, URI source, AtomicReference<PartWriter> writer)
      throws IOException, InterruptedException {
    long last = -1;
    long counted = -1;
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
          progress.accept(source.getHost() + ": " + describe(source, body));
        }
        if (now >= counted + LEAST_BYTES) {
          counted = now;
          since = System.nanoTime();
        } else if (System.nanoTime() - since > patience.toNanos()) {
          throw new IOException((now <= counted ? "no" : "hardly any") + " data for " + seconds());
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

  /** The client wraps what it met, sometimes twice. */
  private IOException failure(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(10).toList();
    for (Throwable cause : causes) {
      if (cause instanceof DataException useless) {
        throw useless;
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return new IOException("no connection within " + seconds());
      }
      if (cause instanceof UnresolvedAddressException) {
        return new IOException("unknown host");
      }
    }
    if (thrown instanceof ConnectException) {
      return new IOException("connection refused");
    }
    return causes.stream()
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce((outer, inner) -> inner)
        .orElseGet(() -> new IOException("an answer that is no HTTP"));
  }

  private String seconds() {
    return patience.toSeconds() + " s";
  }
}
