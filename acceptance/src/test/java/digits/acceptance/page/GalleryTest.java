package digits.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digits.acceptance.FigureGallery;
import digits.acceptance.Notebook;
import digits.tablesaw.FigureView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;

/** A figure in JupyterLab is what jsplot's own page shows with the plotly.js of its time. */
@ExtendWith(InThePage.class)
class GalleryTest {

  /** Differences that are meant, with their reasons; each must be there. */
  private static final Map<String, String> MEANT =
      Map.of(
          "scatter3d-line/traces/0/mode: \"lines\", not \"lines+markers\"",
          "jsplot's name of the mode is not Plotly's, which then draws markers nobody asked for",
          "subplots: drawn only here",
          "jsplot calls every heat map trace0, so that its page has no trace1",
          "hostile: drawn only here",
          "a name with </script> in it ends the script of jsplot's page");

  @Test
  void eachKindOfFigureIsWhatJsplotsOwnPageShows(Lab lab, Chromium chromium) throws Exception {
    Map<String, Figure> figures = new LinkedHashMap<>();
    FigureGallery.figures().forEach((name, figure) -> figures.put(name, figure.get()));
    NotebookPage notebook =
        chromium.open(lab, write(lab.folder("gallery").resolve("gallery.ipynb"), figures));
    notebook.awaitDrawings();
    Map<String, FigureFacts> shown = new LinkedHashMap<>();
    var drawn = notebook.figures().iterator();
    figures.keySet().forEach(name -> shown.put(name, drawn.next().facts()));
    assertThat(drawn).isExhausted();
    assertThat(notebook.figures()).allMatch(digits.acceptance.page.Figure::isDrawn);
    notebook.screenshot(InThePage.SCREENSHOTS.resolve("gallery-jupyterlab.png"));

    Map<String, String> html = new LinkedHashMap<>();
    figures.forEach(
        (name, figure) ->
            html.put(name, Page.pageBuilder(figure, JsplotPages.TARGET).build().asJavascript()));
    List<String> differences = new ArrayList<>();
    try (JsplotPages pages = chromium.open(html)) {
      shown.forEach(
          (name, facts) ->
              facts.differences(pages.facts(name)).forEach(d -> differences.add(name + d)));
      pages.screenshot(InThePage.SCREENSHOTS.resolve("gallery-jsplot.png"));
    }
    assertThat(differences).containsExactlyInAnyOrderElementsOf(MEANT.keySet());
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
  }

  @Test
  void aWrongTitleAMissingTraceAndAnotherRangeAreFound() {
    String figure =
        "{'title': '%s', 'axes': {'xaxis': {'range': [0, %s]}}, 'traces': [{'type': 'bar'}%s]}"
            .replace('\'', '"');
    FigureFacts facts = FigureFacts.of(figure.formatted("one", "10", ", {\"type\": \"box\"}"));

    assertThat(FigureFacts.of(figure.formatted("two", "10.6", "")).differences(facts))
        .containsExactly(
            "/axes/xaxis/range/1: 10.6, not 10",
            "/title: \"two\", not \"one\"",
            "/traces/1/type: \"nothing\", not \"box\"");
    assertThat(
            FigureFacts.of(figure.formatted("one", "10.4", ", {\"type\": \"box\"}"))
                .differences(facts))
        .isEmpty();
    assertThat(FigureFacts.of("{}").differences(facts)).containsExactly(": not drawn");
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
}
