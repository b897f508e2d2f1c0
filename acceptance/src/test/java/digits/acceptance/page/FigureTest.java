package digits.acceptance.page;

import static digits.acceptance.page.TinyNotebooks.figure;
import static digits.acceptance.page.TinyNotebooks.titles;
import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Notebook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked of a figure, asked of good and of bad ones. */
@ExtendWith(InThePage.class)
class FigureTest {

  private static final String LINE =
      "\"type\", \"scatter\", \"mode\", \"lines\","
          + " \"x\", List.of(0, 0.3, 0.4, 1), \"y\", List.of(0, 0.9, 0.95, 1)";
  private static final String SILENT = LINE + ", \"hoverinfo\", \"skip\"";
  private static final String GRID =
      "\"type\", \"heatmap\", \"z\", List.of(List.of(1, 2), List.of(3, 4))";
  private static final String PIE = "\"type\", \"pie\", \"values\", List.of(1, 2, 3)";
  private static final String SPACE =
      "\"type\", \"scatter3d\", \"mode\", \"markers\","
          + " \"x\", List.of(1, 2), \"y\", List.of(1, 2), \"z\", List.of(1, 2)";
  private static final String EMPTY = "\"type\", \"scatter\", \"x\", List.of(), \"y\", List.of()";

  @Test
  void figuresAreDrawnNamedAndReactToTheMouse(Lab lab, Chromium chromium) throws Exception {
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(
                lab.folder("figures").resolve("figures.ipynb"),
                TinyNotebooks.IMPORTS,
                figure(LINE, titles("ROC", "false alarms", "hits")),
                figure(GRID, titles("four", "left to right", "")),
                figure(PIE, "\"title\", Map.of(\"text\", \"a pie\")"),
                figure(SPACE, "\"title\", Map.of(\"text\", \"deep\")"),
                figure(SILENT, titles("", "x", "y")),
                figure(EMPTY, titles("nothing", "x", "y"))));
    page.runAll();
    List<Figure> figures = page.figures();

    assertThat(figures)
        .extracting(Figure::title)
        .containsExactly("ROC", "four", "a pie", "deep", "", "nothing");
    assertThat(figures)
        .extracting(Figure::axesWithoutTitle)
        .containsExactly(
            List.of(),
            List.of("yaxis"),
            List.of(),
            List.of("scene.xaxis", "scene.yaxis", "scene.zaxis"),
            List.of(),
            List.of());
    assertThat(figures)
        .extracting(Figure::isDrawn)
        .containsExactly(true, true, true, true, true, false);
    assertThat(figures.subList(0, 4)).allMatch(Figure::reactsToHover);
    assertThat(figures.get(4).reactsToHover()).isFalse();

    assertThat(page.codeCells().subList(1, 7))
        .extracting(cell -> cell.at("/outputs/0/data/image~1png").asText())
        .allMatch(picture -> picture.startsWith("iVBORw0KGgo"));
    assertThat(page.errors()).isEmpty();
    assertThat(page.foreignRequests()).isEmpty();
  }
}
