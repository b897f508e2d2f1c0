package digits.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
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

  /** Fewer bytes than this within the timeout count as a stall. */
  private static final long LEAST_BYTES = 10_000;

  /** Java sends no password to a proxy in front of https unless this is empty from the start. */
  private static final String REFUSED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  private final HttpClient client;
  private final Duration patience;
  private final EnvironmentProxies proxies;
  private final Consumer<String> progress;

  /**
   * A way to fetch files.
   *
   * @param patience how long to wait for a connection, and for the next ten thousand bytes
   * @param proxies which way to go
   * @param progress called a few times per second with the progress
   */
  Download(Duration patience, EnvironmentProxies proxies, Consumer<String> progress) {
    this.patience = patience;
    this.proxies = proxies;
    this.progress = progress;
    if (proxies.haveUser() && System.getProperty(REFUSED_SCHEMES) == null) {
      System.setProperty(REFUSED_SCHEMES, "");
    }
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .proxy(proxies)
            .build();
  }

  /**
   * Fetches one file, or the rest of it.
   *
   * @param source where it is
   * @param part what there is of it already, if anything
   * @param limit bytes that it may have
   * @return who sent it: another host than that of the source after a redirection
   * @throws IOException if it did not arrive; what did can be continued
   * @throws DataException if what is in {@code part} is of no use
   * @throws InterruptedException if the thread is interrupted; what arrived can be continued
   */
  String fetch(URI source, Path part, long limit) throws IOException, InterruptedException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      HttpRequest.Builder request = HttpRequest.newBuilder(source);
      if (channel.size() > 0) {
        request.header("Range", "bytes=" + channel.size() + "-");
      }
      proxies.authorization(source).ifPresent(user -> request.header("Proxy-Authorization", user));
      AtomicReference<PartWriter> writer = new AtomicReference<>();
      FutureTask<HttpResponse<Void>> answer =
          start(
              () ->
                  client.send(
                      request.build(),
                      info -> {
                        writer.set(new PartWriter(info, channel, limit));
                        return writer.get();
                      }));
      try {
        HttpResponse<Void> got = await(answer, source, writer);
        if (got.statusCode() == 407) {
          throw new IOException("HTTP status 407, " + proxies.refusal(source));
        }
        return got.uri().getHost();
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

  private HttpResponse<Void> await(
      FutureTask<HttpResponse<Void>> answer, URI source, AtomicReference<PartWriter> writer)
      throws IOException, InterruptedException {
    long last = -1;
    long counted = -1;
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
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
      if (cause instanceof CertificateException) {
        return new IOException(
            "Java does not trust its certificate, perhaps a proxy's or a login page's");
      }
    }
    if (thrown instanceof ConnectException) {
      return new IOException("connection refused");
    }
    return causes.stream()
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce((outer, inner) -> inner)
        .map(e -> tunnelled(e, "Tunnel failed, got: "))
        .orElseGet(() -> new IOException("an answer that is no HTTP"));
  }

  private static IOException tunnelled(IOException e, String ofJava) {
    return String.valueOf(e.getMessage()).startsWith(ofJava)
        ? new IOException("the proxy answers HTTP status " + e.getMessage().replace(ofJava, ""))
        : e;
  }

  private String seconds() {
    return patience.toSeconds() + " s";
  }
}
