package digits.data;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}
 * name, in upper or lower case, as curl and pip read them. A proxy that Java itself was started
 * with, such as {@code -Dhttps.proxyHost}, goes first.
 */
final class EnvironmentProxies extends ProxySelector {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>[a-zA-Z0-9+.-]+)://)?(?:(?<user>.*)@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/@\\[\\]\\s]+)(?::(?<port>[0-9]{1,5}))?/*");

  private final Map<String, String> environment;

  EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A variable, the proxy it names, and user:password or nothing. */
  private record Named(String variable, InetSocketAddress address, Optional<String> user) {}

  /** What to say of the way to an address: nothing, or by which proxy it leads. */
  String through(URI target) {
    String from = named(target).map(named -> " (" + named.variable + ")").orElse("");
    return select(target).stream()
        .filter(proxy -> proxy.address() instanceof InetSocketAddress)
        .map(proxy -> (InetSocketAddress) proxy.address())
        .map(at -> " through the proxy " + at.getHostString() + ":" + at.getPort() + from)
        .findFirst()
        .orElse("");
  }

  /** Whether any of the variables has a user. */
  boolean haveUser() {
    return environment.entrySet().stream()
        .anyMatch(
            variable ->
                variable.getKey().toLowerCase(Locale.ROOT).endsWith("_proxy")
                    && variable.getValue().contains("@"));
  }

  /** What the header Proxy-Authorization says, if the proxy has a user. */
  Optional<String> authorization(URI target) {
    return named(target)
        .flatMap(Named::user)
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }

  /** Why a proxy answers 407. */
  String refusal(URI target) {
    return authorization(target).isPresent()
        ? "the proxy does not accept this user and password"
        : "the proxy asks for a user and a password: name it as"
            + " http://user:password@host:port";
  }

  @Override
  public List<Proxy> select(URI target) {
    return named(target)
        .map(named -> List.of(new Proxy(Proxy.Type.HTTP, named.address)))
        .or(() -> Optional.ofNullable(getDefault()).map(ofJava -> ofJava.select(target)))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI target, SocketAddress proxy, IOException reason) {
    // The request fails with the same reason.
  }

  private Optional<Named> named(URI target) {
    String scheme = target.getScheme();
    if (System.getProperty(scheme + ".proxyHost") != null || exempt(target)) {
      return Optional.empty();
    }
    return Stream.of(scheme + "_proxy", "all_proxy")
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst()
        .map(name -> parsed(name, environment.get(name).strip()));
  }

  private static Named parsed(String variable, String text) {
    Matcher parts = ADDRESS.matcher(text);
    String hidden = text.replaceFirst("^(.*?//)?.*@", "$1...@");
    if (!parts.matches()) {
      throw wrong(variable, hidden);
    }
    String scheme = Optional.ofNullable(parts.group("scheme")).orElse("http");
    int port = Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElse(80);
    if (!scheme.equalsIgnoreCase("http") || port < 1 || port > 65_535) {
      throw wrong(variable, hidden);
    }
    String host = parts.group("host").replaceAll("[\\[\\]]", "");
    return new Named(
        variable,
        InetSocketAddress.createUnresolved(host, port),
        Optional.ofNullable(parts.group("user")).map(EnvironmentProxies::decoded));
  }

  private static DataException wrong(String variable, String value) {
    return new DataException(
        variable
            + " is \""
            + value
            + "\", expected http://host:port, the only kind of proxy known");
  }

  private static String decoded(String user) {
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return user; // A percent sign of its own.
    }
  }

  private boolean exempt(URI target) {
    String list = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
    int port =
        target.getPort() >= 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
    return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .map(entry -> entry.endsWith(":" + port) ? entry.replaceFirst(":\\d+$", "") : entry)
        .map(entry -> entry.equals("*") ? entry : entry.replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }
}
