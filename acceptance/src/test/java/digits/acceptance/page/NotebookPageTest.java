package digits.acceptance.page;

import static digits.acceptance.page.TinyNotebooks.figure;
import static digits.acceptance.page.TinyNotebooks.html;
import static digits.acceptance.page.TinyNotebooks.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.acceptance.Notebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page finds whatever would trip up a reader. */
@PageTest
class NotebookPageTest {

  private static final String LINE =
      "\"type\", \"scatter\", \"mode\", \"lines\","
          + " \"x\", List.of(0, 0.3, 0.4, 1), \"y\", List.of(0, 0.9, 0.95, 1)";
  private static final String SILENT = LINE + ", \"hoverinfo\", \"skip\"";
  private static final String GRID =
      "\"type\", \"heatmap\", \"z\", List.of(List.of(1, 2), List.of(3, 4))";
  private static final String PIE =
      "\"type\", \"pie\", \"textinfo\", \"none\", \"values\", List.of(1, 2, 3)";
  private static final String SPACE =
      "\"type\", \"scatter3d\", \"mode\", \"markers\","
          + " \"x\", List.of(1, 2), \"y\", List.of(1, 2), \"z\", List.of(1, 2)";
  private static final String EMPTY = "\"type\", \"scatter\", \"x\", List.of(), \"y\", List.of()";

  @Test
  void findsFaultsInOutputsAndFiguresAndKeepsAPictureOfAll(Lab lab, Chromium chromium)
      throws Exception {
    Path file = lab.folder("wrong").resolve("wrong.ipynb");
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(
                file,
                TinyNotebooks.IMPORTS,
                figure(LINE, titles("ROC", "false alarms", "hits")),
                figure(GRID, titles("four", "left to right", "")),
                figure(PIE, "\"title\", Map.of(\"text\", \"a pie\")"),
                figure(SPACE, "\"title\", Map.of(\"text\", \"deep\")"),
                figure(SILENT, titles("", "x", "y")),
                figure(EMPTY, titles("nothing", "x", "y")),
                html("<b style='color: black'>black ink</b>"),
                html("<p style='color: #eee'>pale ink</p><p>ordinary ink</p>"),
                html("<svg><text y='20' fill='#222'>drawn ink</text></svg>"),
                html("<div style='width: 3000px'>a long line</div>"),
                html("<img src='files/none.png'>"),
                html("<img src='http://digits.example/five.png'>"),
                html("<div style='height: 3000px'>from here</div>to there"),
                "6 * 7"));
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
    assertThat(List.of(figures.get(0), figures.get(1), figures.get(2), figures.get(4)))
        .extracting(Figure::reactsToHover)
        .containsExactly(true, true, true, false);
    assertThat(page.codeCells().subList(1, 7))
        .extracting(cell -> cell.at("/outputs/0/data/image~1png").asText())
        .allMatch(picture -> picture.startsWith("iVBORw0KGgo"));

    page.show(Theme.LIGHT);
    assertThat(page.unreadable()).singleElement().asString().startsWith("\"pale ink\"");
    page.show(Theme.DARK);
    assertThat(page.unreadable())
        .hasSize(2)
        .anyMatch(text -> text.startsWith("\"black ink\""))
        .anyMatch(text -> text.startsWith("\"drawn ink\""));
    assertThat(page.clipped()).singleElement().asString().contains("a long line");
    assertThat(page.brokenPictures())
        .hasSize(2)
        .anyMatch(image -> image.contains("none.png"))
        .anyMatch(image -> image.contains("five.png"));
    assertThat(page.foreignRequests()).containsOnly("http://digits.example/five.png");
    assertThat(page.errors()).hasSizeGreaterThanOrEqualTo(2);

    var picture = ImageIO.read(page.screenshot(file.resolveSibling("all.png")).toFile());
    assertThat(picture.getHeight()).isBetween(5_500, 9_000);
    page.save();
    assertThat(Files.readString(file)).contains("\"42\"");
  }

  @Test
  void stopsAtTheFirstCellThatFails(Lab lab, Chromium chromium) throws Exception {
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(
                lab.folder("failing").resolve("failing.ipynb"),
                "int five = 5;",
                "throw new IllegalStateException(\"penalty is -1, expected 0 or more\");"));
    assertThatThrownBy(page::runAll)
        .isInstanceOf(CellFailure.class)
        .hasMessage(
            "failing.ipynb, code cell 2: java.lang.IllegalStateException:"
                + " penalty is -1, expected 0 or more");
    assertThatThrownBy(() -> page.run(2))
        .isInstanceOf(CellFailure.class)
        .hasMessageStartingWith(
            "failing.ipynb, code cell 2: java.lang.IllegalStateException: penalty");
    assertThat(page.runToError(2)).endsWith("penalty is -1, expected 0 or more");
    assertThatThrownBy(() -> page.runToError(1)).hasMessageEndingWith("ended without an error");
    page.close();

    NotebookPage dying =
        chromium.open(
            lab,
            Notebook.write(lab.folder("dying").resolve("dying.ipynb"), "1 + 1", "System.exit(3);"));
    assertThatThrownBy(dying::runAll)
        .isInstanceOf(CellFailure.class)
        .hasMessage("dying.ipynb, code cell 2: the kernel died");
  }
}
