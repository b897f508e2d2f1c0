package digits.acceptance.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook, open in JupyterLab. */
public final class NotebookPage implements AutoCloseable {

  /** The window of a small laptop. */
  static final Browser.NewContextOptions SIZE =
      new Browser.NewContextOptions().setViewportSize(1280, 800);

  private static final String SCRIPT = "/digits/acceptance/page/page.js";
  private static final int CELL_MINUTES = 10;
  private static final int LARGEST_PICTURE = 16_000;

  private final BrowserContext context;
  private final Page page;
  private final Lab lab;
  private final Path notebook;
  private final Watch watch;

  NotebookPage(BrowserContext context, Lab lab, Path notebook) {
    this.context = context;
    this.lab = lab;
    this.notebook = notebook;
    context.setDefaultTimeout(60_000);
    watch = new Watch(context);
    context.addInitScript(script());
    page = context.newPage();
  }

  private static String script() {
    try (var stream = NotebookPage.class.getResourceAsStream(SCRIPT)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open() {
    page.navigate(lab.page(notebook).toString());
    awaitKernel();
  }

  private void awaitKernel() {
    page.waitForFunction("() => inPage.isOpen()");
    page.evaluate("() => inPage.kernelIsReady()");
  }

  /** Loads the page again. What was saved is seen, and the kernel goes on. */
  public void reload() {
    page.reload();
    awaitKernel();
  }

  /** Starts the kernel anew; the outputs stay. */
  public void restartKernel() {
    page.evaluate("() => inPage.restartKernel()");
  }

  /**
   * Runs one cell and waits until the kernel is done with it.
   *
   * @param number 1 for the first code cell
   * @throws CellFailure if it ends with an error
   */
  public void run(int number) {
    String error = end(number);
    if (!error.isEmpty()) {
      throw new CellFailure(name() + ", code cell " + number + ": " + error);
    }
  }

  /**
   * Runs one cell that is to fail, and waits until the kernel is done with it.
   *
   * @param number 1 for the first code cell
   * @return what its error says
   * @throws CellFailure if it ends without one
   */
  public String runToError(int number) {
    String error = end(number);
    if (error.isEmpty()) {
      throw new CellFailure(name() + ", code cell " + number + ": ended without an error");
    }
    return error;
  }

  /** Runs one cell; what its error says, or nothing. */
  private String end(int number) {
    return (String) page.evaluate("number => inPage.runCell(number)", number);
  }

  /** The browser's page, for what a reader does with mouse and keyboard. */
  public Page page() {
    return page;
  }

  /** Runs all cells, and waits for the last one and until everything is drawn. */
  public void runAll() {
    runAll(number -> {});
  }

  /**
   * Runs all cells, and waits for the last one and until everything is drawn.
   *
   * @param listener is told of each code cell that begins: 1 for the first
   * @throws CellFailure at the first cell with an error
   */
  void runAll(IntConsumer listener) {
    Run.of(page, notebook.getFileName().toString()).await(listener, CELL_MINUTES);
    awaitDrawings();
  }

  /** Waits until all pictures and figures in the outputs are drawn. */
  public void awaitDrawings() {
    page.waitForFunction("() => inPage.isDrawn()");
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

  /**
   * What the first output of a code cell says in text.
   *
   * @param number 1 for the first code cell
   */
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

  /** What is wrong with the pictures: each should be loaded and have a size. */
  public List<String> brokenPictures() {
    return texts("() => inPage.brokenPictures()");
  }

  /** Texts in the outputs that hardly differ from their background, with both colours. */
  public List<String> unreadable() {
    return texts("() => inPage.unreadable()");
  }

  /** Outputs wider than the place for them. */
  public List<String> clipped() {
    return texts("() => inPage.clipped()");
  }

  /** What the browser's console called an error, and exceptions that no script caught. */
  public List<String> errors() {
    return watch.errors();
  }

  /** Requests that were not for this machine. */
  public List<String> foreignRequests() {
    return watch.foreignRequests();
  }

  /** Keeps a picture of the whole notebook. */
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
    page.waitForTimeout(500);
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
    return page.isClosed();
  }

  private List<String> texts(String expression) {
    return Stream.of(page.evaluate(expression))
        .flatMap(list -> ((List<?>) list).stream())
        .map(String.class::cast)
        .toList();
  }

  /** Ends the kernel and closes the page. */
  @Override
  public void close() {
    if (!isClosed()) {
      lab.endSession((String) page.evaluate("() => inPage.session()"));
      context.close();
    }
  }
}
