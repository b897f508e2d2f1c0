package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import digits.acceptance.page.Lab;
import digits.acceptance.page.PageTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who can reach the JupyterLab that {@code ./lab} starts, and who is let in. */
@PageTest
class LabDoorTest {

  private static final int SECONDS_TO_START = 120;
  private static final int PORTS_OF_A_KERNEL = 5;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void withoutTheTokenNothingIsAnsweredOrStarted(Lab lab) throws Exception {
    String token = lab.token();
    assertThat(token).hasSizeGreaterThanOrEqualTo(32);
    List<String> strangers = new ArrayList<>(List.of("", "token ", "token " + token.substring(1)));
    Random random = new Random(Effort.seed(getClass()));
    for (int i = 0; i < Effort.times(5, 200); i++) {
      char[] guess = token.toCharArray();
      int at = random.nextInt(guess.length);
      guess[at] = guess[at] == '0' ? '1' : '0';
      strangers.add("token " + String.valueOf(guess));
    }
    for (String stranger : strangers) {
      for (String path : List.of("contents", "kernels", "sessions", "terminals", "kernelspecs")) {
        assertThat(ask(lab, "GET", path, stranger)).as("%s as '%s'", path, stranger).isEqualTo(403);
      }
      assertThat(ask(lab, "POST", "kernels", stranger)).isEqualTo(403);
      assertThat(ask(lab, "DELETE", "contents/none", stranger)).isEqualTo(403);
    }
    assertThat(ask(lab, "GET", "contents", "token " + token)).isEqualTo(200);
    Effort.tried(
        "requests without JupyterLab's token", 7 * strangers.size() + " made, all answered 403");
  }

  @Test
  void nothingListensOutsideThisMachine(Lab lab) throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "Linux tells who listens");
    assertThat(ask(lab, "POST", "kernels", "token " + lab.token())).isEqualTo(201);
    Set<String> addresses = listening(lab);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (addresses.size() < 1 + PORTS_OF_A_KERNEL && System.nanoTime() < end) {
      Thread.sleep(100);
      addresses = listening(lab);
    }
    assertThat(addresses).hasSizeGreaterThanOrEqualTo(1 + PORTS_OF_A_KERNEL);
    String port = String.format(":%04X", lab.address("/").getPort());
    assertThat(addresses).anyMatch(address -> address.endsWith(port));
    assertThat(addresses)
        .as("hexadecimal addresses that JupyterLab and its kernels listen to")
        .allMatch(LabDoorTest::isLoopback);
    Effort.tried(
        "JupyterLab and a kernel listen on this machine only", addresses.size() + " ports seen");
  }

  private int ask(Lab lab, String method, String path, String authorization)
      throws IOException, InterruptedException {
    // Only a request for a kernel has a body that is read.
    HttpRequest.Builder request =
        HttpRequest.newBuilder(lab.address("/api/" + path))
            .method(method, BodyPublishers.ofString("{\"name\": \"java\"}"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** The addresses and ports on which JupyterLab and its kernels listen, in Linux's format. */
  private static Set<String> listening(Lab lab) throws IOException {
    Set<String> sockets = lab.processes().flatMap(LabDoorTest::sockets).collect(Collectors.toSet());
    try (Stream<String> ip4 = Files.lines(Path.of("/proc/net/tcp"));
        Stream<String> ip6 = Files.lines(Path.of("/proc/net/tcp6"))) {
      return Stream.concat(ip4, ip6)
          .map(line -> line.trim().split("\\s+"))
          .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
          .map(fields -> fields[1])
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> sockets(ProcessHandle of) {
    String[] descriptors = Path.of("/proc/" + of.pid() + "/fd").toFile().list();
    return Stream.of(descriptors == null ? new String[0] : descriptors)
        .map(descriptor -> target(Path.of("/proc/" + of.pid() + "/fd", descriptor)))
        .filter(target -> target.startsWith("socket:["))
        .map(target -> target.substring("socket:[".length(), target.length() - 1));
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** 127.*.*.*, alone or within IPv6, or ::1. */
  private static boolean isLoopback(String address) {
    String host = address.substring(0, address.indexOf(':'));
    return host.matches("(0{16}FFFF0000)?.{6}7F") || host.equals("0".repeat(24) + "01000000");
  }
}
