package digits.acceptance.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The project's JupyterLab on a free port of this machine. Its settings, its token and the folder
 * that it shows are its own, so that a reader's are not touched.
 */
public final class Lab implements AutoCloseable {

  private static final int SECONDS_TO_START = 120;
  private static final int SECONDS_TO_STOP = 20;

  /** Asks the reader nothing, and draws each cell at once, not only when it comes into sight. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "apputils-extension/notification", "{\"fetchNews\": \"false\"}",
          "notebook-extension/tracker", "{\"windowingMode\": \"none\", \"scrollPastEnd\": false}");

  private final Path home;
  private final Path root;
  private final String token = UUID.randomUUID().toString();
  private final Process process;
  private final Thread atExit = new Thread(this::stop);
  private final int port;

  private Lab(Path home) throws IOException, InterruptedException {
    this.home = home;
    root = Files.createDirectory(home.resolve("root"));
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      Path file = home.resolve("settings/@jupyterlab/" + setting.getKey() + ".jupyterlab-settings");
      Files.createDirectories(file.getParent());
      Files.writeString(file, setting.getValue());
    }
    process = command().start();
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      port = waitForPort();
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts JupyterLab and waits until it listens. */
  public static Lab start() throws IOException, InterruptedException {
    if (!Files.exists(python())) {
      throw new IllegalStateException("there is no " + python() + "; run ./lab setup first");
    }
    return new Lab(Files.createTempDirectory("lab").toRealPath());
  }

  private static Path python() {
    return Project.ROOT.resolve(".venv/bin/python");
  }

  private ProcessBuilder command() {
    ProcessBuilder command =
        new ProcessBuilder(
            python().toString(),
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.port=0",
            "--ServerApp.root_dir=" + root,
            "--IdentityProvider.token=" + token,
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.extension_manager=readonly",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate");
    Map<String, String> environment = command.environment();
    environment.put("JUPYTER_PATH", Project.ROOT.resolve(".venv/share/jupyter").toString());
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

  /** The server writes this file when it listens. */
  private int waitForPort() throws IOException, InterruptedException {
    Path file = home.resolve("runtime/jpserver-" + process.pid() + ".json");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < end) {
      if (Files.exists(file) && Files.size(file) > 0) {
        JsonNode server = new ObjectMapper().readTree(file.toFile());
        if (server != null && server.has("port")) {
          return server.get("port").asInt();
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("JupyterLab has not started:\n" + Files.readString(log()));
  }

  /** A new folder that this JupyterLab shows. */
  public Path folder(String name) throws IOException {
    return Files.createTempDirectory(root, name + "-");
  }

  /** Where the page of a notebook is that lies in one of the folders. */
  URI page(Path notebook) {
    String path = root.relativize(notebook).toString().replace('\\', '/');
    String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    return address("/lab/tree/" + encoded + "?reset&token=" + token);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Asks for the end of a kernel, and does not wait for it. */
  void endSession(String id) {
    HttpRequest request =
        HttpRequest.newBuilder(address("/api/sessions/" + id))
            .header("Authorization", "token " + token)
            .DELETE()
            .build();
    HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
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
    List<ProcessHandle> kernels = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    kernels.forEach(ProcessHandle::destroyForcibly);
  }
}
