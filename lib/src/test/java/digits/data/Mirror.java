package digits.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A web server on this machine that behaves as badly as a test wants. */
final class Mirror implements AutoCloseable {

  /** What to write for a request: the whole answer, from its status line on. */
  interface Behaviour {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * A request.
   *
   * @param path of the file
   * @param from the first byte asked for, 0 for the whole file
   * @param user what a proxy is told of the user, or nothing
   */
  record Request(String path, int from, String user) {

    boolean isFor(String name) {
      return path.endsWith("/" + name);
    }
  }

  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  Mirror(Behaviour behaviour) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behaviour = behaviour;
    start(this::accept);
  }

  URI address() {
    return URI.create("http://localhost:" + socket.getLocalPort() + "/mnist/");
  }

  /** All requests so far. */
  List<Request> requests() {
    return List.copyOf(requests);
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
      Request request = read(connection);
      requests.add(request);
      behaviour.answer(request, connection.getOutputStream());
    } catch (IOException clientHasGone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String path = in.readLine().split(" ")[1];
    int from = 0;
    String user = "";
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("range: bytes=")) {
        from = Integer.parseInt(line.substring(13, line.length() - 1));
      } else if (line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: ")) {
        user = line.substring(21);
      }
    }
    return new Request(path, from, user);
  }

  /** Sends the file, from where the client asked. */
  static void good(Request request, OutputStream out) throws IOException {
    send(SmallMnist.compressed(request.path()), request.from(), Integer.MAX_VALUE, out);
  }

  /** Sends the rest of a file, but at most some bytes of it, though it announces all. */
  static void send(byte[] file, int from, int most, OutputStream out) throws IOException {
    String status =
        from == 0
            ? "200 OK"
            : "206 Partial Content\r\nContent-Range: bytes %d-%d/%d"
                .formatted(from, file.length - 1, file.length);
    head(out, status + "\r\nContent-Length: " + (file.length - from));
    out.write(file, from, Math.min(most, file.length - from));
  }

  /** Status and headers of an answer after which the connection is closed. */
  static void head(OutputStream out, String statusAndHeaders) throws IOException {
    out.write(
        ("HTTP/1.1 " + statusAndHeaders + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
