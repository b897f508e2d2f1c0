package digits.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fetches files over HTTP, continuing what an earlier try left. */
final class Download {

  private static final long POLL_MILLIS = 200;
  private static final int BUFFER = 1 << 14;
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
      Transfer transfer = new Transfer(source, channel, limit);
      // A thread of its own, which ends when it is cancelled: a read may block for ever.
      FutureTask<String> answer = new FutureTask<>(transfer);
      Thread thread = new Thread(answer, "download");
      thread.setDaemon(true);
      thread.start();
      try {
        return await(answer, transfer);
      } finally {
        answer.cancel(true);
      }
    }
  }

  /** Asks for a file, and writes it behind, or instead of, what there is of it already. */
  private final class Transfer implements Callable<String> {

    private final URI source;
    private final FileChannel part;
    private final long limit;

    /** Bytes there, or -1 as long as there is no answer. */
    private volatile long position = -1;

    /** Bytes there will be, or 0 if the server did not say. */
    private volatile long total;

    Transfer(URI source, FileChannel part, long limit) {
      this.source = source;
      this.part = part;
      this.limit = limit;
    }

    @Override
    public String call() throws IOException, InterruptedException {
      HttpRequest.Builder request = HttpRequest.newBuilder(source);
      if (part.size() > 0) {
        request.header("Range", "bytes=" + part.size() + "-");
      }
      proxies.authorization(source).ifPresent(user -> request.header("Proxy-Authorization", user));
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        long held = held(answer);
        part.truncate(held).position(held);
        total = held + answer.headers().firstValueAsLong("Content-Length").orElse(-held);
        position = held;
        byte[] buffer = new byte[BUFFER];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
          if (position + got > limit) {
            throw new DataException("more data than the file has");
          }
          for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, got); rest.hasRemaining(); ) {
            part.write(rest);
          }
          position = part.position();
        }
      }
      return answer.uri().getHost();
    }

    /** How much of the file is kept, before what the answer brings. */
    private long held(HttpResponse<?> answer) throws IOException {
      int status = answer.statusCode();
      long held = part.size();
      String range = answer.headers().firstValue("Content-Range").orElse("");
      if (status == 416 || status == 206 && !range.startsWith("bytes " + held + "-")) {
        throw new DataException("cannot continue after " + held + " bytes");
      }
      if (status != 200 && status != 206) {
        throw new IOException("HTTP status " + status + advice(answer));
      }
      return status == 200 ? 0 : held;
    }

    private String advice(HttpResponse<?> answer) {
      if (answer.statusCode() == 407) {
        return proxies.authorization(source).isPresent()
            ? ", the proxy does not accept this user and password"
            : ", the proxy asks for a user and a password: name it as"
                + " http://user:password@host:port";
      }
      return answer
          .headers()
          .firstValue("Location")
          .map(place -> ", a redirection to " + place)
          .orElse("");
    }

    @Override
    public String toString() {
      String name = Path.of(source.getPath()).getFileName().toString();
      String all = total == 0 ? "" : String.format(Locale.ROOT, " of %.1f", total / MEGABYTE);
      return String.format(
          Locale.ROOT, "%s: %s, %.1f%s MB", source.getHost(), name, position / MEGABYTE, all);
    }
  }

  private String await(FutureTask<String> answer, Transfer transfer)
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
        long now = transfer.position;
        if (now != last) {
          last = now;
          progress.accept(transfer.toString());
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
