package digits.acceptance.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * JupyterLab as {@code ./lab} starts it, on a free port of this machine. Its settings and the
 * folder that it shows are its own, so that a reader's are not touched.
 */
public final class Lab implements AutoCloseable {

  private static final int SECONDS_TO_START = 120;
  private static final int SECONDS_TO_STOP = 20;

  /** No questions to the reader; every cell is rendered at once, not when it scrolls into view. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "apputils-extension/notification", "{\"fetchNews\": \"false\"}",
          "notebook-extension/tracker", "{\"windowingMode\": \"none\", \"scrollPastEnd\": false}");

  private final Path home;
  private final Path root;
  private final Process process;
  private final Thread atExit = new Thread(this::stop);
  private final int port;
  private final String token;
  private CompletableFuture<?> ending;
  private String pathOfEnding;

  private Lab(Path home, String kernels) throws IOException, InterruptedException {
    this.home = home;
    root = Files.createDirectory(home.resolve("root"));
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      Path file = home.resolve("settings/@jupyterlab/" + setting.getKey() + ".jupyterlab-settings");
      Files.createDirectories(file.getParent());
      Files.writeString(file, setting.getValue());
    }
    // Temporary files get a folder of their own, where a test can count them.
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    ProcessBuilder command = command();
    Notebook.options(command, "-Djava.io.tmpdir=" + temporary + " " + kernels);
    process = command.start();
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      JsonNode server = waitForServer();
      port = server.get("port").asInt();
      token = server.get("token").asText();
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts JupyterLab and waits until it listens.
   *
   * @param kernels options for the kernels, beside those that the environment names
   */
  public static Lab start(String kernels) throws IOException, InterruptedException {
    return new Lab(Files.createTempDirectory("lab").toRealPath(), kernels);
  }

  private ProcessBuilder command() {
    ProcessBuilder command =
        new ProcessBuilder(
            Project.ROOT.resolve("lab").toString(),
            "--no-browser",
            "--ServerApp.port=0",
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.extension_manager=readonly",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            root.toString());
    Map<String, String> environment = command.environment();
    for (String own : List.of("CONFIG", "DATA", "RUNTIME")) {
      environment.put("JUPYTER_" + own + "_DIR", home.resolve(own.toLowerCase()).toString());
    }
    environment.put("JUPYTERLAB_SETTINGS_DIR", home.resolve("settings").toString());
    environment.put("JUPYTERLAB_WORKSPACES_DIR", home.resolve("workspaces").toString());
    environment.put("IPYTHONDIR", home.resolve("ipython").toString());
    return command
        .directory(home.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(log().toFile());
  }

  private Path log() {
    return home.resolve("log.txt");
  }

  /** The file that the server writes once it is listening. */
  private JsonNode waitForServer() throws IOException, InterruptedException {
    Path file = home.resolve("runtime/jpserver-" + process.pid() + ".json");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < end) {
      if (Files.exists(file) && Files.size(file) > 0) {
        JsonNode server = new ObjectMapper().readTree(file.toFile());
        if (server != null && server.has("token")) {
          return server;
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("JupyterLab has not started:\n" + Files.readString(log()));
  }

  /** Makes a folder that this JupyterLab can open. */
  public Path folder(String name) throws IOException {
    return Files.createTempDirectory(root, name + "-");
  }

  /** The path of a notebook relative to JupyterLab's root folder. */
  String path(Path notebook) {
    return root.relativize(notebook).toString().replace('\\', '/');
  }

  /** The URL of a notebook's page. */
  URI page(String path) {
    String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    return address("/lab/tree/" + encoded + "?reset&token=" + token);
  }

  /** The URL of a path on this server. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The token that every request must carry. */
  public String token() {
    return token;
  }

  /** The server process and the kernels it has started. */
  public Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Shuts a notebook's kernel down without waiting for it to end. */
  void endSession(String id, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address("/api/sessions/" + id))
            .header("Authorization", "token " + token)
            .DELETE()
            .build();
    ending = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
    pathOfEnding = path;
  }

  /** Waits, because a notebook reopened at once would be given the kernel that is ending. */
  void awaitEnd(String path) {
    if (path.equals(pathOfEnding)) {
      ending.join();
    }
  }

  /** Stops the server and its kernels, and deletes its folders. */
  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }

  private void stop() {
    List<ProcessHandle> all = processes().toList();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
