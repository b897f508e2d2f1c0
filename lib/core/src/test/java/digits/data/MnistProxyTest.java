package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads through a proxy, and where a network answers in a mirror's place. */
@Timeout(60)
class MnistProxyTest {

  private static final String FIRST = "train-images-idx3-ubyte.gz";

  @TempDir Path folder;

  private Mnist load(Map<String, String> environment, URI... mirrors) {
    Download download = new Download(Duration.ofSeconds(2), environment);
    return Mnist.of(
        new MnistCache(folder, SmallMnist.FILES, List.of(mirrors), download).load(line -> {}));
  }

  @Test
  void goesThroughAProxyWithAUser() throws IOException {
    try (Mirror proxy = new Mirror(Mirror::good)) {
      int port = proxy.address().getPort();
      String me = "me:secret@localhost:" + port;
      URI mirror = URI.create("http://mirror.invalid/mnist/");
      assertThat(load(Map.of("http_proxy", me), mirror).train()).hasSize(400);
      assertThat(proxy.requests().get(0))
          .isEqualTo(new Mirror.Request(mirror + FIRST, "Basic bWU6c2VjcmV0"));
    }
  }

  @Test
  void saysWhatIsWrongWithAProxy() throws IOException {
    Mirror closed = new Mirror(Mirror::good);
    closed.close();
    try (Mirror proxy =
        new Mirror((request, out) -> Mirror.head(out, "407 Who\r\nContent-Length: 0"))) {
      String at = "localhost:" + proxy.address().getPort();
      assertThatThrownBy(() -> loadThrough(at))
          .hasMessageContaining(
              "mirror.invalid through the proxy %s (http_proxy): HTTP status 407, it wants"
                  + " another user and password: http://user:password@host:port)",
              at);
    }
    String gone = "localhost:" + closed.address().getPort();
    assertThatThrownBy(() -> loadThrough(gone))
        .hasMessageContaining("through the proxy %s (http_proxy): connection refused)", gone);
    assertThatThrownBy(() -> loadThrough("nowhere.invalid"))
        .hasMessageContaining("through the proxy nowhere.invalid:80 (http_proxy): unknown host)");
    assertThatThrownBy(() -> loadThrough("socks5://nowhere"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("(http_proxy is \"socks5://nowhere\", expected");
  }

  private void loadThrough(String proxy) {
    load(Map.of("http_proxy", proxy), URI.create("http://mirror.invalid/mnist/"));
  }

  /** As a hotel does. */
  @Test
  void saysThatAPageCameInsteadOfAFile() throws IOException {
    byte[] page = "<!DOCTYPE html><title>Welcome</title>".getBytes(StandardCharsets.UTF_8);
    try (Mirror hotel = new Mirror((request, out) -> Mirror.send(page, page.length, out));
        Mirror redirecting =
            redirecting(302, "http://127.0.0.1:" + hotel.address().getPort() + "/login");
        Mirror multiple = redirecting(300, "/many")) {
      String login = "; a network that asks you to log in does so: open any page in a browser";
      assertThatThrownBy(
              () -> load(Map.of(), hotel.address(), redirecting.address(), multiple.address()))
          .hasMessageContaining("(localhost: a web page came from localhost" + login)
          .hasMessageContaining("; localhost: a web page came from 127.0.0.1" + login)
          .hasMessageContaining("; localhost: HTTP status 300, a redirection to /many)");
    }
  }

  private static Mirror redirecting(int status, String to) throws IOException {
    return new Mirror(
        (request, out) ->
            Mirror.head(out, status + " Look\r\nContent-Length: 0\r\nLocation: " + to));
  }
}
