package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import digits.acceptance.page.Chromium;
import digits.acceptance.page.Lab;
import digits.acceptance.page.NotebookPage;
import digits.acceptance.page.PageTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Data that would run as a script if the page let it. */
@PageTest
class HostileTextTest {

  private static final List<String> TEXTS =
      List.of(
          "<script>window.hurt=1</script>",
          "<img src=x onerror=window.hurt=1>",
          "\"><svg onload=window.hurt=1>",
          "</style></pre><iframe srcdoc='<script>parent.hurt=1</script>'></iframe>",
          "<a href=javascript:window.hurt=1>a</a>",
          "{{7*7}}",
          "$x$",
          "javascript:window.hurt=1");

  private static final String BEGIN =
      """
      %%maven digits:digits-lib:%s
      import digits.data.*; import digits.evaluate.*; import digits.learn.*; import digits.model.*;
      import jjava.widgets.*; import jjava.widgets.Progress; import java.nio.file.*; import tech.tablesaw.api.*;
      import tech.tablesaw.plotly.components.*; import tech.tablesaw.plotly.traces.*;
      var texts = List.of(%s);
      var all = String.join(" ", texts);\
      """;

  private static final List<String> CELLS =
      List.of(
          """
          Table.create(all, texts.stream().map(t -> StringColumn.create(t, texts)).toArray(StringColumn[]::new))\
          """,
          """
          var box = new VBox(texts.stream().flatMap(t -> java.util.stream.Stream.<DomWidget<?>>of(
              new IntSlider(t, 0, 9).tooltip(t), new FloatLogSlider(t, 0, 9).descriptionWidth(t), new Label(t), new Checkbox(t),
              new Dropdown<>(t, List.of(t)), new Text(t).value(t).placeholder(t), new ToggleButton(t),
              new Button(t).tooltip(t).icon(t), new Progress(t, 1))).toArray(DomWidget<?>[]::new));
          box\
          """,
          """
          var tab = new Tab(); var accordion = new Accordion();
          texts.forEach(t -> { tab.page(t, new Label(t)); accordion.page(t, new Label(t)); });
          new VBox(tab, accordion, new Output().show(all, Table.create(all, StringColumn.create(all, texts))))\
          """,
          """
          new Button("Throw").onClick(() -> { throw new IllegalStateException(all); })\
          """,
          """
          var digits = Mnist.load().train().head(300);
          var pixels = new java.io.ByteArrayOutputStream();
          var labels = new java.io.ByteArrayOutputStream();
          digits.forEach(digit -> { pixels.writeBytes(digit.pixels()); labels.write(digit.label()); });
          var named = DigitSet.of(all, pixels.toByteArray(), labels.toByteArray());
          named\
          """,
          """
          var file = Files.createTempFile("named", ".ser");
          ModelFile.save(Trainer.of(new Ridge()).train(named), file);
          var model = ModelFile.load(file);
          Files.delete(file);
          display(model); display(Evaluation.of(model, named));
          model.provenance()\
          """,
          """
          var bars = BarTrace.builder(texts.toArray(String[]::new), new double[texts.size()]).name(all).showLegend(true).build();
          new Figure(Layout.builder(all, all, all).build(), bars, BarTrace.builder(new String[] {all}, new double[] {1}).name(texts.get(1)).build())\
          """);

  private static final List<String> FAILING_CELLS =
      List.of(
          "ModelFile.load(Path.of(all))",
          "Mnist.load(Path.of(all))",
          "throw new IllegalStateException(all)");

  /** Inserts the HTML of a saved output as if the page trusted it. */
  private static final String SHOW_HTML =
      "html => { const div = document.createElement('div'); document.body.append(div);"
          + " div.innerHTML = html; }";

  @Test
  void textIsShownAndNotRun(Lab lab, Chromium chromium) throws Exception {
    Path file = lab.folder("hostile").resolve("hostile.ipynb");
    List<String> cells = new ArrayList<>();
    String literals =
        String.join(
            ", ", TEXTS.stream().map(text -> "\"" + text.replace("\"", "\\\"") + "\"").toList());
    cells.add(BEGIN.formatted(Project.version(), literals));
    cells.addAll(CELLS);
    cells.addAll(FAILING_CELLS);
    NotebookPage notebook = chromium.open(lab, Notebook.write(file, cells.toArray(String[]::new)));
    Page page = notebook.page();
    for (int number = 1; number <= 1 + CELLS.size(); number++) {
      notebook.run(number);
    }
    for (int number = 2 + CELLS.size(); number <= cells.size(); number++) {
      assertThat(notebook.runToError(number)).contains(TEXTS);
    }
    page.locator("button:text-is('Throw')").click();
    page.locator("[role=alert]").waitFor();
    List<JsonNode> done = notebook.codeCells();
    String shown = String.join("\n", page.locator(".jp-OutputArea-output").allTextContents());
    for (String text : TEXTS) {
      long times = shown.split(Pattern.quote(text), -1).length - 1;
      System.out.println(times + " times: " + text);
      int least = text.equals("$x$") ? 10 : 30; // Where JupyterLab sets formulas, it is one.
      assertThat(times).as("number of times %s is shown as text", text).isGreaterThan(least);
    }
    for (JsonNode cell : done) {
      for (JsonNode output : cell.get("outputs")) {
        if (output.at("/data/text~1html").isTextual()) {
          page.evaluate(SHOW_HTML, output.at("/data/text~1html").asText());
        }
      }
    }
    Locator made = page.locator("[onerror], [onload], img[src=x], [srcdoc], a[href^='javascript']");
    assertThat(made.evaluateAll("all => all.map(node => node.outerHTML)")).isEqualTo(List.of());
    page.waitForTimeout(500);
    assertThat(page.evaluate("() => window.hurt === undefined")).isEqualTo(true);
    assertThat(notebook.foreignRequests()).isEmpty();
    page.close(); // It holds more than the next test asks for.
    Effort.tried(
        "The page cannot be hurt by data",
        TEXTS.size()
            + " texts of HTML and scripts in tables, figures, widgets, names of files and sets,"
            + " models and messages of "
            + (cells.size() - 1)
            + " cells: shown as text, nothing run or loaded");
  }
}
