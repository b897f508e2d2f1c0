package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import digits.acceptance.Notebook;
import digits.acceptance.page.Chromium;
import digits.acceptance.page.InThePage;
import digits.acceptance.page.Lab;
import digits.acceptance.page.NotebookPage;
import digits.acceptance.page.PageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import jjava.tablesaw.FigureView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import tech.tablesaw.plotly.components.Figure;

/** Figures in JupyterLab match jsplot's own pages, drawn by the plotly.js of its time. */
@Isolated("changes the locale")
@PageTest
class GalleryTest {

  /** Intended differences; each must occur. */
  private static final List<String> MEANT =
      List.of(
          // jsplot calls every heat map trace0, so that its page has no trace1.
          "subplots: drawn only here",
          // A name with </script> in it ends the script of jsplot's page.
          "hostile: drawn only here");

  private static final String PLOTLY_JAR =
      "/META-INF/maven/org.webjars.bower/plotly.js/pom.properties";
  private static final String PLOTLY =
      "/META-INF/resources/webjars/plotly.js/%s/dist/plotly.min.js";

  /** By how much of an axis its ends may differ: Plotly's versions pad axes differently. */
  private static final double OF_THE_AXIS = 0.05;

  @Test
  @EnabledIfSystemProperty(named = "torture", matches = "long")
  void eachFigureIsWhatJsplotsOwnPageShows(Lab lab, Chromium chromium) throws Exception {
    Map<String, Figure> figures = FigureGallery.all();
    Path file = write(lab.folder("gallery").resolve("gallery.ipynb"), figures);
    NotebookPage notebook = chromium.open(lab, file);
    notebook.awaitDrawings();
    assertThat(notebook.figures())
        .hasSameSizeAs(figures.keySet())
        .allMatch(digits.acceptance.page.Figure::isDrawn);
    notebook.screenshot(InThePage.SCREENSHOTS.resolve("gallery-jupyterlab.png"));

    String facts = new String(resource("facts.js"), StandardCharsets.UTF_8);
    List<String> differences = new ArrayList<>();
    Page jsplot = jsplot(notebook.page());
    var drawn = notebook.figures().iterator();
    figures.forEach(
        (name, figure) -> {
          jsplot.navigate("about:blank"); // Without it the variables of the last page stay.
          jsplot.setContent(
              tech.tablesaw.plotly.components.Page.pageBuilder(figure, "target")
                  .build()
                  .asJavascript());
          differences(drawn.next().evaluate(facts), jsplot.locator("#target").evaluate(facts))
              .forEach(difference -> differences.add(name + difference));
        });
    jsplot.close();
    assertThat(differences).containsExactlyElementsOf(MEANT);
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
  }

  @Test
  void figuresAreTheSameInEveryLocaleAndTheirWordsNameThem() {
    assertThat(shown("ar-EG")).isEqualTo(shown("en"));
    FigureGallery.all()
        .forEach(
            (name, figure) ->
                assertThat(FigureView.text(figure).lines())
                    .contains("Figure: " + figure.getLayout().getTitle())
                    .filteredOn(line -> line.startsWith("  "))
                    .hasSameSizeAs(figure.getTraces()));
  }

  private static Map<String, Object> shown(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      Map<String, Object> shown = new LinkedHashMap<>();
      FigureGallery.all().forEach((name, figure) -> shown.put(name, FigureView.json(figure)));
      return shown;
    } finally {
      Locale.setDefault(before);
    }
  }

  /** A notebook that holds the figures as outputs. */
  private static Path write(Path file, Map<String, Figure> figures) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String[] code = figures.keySet().stream().map(name -> "// " + name).toArray(String[]::new);
    JsonNode notebook = mapper.readTree(Notebook.write(file, code).toFile());
    var cells = notebook.get("cells").iterator();
    for (Figure figure : figures.values()) {
      Map<String, Object> data = Map.of(FigureView.MIME_TYPE, FigureView.json(figure));
      Map<String, Object> output =
          Map.of("output_type", "display_data", "metadata", Map.of(), "data", data);
      ((ObjectNode) cells.next()).set("outputs", mapper.valueToTree(List.of(output)));
    }
    mapper.writeValue(file.toFile(), notebook);
    return file;
  }

  /** A page that serves jsplot's HTML the plotly.js it was written for. */
  private static Page jsplot(Page other) throws IOException {
    Properties jar = new Properties();
    try (var stream = GalleryTest.class.getResourceAsStream(PLOTLY_JAR)) {
      jar.load(stream);
    }
    byte[] plotly = resource(String.format(Locale.ROOT, PLOTLY, jar.getProperty("version")));
    Page page = other.context().browser().newPage();
    page.route(
        "https://cdn.plot.ly/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/javascript; charset=utf-8")
                    .setBodyBytes(plotly)));
    return page;
  }

  private static byte[] resource(String name) throws IOException {
    try (var stream = GalleryTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }

  /** The differences between two figures: place and both values. */
  private static List<String> differences(Object one, Object other) {
    Map<?, ?> here = (Map<?, ?>) one;
    Map<?, ?> there = (Map<?, ?>) other;
    if (here.isEmpty() != there.isEmpty()) {
      return List.of(here.isEmpty() ? ": not drawn" : ": drawn only here");
    }
    TreeSet<String> places = new TreeSet<>();
    here.keySet().forEach(place -> places.add(place.toString()));
    there.keySet().forEach(place -> places.add(place.toString()));
    return places.stream()
        .filter(place -> !same(place, here, there))
        .map(place -> place + ": " + here.get(place) + ", not " + there.get(place))
        .toList();
  }

  private static boolean same(String place, Map<?, ?> here, Map<?, ?> there) {
    if (!(here.get(place) instanceof Number one) || !(there.get(place) instanceof Number other)) {
      return Objects.equals(here.get(place), there.get(place));
    }
    String range = place.substring(0, place.lastIndexOf('/'));
    double room =
        range.endsWith("/range")
            ? OF_THE_AXIS * Math.abs(number(there, range + "/1") - number(there, range + "/0"))
            : 1e-9;
    return Math.abs(one.doubleValue() - other.doubleValue()) <= room;
  }

  private static double number(Map<?, ?> facts, String place) {
    return ((Number) facts.get(place)).doubleValue();
  }
}
