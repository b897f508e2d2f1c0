package digits.acceptance.page;

import static digits.acceptance.page.Reader.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import org.junit.jupiter.api.Test;

/** Each of the two modules that stand alone, loaded by one line into a kernel of its own. */
@PageTest
class ProductsTest {

  private static final String CLASS_PATH = "System.getProperty(\"java.class.path\")";

  @Test
  void aSliderChangesALabel(Lab lab, Chromium chromium) throws Exception {
    NotebookPage notebook =
        open(
            lab,
            chromium,
            "jjava-widgets",
            "import jjava.widgets.*;\nvar label = new Label(\"nothing\");",
            "new VBox(new IntSlider(\"n\", 0, 10).onChange(n -> label.value(\"n is \" + n)), label)");
    notebook.page().getByRole(AriaRole.SLIDER).press("ArrowRight");
    sees(notebook, "n is 1");
    assertThat(notebook.result(4)).doesNotContain("tablesaw-");
  }

  @Test
  void aTableAndAFigureAreShown(Lab lab, Chromium chromium) throws Exception {
    NotebookPage notebook =
        open(
            lab,
            chromium,
            "jjava-tablesaw",
            "import tech.tablesaw.api.*;\nTable.create(\"squares\", IntColumn.create(\"n\", 1, 4))",
            "import tech.tablesaw.plotly.components.*; import tech.tablesaw.plotly.traces.*;\n"
                + "new Figure(PieTrace.builder(new String[] {\"a\"}, new double[] {1}).build())");
    assertThat(notebook.page().locator("table:has-text('squares') td").allTextContents())
        .containsExactly("1", "4");
    assertThat(notebook.figures()).singleElement().matches(Figure::isDrawn);
  }

  private static NotebookPage open(Lab lab, Chromium chromium, String module, String... cells)
      throws Exception {
    String maven = "%maven digits:" + module + ":" + Project.version();
    NotebookPage notebook =
        chromium.open(
            lab,
            Notebook.write(
                lab.folder(module).resolve("alone.ipynb"), maven, cells[0], cells[1], CLASS_PATH));
    notebook.runAll();
    assertThat(notebook.result(4)).contains(module).doesNotContain("digits-", "smile", "openblas");
    assertThat(notebook.errors()).isEmpty();
    assertThat(notebook.foreignRequests()).isEmpty();
    return notebook;
  }
}
