package digits.acceptance.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This machine's Chromium, headless and without network access. */
public final class Chromium implements AutoCloseable {

  /** Sends every request to another machine to a proxy that does not exist. */
  private static final List<String> CUT_OFF =
      List.of(
          "--proxy-server=127.0.0.1:9",
          "--proxy-bypass-list=127.0.0.1",
          "--disable-quic",
          "--disable-sync");

  private static final String SCRIPT = "/digits/acceptance/page/page.js";

  /** The window of a small laptop. */
  private static final Browser.NewContextOptions SIZE =
      new Browser.NewContextOptions().setViewportSize(1280, 800);

  private static final int MILLISECONDS_TO_WAIT = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<Window> windows = new ArrayList<>();
  private final List<NotebookPage> pages = new ArrayList<>();

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(CUT_OFF));
    PlaywrightAssertions.setDefaultAssertionTimeout(MILLISECONDS_TO_WAIT);
  }

  private static String script() {
    try (var stream = Chromium.class.getResourceAsStream(SCRIPT)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the browser that the variable CHROMIUM names; {@code ./lab} sets it. */
  public static Chromium start() {
    String file = System.getenv("CHROMIUM");
    if (file == null) {
      throw new IllegalStateException("CHROMIUM is not set: start the tests with ./lab test");
    }
    return new Chromium(Path.of(file));
  }

  /** Opens a notebook from one of JupyterLab's folders in a window of its own. */
  public NotebookPage open(Lab lab, Path notebook) {
    Window window =
        windows.stream().filter(each -> each.isFreeFor(lab)).findFirst().orElseGet(() -> add(lab));
    NotebookPage page = new NotebookPage(window, notebook);
    pages.add(page);
    page.open();
    return page;
  }

  private Window add(Lab lab) {
    // In a context of its own, or it would be a tab that sleeps while another one is looked at.
    BrowserContext context = browser.newContext(SIZE);
    context.setDefaultTimeout(MILLISECONDS_TO_WAIT);
    context.addInitScript(script());
    Window window = new Window(context.newPage(), lab);
    windows.add(window);
    return window;
  }

  /** Opens an empty page in a window of its own; the caller closes it. */
  Page empty() {
    BrowserContext context = browser.newContext(SIZE);
    context.addInitScript(script());
    return context.newPage();
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
