package digits.acceptance.torture;

import digits.data.SmallCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A mirror on this machine that answers each request in a way drawn at random, mostly a bad one.
 */
final class BadMirror implements AutoCloseable {

  private static final Map<String, byte[]> PACKED = new TreeMap<>();

  static {
    SmallCache.CONTENT.forEach((name, content) -> PACKED.put(name + ".gz", GzipFile.of(content)));
  }

  /** How an answer goes. */
  enum Way {
    GOOD,
    SLOW,
    CUT,
    CUT_WITHOUT_LENGTH,
    ANOTHER_FILE,
    SPOILT,
    PAGE,
    EMPTY,
    BOMB,
    ENDLESS,
    ENDLESS_CHUNKS,
    ENDLESS_HEADERS,
    ENDLESS_BEGINNING,
    ENDLESS_REDIRECTS,
    REDIRECT_TO_A_FILE,
    REDIRECT_TO_NOWHERE,
    ERROR,
    NO_STATUS,
    NO_HTTP,
    WRONG_CHUNKS,
    WRONG_LENGTH,
    HUGE_LENGTH,
    SHORT_LENGTH,
    SILENCE,
    STALL,
    TRICKLE
  }

  private final ServerSocket socket;
  private final Random random;
  private final Way[] ways;

  BadMirror(Random random, Way... ways) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.random = random;
    this.ways = ways;
    start(this::accept);
  }

  URI address() {
    return URI.create("http://localhost:" + socket.getLocalPort() + "/mnist/");
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mirror");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      String path = first.split(" ")[1];
      while (!in.readLine().isEmpty()) {
        continue; // Nothing there matters.
      }
      byte[] file = PACKED.get(path.substring(path.lastIndexOf('/') + 1));
      answer(way(), file, path, connection.getOutputStream());
    } catch (IOException clientHasGone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Way way() {
    return ways[random.nextInt(ways.length)];
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  private void answer(Way way, byte[] file, String path, OutputStream out)
      throws IOException, InterruptedException {
    switch (way) {
      case GOOD -> send(out, file, file.length);
      case SLOW -> {
        send(out, file, 0);
        for (int at = 0; at < file.length; at += 8_000) {
          out.write(file, at, Math.min(8_000, file.length - at));
          Thread.sleep(5);
        }
      }
      case CUT -> send(out, file, draw(file.length + 1));
      case CUT_WITHOUT_LENGTH -> {
        head(out, "200 OK");
        out.write(file, 0, draw(file.length));
      }
      case ANOTHER_FILE -> send(out, PACKED.get("t10k-labels-idx1-ubyte.gz"), 50);
      case SPOILT -> {
        byte[] spoilt = file.clone();
        spoilt[draw(file.length)] ^= 1;
        send(out, spoilt, file.length);
      }
      case PAGE -> send(out, "<html>please log in</html>".getBytes(), 26);
      case EMPTY -> head(out, "200 OK\r\nContent-Length: 0");
      case BOMB -> {
        head(out, "200 OK");
        out.write(GzipFile.of(new byte[] {0, 0, 8, 3, 7, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28}));
        byte[] million = GzipFile.of(new byte[1_000_000]);
        while (true) {
          out.write(million);
        }
      }
      case ENDLESS -> {
        head(out, "200 OK");
        while (true) {
          out.write(new byte[10_000]);
        }
      }
      default -> answerBadly(way, file, path, out);
    }
  }

  /** Answers that are no HTTP, or come to nothing. */
  private static void answerBadly(Way way, byte[] file, String path, OutputStream out)
      throws IOException, InterruptedException {
    switch (way) {
      case ENDLESS_CHUNKS -> {
        head(out, "200 OK\r\nTransfer-Encoding: chunked");
        while (true) {
          text(out, "1\r\nx\r\n");
        }
      }
      case ENDLESS_HEADERS -> {
        text(out, "HTTP/1.1 200 OK\r\n");
        for (int i = 0; true; i++) {
          text(out, "Header-" + i + ": " + "x".repeat(1_000) + "\r\n");
        }
      }
      case ENDLESS_BEGINNING -> {
        while (true) {
          text(out, "HTTP/1.1 102 Processing\r\n\r\n");
        }
      }
      case ENDLESS_REDIRECTS -> head(out, "302 Found\r\nContent-Length: 0\r\nLocation: " + path);
      case REDIRECT_TO_A_FILE ->
          head(out, "302 Found\r\nContent-Length: 0\r\nLocation: file:///etc/hostname");
      case REDIRECT_TO_NOWHERE ->
          head(out, "301 Moved\r\nContent-Length: 0\r\nLocation: http://[nowhere:x/\t");
      case ERROR -> head(out, "500 Oops\r\nContent-Length: 0");
      case NO_STATUS -> head(out, "a lot of nothing");
      case NO_HTTP -> text(out, "\0\1\2".repeat(1_000));
      case WRONG_CHUNKS -> {
        head(out, "200 OK\r\nTransfer-Encoding: chunked");
        text(out, "zz\r\nnothing\r\n-1\r\n\r\n");
      }
      case WRONG_LENGTH -> head(out, "200 OK\r\nContent-Length: many");
      case HUGE_LENGTH -> {
        head(out, "200 OK\r\nContent-Length: 9223372036854775807");
        out.write(file);
      }
      case SHORT_LENGTH -> {
        head(out, "200 OK\r\nContent-Length: 20");
        out.write(file);
      }
      case STALL -> {
        head(out, "200 OK\r\nContent-Length: " + file.length);
        out.write(file, 0, file.length / 2);
        out.flush();
        Thread.sleep(30_000);
      }
      case TRICKLE -> {
        head(out, "200 OK\r\nContent-Length: " + file.length);
        for (byte one : file) {
          out.write(one);
          Thread.sleep(50);
        }
      }
      default -> Thread.sleep(30_000);
    }
  }

  /** Sends the start of a file, and announces all of it. */
  private static void send(OutputStream out, byte[] file, int most) throws IOException {
    head(out, "200 OK\r\nContent-Length: " + file.length);
    out.write(file, 0, Math.min(most, file.length));
  }

  private static void head(OutputStream out, String status) throws IOException {
    text(out, "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
