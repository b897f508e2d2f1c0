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
   * @param user what a proxy is told of the user, or nothing
   */
  record Request(String path, String user) {

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
    String user = "";
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: ")) {
        user = line.substring(21);
      }
    }
    return new Request(path, user);
  }

  /** Sends the file. */
  static void good(Request request, OutputStream out) throws IOException {
    send(SmallMnist.compressed(request.path()), Integer.MAX_VALUE, out);
  }

  /** Sends at most some bytes of a file, though it announces all. */
  static void send(byte[] file, int most, OutputStream out) throws IOException {
    head(out, "200 OK\r\nContent-Length: " + file.length);
    out.write(file, 0, Math.min(most, file.length));
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
