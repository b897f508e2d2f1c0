package digits.acceptance.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A notebook, open in JupyterLab. */
public final class NotebookPage implements AutoCloseable {

  private static final int CELL_MINUTES = 10;
  private static final int MILLISECONDS_TO_SETTLE = 3_000;
  private static final int TALL = 2_000;
  private static final int LARGEST_PICTURE = 16_000;

  private final Window window;
  private final Page page;
  private final Path notebook;
  private boolean closed;

  private static final String DROP =
      """
      (panel, [name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], name));
        panel.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }""";

  NotebookPage(Window window, Path notebook) {
    this.window = window;
    this.page = window.page;
    this.notebook = notebook;
  }

  void open() {
    window.open(window.lab.path(notebook));
  }

  /** Reloads the page: shows the saved notebook; the kernel keeps running. */
  public void reload() {
    window.load(window.lab.path(notebook));
  }

  /** Drops a file on something. */
  static void drop(Locator target, String name, byte[] bytes) {
    target.evaluate(DROP, new String[] {name, Base64.getEncoder().encodeToString(bytes)});
  }

  /** Restarts the kernel; the outputs stay. */
  public void restartKernel() {
    page.evaluate("() => inPage.restartKernel()");
  }

  /** Runs a code cell, 1 for the first; throws {@link CellFailure} if it ends with an error. */
  public void run(int number) {
    String error = end(number);
    if (!error.isEmpty()) {
      throw failure(number, error);
    }
  }

  /** Runs a code cell that is to fail; returns what its error says. */
  public String runToError(int number) {
    String error = end(number);
    if (error.isEmpty()) {
      throw failure(number, "ended without an error");
    }
    return error;
  }

  /** Runs one cell; returns the message of its error, or an empty text. */
  private String end(int number) {
    return (String) page.evaluate("number => inPage.runCell(number)", number);
  }

  /** The browser's page, for mouse and keyboard actions. */
  public Page page() {
    return page;
  }

  /** Runs all cells and waits until the last one has finished and everything is drawn. */
  public void runAll() {
    runAll(number -> {});
  }

  /** The same, telling a listener of each code cell that begins. */
  void runAll(IntConsumer listener) {
    page.evaluate("() => inPage.startRun()");
    awaitCells(listener);
    awaitDrawings();
  }

  private void awaitCells(IntConsumer listener) {
    int cell = 0;
    long end = 0;
    while (true) {
      Map<?, ?> state = (Map<?, ?>) page.evaluate("() => inPage.run()");
      int now = Math.max(cell, ((Number) state.get("cell")).intValue());
      String error = (String) state.get("error");
      if (!error.isEmpty()) {
        throw failure(now, error);
      }
      if (state.get("ended").equals(true)) {
        return;
      }
      if (now > cell) {
        while (cell < now) {
          listener.accept(++cell);
        }
        end = System.nanoTime() + TimeUnit.MINUTES.toNanos(CELL_MINUTES);
      } else if (end != 0 && System.nanoTime() > end) {
        throw failure(cell, "not ended after " + CELL_MINUTES + " minutes");
      }
      page.waitForTimeout(200);
    }
  }

  private CellFailure failure(int cell, String error) {
    return new CellFailure(notebook.getFileName() + ", code cell " + cell + ": " + error);
  }

  /** Waits until all pictures and figures in the outputs are drawn. */
  public void awaitDrawings() {
    page.waitForFunction("() => inPage.isDrawn()");
  }

  /** A picture of each panel, by the places of its cell and of its output in it: "7-0". */
  Map<String, byte[]> panels() {
    Map<String, byte[]> pictures = new HashMap<>();
    ViewportSize before = page.viewportSize();
    page.setViewportSize(before.width, TALL);
    for (Object name : (List<?>) page.evaluate("() => inPage.namePanels()")) {
      byte[] picture = page.locator("[data-panel='" + name + "']").screenshot();
      pictures.put(name.toString(), picture);
    }
    page.setViewportSize(before.width, before.height);
    return pictures;
  }

  /** The notebook as it would be saved now. */
  public JsonNode content() {
    try {
      return new ObjectMapper().readTree((String) page.evaluate("() => inPage.content()"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code cells as they would be saved now. */
  public List<JsonNode> codeCells() {
    return StreamSupport.stream(content().get("cells").spliterator(), false)
        .filter(cell -> cell.get("cell_type").asText().equals("code"))
        .toList();
  }

  /** What the first output of a code cell says in text. */
  public String result(int number) {
    JsonNode text = codeCells().get(number - 1).at("/outputs/0/data/text~1plain");
    return (text.isArray() ? text.get(0) : text).asText().strip();
  }

  /** Shows the page in a theme. */
  public void show(Theme theme) {
    page.evaluate("theme => inPage.setTheme(theme)", theme.title());
    page.waitForFunction("theme => inPage.hasTheme(theme)", theme.title());
  }

  /** Saves the notebook. */
  public void save() {
    page.evaluate("() => inPage.save()");
  }

  /** The figures, from top to bottom. */
  public List<Figure> figures() {
    int count = page.locator(Figure.SELECTOR).count();
    return IntStream.range(0, count).mapToObj(i -> new Figure(page, i)).toList();
  }

  /** Pictures that did not load or have no size. */
  public List<String> brokenPictures() {
    return texts("() => inPage.brokenPictures()");
  }

  /** Texts in the outputs whose contrast with the background is too low, with both colours. */
  public List<String> unreadable() {
    return texts("() => inPage.unreadable()");
  }

  /** Outputs that stay wider than their cell; figures follow the window's width a moment later. */
  public List<String> clipped() {
    List<String> clipped = texts("() => inPage.clipped()");
    for (int waited = 0; !clipped.isEmpty() && waited < MILLISECONDS_TO_SETTLE; waited += 100) {
      page.waitForTimeout(100);
      clipped = texts("() => inPage.clipped()");
    }
    return clipped;
  }

  /** Errors from the browser's console and uncaught exceptions. */
  public List<String> errors() {
    return List.copyOf(window.errors);
  }

  /** Requests to other machines. */
  public List<String> foreignRequests() {
    return List.copyOf(window.foreignRequests);
  }

  /** Saves a screenshot of the whole notebook. */
  public Path screenshot(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var size = page.viewportSize();
    int missing = ((Number) page.evaluate("() => inPage.missingHeight()")).intValue();
    int height = Math.min(size.height + Math.max(missing, 0), LARGEST_PICTURE);
    page.setViewportSize(size.width, height);
    page.evaluate("() => inPage.toTop()");
    page.waitForTimeout(100);
    awaitDrawings();
    page.locator(".jp-NotebookPanel:visible")
        .screenshot(new Locator.ScreenshotOptions().setPath(file));
    page.setViewportSize(size.width, size.height);
    return file;
  }

  /** The name of the notebook, without its ending. */
  String name() {
    return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }

  boolean isClosed() {
    return closed || page.isClosed();
  }

  private List<String> texts(String expression) {
    return ((List<?>) page.evaluate(expression)).stream().map(String.class::cast).toList();
  }

  /** Ends the kernel and closes the notebook. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      window.close();
    }
  }

  /** Also closes the window, whose state is unknown after a failure. */
  void discard() {
    closed = true;
    window.discard();
  }
}
