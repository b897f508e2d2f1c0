package digits.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches files of a few megabytes over HTTP into memory.
 *
 * @param patience how long to wait for a connection, and for the next ten thousand bytes
 * @param environment may name proxies
 */
record Download(Duration patience, Map<String, String> environment) {

  private static final long POLL_MILLIS = 200;

  /** Fewer bytes than this within the time of our patience count as a stall. */
  private static final int LEAST_BYTES = 10_000;

  /** Java sends a password to a proxy for https only if this property was empty from the start. */
  private static final String REFUSED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * Fetches one file.
   *
   * @param source where it is
   * @param limit the largest size that is accepted, in bytes
   * @param progress called a few times per second
   * @throws DataException if it could not be fetched; the message names the server and the reason
   * @throws InterruptedException if the thread is interrupted
   */
  byte[] fetch(URI source, int limit, Consumer<String> progress) throws InterruptedException {
    Optional<EnvironmentProxy> proxy = EnvironmentProxy.of(source, environment);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    HttpResponse.BodyHandler<Void> into =
        HttpResponse.BodyHandlers.ofByteArrayConsumer(
            some -> append(body, some.orElse(new byte[0]), limit));
    // Not sendAsync, which completes on the common pool: other work may keep that busy.
    FutureTask<HttpResponse<Void>> answer =
        new FutureTask<>(() -> client(proxy).send(request(source, proxy), into));
    Thread sender = new Thread(answer, "download");
    sender.setDaemon(true);
    sender.start();
    try {
      String name = source.getHost() + ": " + source.getPath().replaceFirst(".*/", "");
      check(await(answer, body, now -> progress.accept(name + now)), body.toByteArray());
      return body.toByteArray();
    } catch (IOException e) {
      String way = proxy.map(each -> " through the proxy " + each).orElse("");
      throw new DataException(source.getHost() + way + ": " + DataException.reason(e));
    } finally {
      answer.cancel(true);
    }
  }

  private HttpClient client(Optional<EnvironmentProxy> proxy) {
    System.getProperties().putIfAbsent(REFUSED_SCHEMES, "");
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience);
    proxy.ifPresent(each -> client.proxy(ProxySelector.of(each.address())));
    return client.build();
  }

  private static HttpRequest request(URI source, Optional<EnvironmentProxy> proxy) {
    HttpRequest.Builder request = HttpRequest.newBuilder(source);
    proxy
        .flatMap(EnvironmentProxy::authorization)
        .ifPresent(user -> request.header("Proxy-Authorization", user));
    return request.build();
  }

  private static void append(ByteArrayOutputStream body, byte[] some, int limit) {
    if (body.size() + some.length > limit) {
      throw new UncheckedIOException(new IOException("more data than the file has"));
    }
    body.writeBytes(some);
  }

  private HttpResponse<Void> await(
      FutureTask<HttpResponse<Void>> answer, ByteArrayOutputStream body, Consumer<String> progress)
      throws IOException, InterruptedException {
    progress.accept("");
    int counted = 0;
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new IOException(words(e.getCause()));
      } catch (TimeoutException stillRunning) {
        int now = body.size();
        if (now >= counted + LEAST_BYTES) {
          counted = now;
          since = System.nanoTime();
          progress.accept(Message.of(", %.1f MB", now / 1e6));
        } else if (System.nanoTime() - since > patience.toNanos()) {
          throw new IOException("hardly any data for " + patience.toSeconds() + " s");
        }
      }
    }
  }

  private static void check(HttpResponse<Void> answer, byte[] body) throws IOException {
    int status = answer.statusCode();
    if (status == 407) {
      throw new IOException(
          "HTTP status 407, it wants another user and password: http://user:password@host:port");
    }
    if (status != 200) {
      Optional<String> place = answer.headers().firstValue("Location");
      throw new IOException(
          "HTTP status " + status + place.map(to -> ", a redirection to " + to).orElse(""));
    }
    if (FileKind.of(body).equals(Optional.of("a web page"))) {
      throw new IOException(
          Message.of(
              "a web page came from %s; a network that asks you to log in does so: open any page in"
                  + " a browser",
              answer.uri().getHost()));
    }
  }

  /** The client wraps what it met, sometimes twice. */
  private static String words(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(10).toList();
    if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
      return "unknown host";
    }
    if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
      return "Java does not trust its certificate, perhaps a proxy's or a login page's";
    }
    if (thrown instanceof ConnectException) {
      return "connection refused";
    }
    return causes.stream()
        .filter(IOException.class::isInstance)
        .map(cause -> DataException.reason((IOException) cause))
        .reduce((outer, inner) -> inner)
        .map(said -> said.replace("Tunnel failed, got: ", "the proxy answers HTTP status "))
        .orElse("an answer that is no HTTP");
  }
}
