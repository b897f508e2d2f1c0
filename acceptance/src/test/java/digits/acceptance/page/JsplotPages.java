package digits.acceptance.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Pages that jsplot has written, side by side, with the plotly.js that they were written for. */
final class JsplotPages implements AutoCloseable {

  /** The element in which each page draws its figure. */
  static final String TARGET = "target";

  private static final String HOST = "jsplot.example";
  private static final String CDN = "cdn.plot.ly";
  private static final String JAR = "/META-INF/maven/org.webjars.bower/plotly.js/pom.properties";
  private static final String PLOTLY =
      "/META-INF/resources/webjars/plotly.js/%s/dist/plotly.min.js";

  private final BrowserContext context;
  private final Page page;

  private JsplotPages(BrowserContext context, Map<String, String> htmlPages) {
    this.context = context;
    byte[] plotly = plotly();
    context.setDefaultTimeout(60_000);
    context.route("**/*", route -> answer(route, htmlPages, plotly));
    page = context.newPage();
    page.setViewportSize(2600, 800);
    page.navigate("http://" + HOST + "/");
  }

  /**
   * Opens them.
   *
   * @param htmlPages by name
   */
  static JsplotPages open(BrowserContext context, Map<String, String> htmlPages) {
    return new JsplotPages(context, htmlPages);
  }

  private static byte[] plotly() {
    Properties jar = new Properties();
    try (var stream = JsplotPages.class.getResourceAsStream(JAR)) {
      jar.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String script = String.format(Locale.ROOT, PLOTLY, jar.getProperty("version"));
    try (var stream = JsplotPages.class.getResourceAsStream(script)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network is this class: what it does not know is not there. */
  private static void answer(Route route, Map<String, String> htmlPages, byte[] plotly) {
    URI address = URI.create(route.request().url());
    String name = address.getPath().substring(1);
    var answer = new Route.FulfillOptions().setContentType("text/html; charset=utf-8");
    if (CDN.equals(address.getHost())) {
      route.fulfill(answer.setContentType("text/javascript").setBodyBytes(plotly));
    } else if (HOST.equals(address.getHost()) && name.isEmpty()) {
      route.fulfill(answer.setBody(sideBySide(htmlPages)));
    } else if (HOST.equals(address.getHost()) && htmlPages.containsKey(name)) {
      route.fulfill(answer.setBody(htmlPages.get(name)));
    } else {
      route.abort();
    }
  }

  private static String sideBySide(Map<String, String> htmlPages) {
    return htmlPages.keySet().stream()
        .map(
            name ->
                "<iframe name='%s' src='/%s' width=830 height=630></iframe>".formatted(name, name))
        .collect(Collectors.joining("\n"));
  }

  /** What Plotly has understood of the figure of one page. */
  FigureFacts facts(String name) {
    Object json =
        page.frame(name)
            .evaluate(
                "() => (" + FigureFacts.SCRIPT + ")(document.getElementById('" + TARGET + "'))");
    return FigureFacts.of((String) json);
  }

  /** Keeps a picture of all. */
  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
