package digits.acceptance.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window and with the network cut off. */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** All but this machine is behind a proxy that is not there. */
  private static final List<String> CUT_OFF =
      List.of(
          "--proxy-server=127.0.0.1:9",
          "--proxy-bypass-list=127.0.0.1",
          "--disable-quic",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<NotebookPage> pages = new ArrayList<>();

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(CUT_OFF));
  }

  /** Starts the browser that the variable CHROMIUM names, or the first one on the path. */
  public static Chromium start() {
    return new Chromium(
        Optional.ofNullable(System.getenv("CHROMIUM"))
            .map(Path::of)
            .or(Chromium::onPath)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "none of "
                            + String.join(", ", NAMES)
                            + " is on the path; install Chromium, or set CHROMIUM to its file")));
  }

  private static Optional<Path> onPath() {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a notebook that lies in one of the folders of the JupyterLab. */
  public NotebookPage open(Lab lab, Path notebook) {
    NotebookPage page = new NotebookPage(browser.newContext(NotebookPage.SIZE), lab, notebook);
    pages.add(page);
    page.open();
    return page;
  }

  /** The pages that are open. */
  Stream<NotebookPage> pages() {
    pages.removeIf(NotebookPage::isClosed);
    return List.copyOf(pages).stream();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
