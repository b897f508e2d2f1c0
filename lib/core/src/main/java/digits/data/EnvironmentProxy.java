package digits.data;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY} or {@code ALL_PROXY} names, in upper or
 * lower case.
 *
 * @param variable which of them
 * @param address where the proxy is
 * @param user user:password, if the variable has them
 */
record EnvironmentProxy(String variable, InetSocketAddress address, Optional<String> user) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?i:http)://)?(?:(?<user>[^/]*)@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/@\\[\\]\\s]+)(?::(?<port>[0-9]{1,5}))?/*");

  /**
   * The proxy for an address, found as curl and pip find it. There is none if {@code NO_PROXY}
   * exempts the address, or if Java was started with a proxy of its own, such as {@code
   * -Dhttps.proxyHost}.
   *
   * @throws DataException if a variable names a kind of proxy that is not supported
   */
  static Optional<EnvironmentProxy> of(URI target, Map<String, String> environment) {
    String scheme = target.getScheme();
    if (System.getProperty(scheme + ".proxyHost") != null || exempt(target, environment)) {
      return Optional.empty();
    }
    return Stream.of(scheme + "_proxy", "all_proxy")
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst()
        .map(name -> parsed(name, environment.get(name).strip()));
  }

  private static EnvironmentProxy parsed(String variable, String text) {
    Matcher parts = ADDRESS.matcher(text);
    try {
      if (parts.matches()) {
        String host = parts.group("host").replaceAll("[\\[\\]]", "");
        int port = Integer.parseInt(Optional.ofNullable(parts.group("port")).orElse("80"));
        return new EnvironmentProxy(
            variable,
            InetSocketAddress.createUnresolved(host, port),
            Optional.ofNullable(parts.group("user")).map(EnvironmentProxy::decoded));
      }
    } catch (IllegalArgumentException e) {
      // No port is that large.
    }
    String hidden = text.replaceFirst("^(.*?//)?.*@", "$1...@");
    throw new DataException(
        Message.of(
            "%s is \"%s\", expected http://host:port, the only kind of proxy known",
            variable, hidden));
  }

  private static String decoded(String user) {
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return user; // A literal percent sign.
    }
  }

  private static boolean exempt(URI target, Map<String, String> environment) {
    String list = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    String host = target.getHost().toLowerCase(Locale.ROOT);
    int port =
        target.getPort() >= 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
    return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .map(entry -> entry.endsWith(":" + port) ? entry.replaceFirst(":\\d+$", "") : entry)
        .map(entry -> entry.equals("*") ? host : entry.replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> host.equals(entry) || host.endsWith("." + entry));
  }

  /** The value of the header Proxy-Authorization, if the proxy has a user. */
  Optional<String> authorization() {
    return user.map(each -> each.getBytes(StandardCharsets.UTF_8))
        .map(each -> "Basic " + Base64.getEncoder().encodeToString(each));
  }

  /** The address and the variable that names it, without the password. */
  @Override
  public String toString() {
    return address.getHostString() + ":" + address.getPort() + " (" + variable + ")";
  }
}
