package digits.acceptance.page;

import static digits.acceptance.page.Reader.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The widgets and the tables work without the library for digits. */
@PageTest
class ProductsTest {

  private static final String SLIDER =
      """
      import jjava.widgets.*;
      var said = new Label("nothing yet");
      new VBox(new IntSlider("how many", 0, 10).value(3).onChange(v -> said.value("now " + v)), said)\
      """;

  private static final String TABLE =
      """
      import tech.tablesaw.api.*;
      var squares = Table.create("squares", IntColumn.create("n", 1, 2, 3), IntColumn.create("square", 1, 4, 9));
      squares\
      """;

  private static final String FIGURE =
      "tech.tablesaw.plotly.api.ScatterPlot.create(\"Squares\", squares, \"n\", \"square\")";

  private static final String CLASS_PATH = "System.getProperty(\"java.class.path\")";

  @Test
  void aSliderMovesALabelWithTheWidgetsAlone(Lab lab, Chromium chromium) throws Exception {
    NotebookPage notebook = open(lab, chromium, "jjava-widgets", SLIDER, CLASS_PATH);
    notebook.page().getByRole(AriaRole.SLIDER).focus();
    notebook.page().keyboard().press("ArrowRight");
    sees(notebook, "now 4");
    assertThat(notebook.result(3))
        .contains("jjava-widgets")
        .doesNotContain("digits-", "smile", "openblas", "tablesaw");
    assertThat(notebook.errors()).isEmpty();
  }

  @Test
  void aTableAndAFigureAppearWithTablesawAlone(Lab lab, Chromium chromium) throws Exception {
    NotebookPage notebook = open(lab, chromium, "jjava-tablesaw", TABLE, FIGURE, CLASS_PATH);
    assertThat(notebook.page().locator("table:has-text('squares') td").allTextContents())
        .containsExactly("1", "1", "2", "4", "3", "9");
    assertThat(notebook.figures()).singleElement().matches(Figure::isDrawn);
    assertThat(notebook.figures().get(0).title()).isEqualTo("Squares");
    assertThat(notebook.result(4))
        .contains("jjava-tablesaw")
        .doesNotContain("digits-", "smile", "openblas");
    assertThat(notebook.errors()).isEmpty();
  }

  private static NotebookPage open(Lab lab, Chromium chromium, String product, String... cells)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(cells));
    all.add(0, "%maven " + Project.group() + ":" + product + ":" + Project.version());
    Path file = lab.folder(product).resolve("alone.ipynb");
    NotebookPage notebook = chromium.open(lab, Notebook.write(file, all.toArray(String[]::new)));
    notebook.runAll();
    return notebook;
  }
}
