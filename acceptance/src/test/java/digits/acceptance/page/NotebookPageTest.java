package digits.acceptance.page;

import static digits.acceptance.page.TinyNotebooks.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import digits.acceptance.Notebook;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page finds what a reader would stumble over. */
@ExtendWith(InThePage.class)
class NotebookPageTest {

  @Test
  void findsWhatIsWrongInTheOutputs(Lab lab, Chromium chromium) throws Exception {
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(
                lab.folder("wrong").resolve("wrong.ipynb"),
                TinyNotebooks.IMPORTS,
                html("<b style='color: black'>black ink</b>"),
                html("<p style='color: #eee'>pale ink</p><p>ordinary ink</p>"),
                html("<svg><text y='20' fill='#222'>drawn ink</text></svg>"),
                html("<div style='width: 3000px'>a long line</div>"),
                html("<img src='files/none.png'>"),
                html("<img src='http://digits.example/five.png'>")));
    page.runAll();

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
        .hasMessageStartingWith("failing, code cell 2: java.lang.IllegalStateException: penalty");
    assertThat(page.runToError(2)).endsWith("penalty is -1, expected 0 or more");
    assertThatThrownBy(() -> page.runToError(1)).hasMessageEndingWith("ended without an error");
  }

  @Test
  void saysThatTheKernelDied(Lab lab, Chromium chromium) throws Exception {
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(lab.folder("dying").resolve("dying.ipynb"), "1 + 1", "System.exit(3);"));
    assertThatThrownBy(page::runAll)
        .isInstanceOf(CellFailure.class)
        .hasMessage("dying.ipynb, code cell 2: the kernel died");
  }

  @Test
  void keepsAPictureOfTheWholeNotebook(Lab lab, Chromium chromium) throws Exception {
    var folder = lab.folder("long");
    NotebookPage page =
        chromium.open(
            lab,
            Notebook.write(
                folder.resolve("long.ipynb"),
                TinyNotebooks.IMPORTS,
                html("<div style='height: 3000px'>from here</div>to there"),
                "6 * 7"));
    page.runAll();
    var picture = ImageIO.read(page.screenshot(folder.resolve("a.png")).toFile());
    assertThat(picture.getHeight()).isBetween(3100, 3700);
    page.save();
    assertThat(Files.readString(folder.resolve("long.ipynb"))).contains("\"42\"");
  }
}
