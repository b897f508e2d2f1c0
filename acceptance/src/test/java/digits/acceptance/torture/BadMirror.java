package digits.acceptance.torture;

import digits.data.SmallCache;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Scanner;
import java.util.TreeMap;

/** A mirror on this machine that answers each request in a random, mostly bad way. */
final class BadMirror implements AutoCloseable {

  private static final Map<String, byte[]> PACKED = new TreeMap<>();

  static {
    SmallCache.CONTENT.forEach((name, content) -> PACKED.put(name + ".gz", GzipFile.of(content)));
  }

  private interface Answer {
    void write(byte[] file, OutputStream out, Random random)
        throws IOException, InterruptedException;
  }

  /** The kinds of answer. */
  enum Way {
    GOOD((file, out, random) -> send(out, file, file.length)),
    SLOW((file, out, random) -> drip(out, file, 8_000, 5)),
    CUT((file, out, random) -> send(out, file, random.nextInt(file.length + 1))),
    CUT_WITHOUT_LENGTH(
        (file, out, random) -> {
          text(out, head("200 OK"));
          out.write(file, 0, random.nextInt(file.length));
        }),
    ANOTHER_FILE((file, out, random) -> send(out, PACKED.get("t10k-labels-idx1-ubyte.gz"), 50)),
    SPOILT(
        (file, out, random) -> {
          byte[] spoilt = file.clone();
          spoilt[random.nextInt(file.length)] ^= 1;
          send(out, spoilt, file.length);
        }),
    BOMB(
        (file, out, random) -> {
          text(out, head("200 OK"));
          out.write(GzipFile.of(new byte[] {0, 0, 8, 3, 7, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28}));
          repeat(out, GzipFile.of(new byte[1_000_000]));
        }),
    ENDLESS(endless(head("200 OK"), "x".repeat(10_000))),
    ENDLESS_CHUNKS(endless(head("200 OK\r\nTransfer-Encoding: chunked"), "1\r\nx\r\n")),
    ENDLESS_HEADERS(endless("HTTP/1.1 200 OK\r\n", "Header: " + "x".repeat(1_000) + "\r\n")),
    ENDLESS_BEGINNING(endless("", "HTTP/1.1 102 Processing\r\n\r\n")),
    ENDLESS_REDIRECTS(only(redirect("302 Found", "/mnist/train-labels-idx1-ubyte.gz"))),
    REDIRECT_TO_A_FILE(only(redirect("302 Found", "file:///etc/hostname"))),
    REDIRECT_TO_NOWHERE(only(redirect("301 Moved", "http://[nowhere:x/\t"))),
    NO_STATUS(only(head("a lot of nothing"))),
    NO_HTTP(only("\0\1\2".repeat(1_000))),
    WRONG_CHUNKS(
        only(head("200 OK\r\nTransfer-Encoding: chunked") + "zz\r\nnothing\r\n-1\r\n\r\n")),
    WRONG_LENGTH(only(head("200 OK\r\nContent-Length: many"))),
    SHORT_LENGTH((file, out, random) -> announce(out, 20, file, file.length)),
    HUGE_LENGTH((file, out, random) -> announce(out, Long.MAX_VALUE, file, file.length)),
    SILENCE((file, out, random) -> Thread.sleep(30_000)),
    TRICKLE((file, out, random) -> drip(out, file, 1, 50));

    private final Answer answer;

    Way(Answer answer) {
      this.answer = answer;
    }
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
      Scanner request = new Scanner(connection.getInputStream(), StandardCharsets.US_ASCII);
      if (!request.hasNextLine()) {
        return;
      }
      byte[] file = PACKED.get(request.nextLine().replaceAll(".*/mnist/| .*", ""));
      while (!request.nextLine().isEmpty()) {
        continue; // Nothing there matters.
      }
      Way way = ways[random.nextInt(ways.length)];
      way.answer.write(file, connection.getOutputStream(), random);
    } catch (IOException | NoSuchElementException clientHasGone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer only(String text) {
    return (file, out, random) -> text(out, text);
  }

  private static Answer endless(String start, String more) {
    return (file, out, random) -> {
      text(out, start);
      repeat(out, more.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  /** Writes until the other side hangs up. */
  private static void repeat(OutputStream out, byte[] more) throws IOException {
    while (true) {
      out.write(more);
    }
  }

  /** Sends a whole file piece by piece, with a pause after each. */
  private static void drip(OutputStream out, byte[] file, int piece, int milliseconds)
      throws IOException, InterruptedException {
    send(out, file, 0);
    for (int at = 0; at < file.length; at += piece) {
      out.write(file, at, Math.min(piece, file.length - at));
      Thread.sleep(milliseconds);
    }
  }

  /** Announces a whole file and sends its start. */
  private static void send(OutputStream out, byte[] file, int most) throws IOException {
    announce(out, file.length, file, Math.min(most, file.length));
  }

  private static void announce(OutputStream out, long length, byte[] file, int most)
      throws IOException {
    text(out, head("200 OK\r\nContent-Length: " + length));
    out.write(file, 0, most);
  }

  private static String redirect(String status, String location) {
    return head(status + "\r\nContent-Length: 0\r\nLocation: " + location);
  }

  private static String head(String status) {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n";
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
