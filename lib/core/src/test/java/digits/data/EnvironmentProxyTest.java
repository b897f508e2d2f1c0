package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl and pip make of the same variables. */
class EnvironmentProxyTest {

  private static final URI HTTPS = URI.create("https://data.example.org/mnist/");
  private static final URI HTTP = URI.create("http://data.example.org:8000/mnist/");

  private static Optional<EnvironmentProxy> proxy(URI target, String... variables) {
    Map<String, String> environment =
        Stream.of(variables)
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    return EnvironmentProxy.of(target, environment);
  }

  private static String through(URI target, String... variables) {
    return proxy(target, variables).map(EnvironmentProxy::toString).orElse("");
  }

  @Test
  void eachSchemeHasItsVariableInUpperAndLowerCase() {
    assertThat(through(HTTPS)).isEmpty();
    assertThat(through(HTTPS, "HTTP_PROXY=p:1")).isEmpty();
    assertThat(through(HTTPS, "HTTPS_PROXY= ")).isEmpty();
    assertThat(through(HTTPS, "HTTPS_PROXY=p:1")).isEqualTo("p:1 (HTTPS_PROXY)");
    assertThat(through(HTTPS, "HTTPS_PROXY=p:1", "https_proxy=q:2")).contains("q:2 (https_proxy)");
    assertThat(through(HTTP, "HTTP_PROXY=p:1", "HTTPS_PROXY=q:2")).contains("p:1 (HTTP_PROXY)");
    assertThat(through(HTTP, "http_proxy=p:1")).contains("p:1 (http_proxy)");
    assertThat(through(HTTP, "ALL_PROXY=p:1")).contains("p:1 (ALL_PROXY)");
    assertThat(through(HTTPS, "all_proxy=p:1", "HTTPS_PROXY=q:2")).contains("q:2 (HTTPS_PROXY)");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy:3128, proxy:3128",
    "http://proxy:3128/, proxy:3128",
    "HTTP://proxy, proxy:80",
    "proxy, proxy:80",
    "http://user:secret@proxy:3128, proxy:3128",
    "user:se@c:ret@10.0.0.1:8080, 10.0.0.1:8080",
    "http://[::1]:3128, ::1:3128",
  })
  void readsAnAddress(String value, String proxy) {
    assertThat(through(HTTPS, "HTTPS_PROXY=" + value)).isEqualTo(proxy + " (HTTPS_PROXY)");
  }

  @Test
  void aUserAndAPasswordMayBePercentEncoded() {
    assertThat(authorization("me:p%40ss+w@proxy")).contains("Basic bWU6cEBzcyt3"); // me:p@ss+w
    assertThat(authorization("me:100%@proxy")).contains("Basic bWU6MTAwJQ=="); // me:100%
    assertThat(authorization("proxy")).isEmpty();
  }

  private static Optional<String> authorization(String value) {
    return proxy(HTTPS, "HTTPS_PROXY=" + value).flatMap(EnvironmentProxy::authorization);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.example.org",
        "*.example.org",
        "DATA.Example.ORG",
        "other.net, .example.org",
        "other.net example.org",
        "data.example.org:443",
        "*"
      })
  void goesToAnExemptHostWithoutIt(String exempt) {
    assertThat(through(HTTPS, "HTTPS_PROXY=p:1", "NO_PROXY=" + exempt)).isEmpty();
    assertThat(through(HTTPS, "ALL_PROXY=p:1", "no_proxy=" + exempt)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "ample.org", "example.org.", "data.example.org:80", "10.0.0.1"})
  void goesToAnyOtherHostThroughIt(String exempt) {
    assertThat(through(HTTPS, "HTTPS_PROXY=p:1", "NO_PROXY=" + exempt)).contains("p:1");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, ''", "10.0.0.1:8000, ''", "10.0.0.2, p:1 (HTTP_PROXY)"})
  void anExemptAddressMayBeNumbers(String exempt, String proxy) {
    URI numbers = URI.create("http://10.0.0.1:8000/");
    assertThat(through(numbers, "HTTP_PROXY=p:1", "NO_PROXY=" + exempt)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://proxy:1080, socks5://proxy:1080",
    "https://me:secret@proxy:1, https://...@proxy:1",
    "me:secret@proxy:70000, ...@proxy:70000",
    "http://, http://",
    "a b, a b",
    "http://proxy:port, http://proxy:port",
  })
  void aWrongValueIsNamedButNoPassword(String value, String said) {
    assertThatThrownBy(() -> through(HTTPS, "HTTPS_PROXY=" + value))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "HTTPS_PROXY is \"%s\", expected http://host:port, the only kind of proxy known", said);
  }
}
