package digits.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import digits.acceptance.Notebook;
import digits.acceptance.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Reads photographs as a reader would: chosen, dropped, corrected by mouse and by key, and kept.
 */
@PageTest
class PageReaderTest {

  private static final String SET_UP =
      """
      %%maven digits:digits-lib:%s
      import digits.draw.*;
      import digits.model.*;
      import digits.panels.*;
      import java.nio.file.Path;
      var own = OwnDigits.in(Path.of("own"));
      var reader = new PageReader(ModelFile.load(Path.of("models.ser")), own);
      reader"""
          .formatted(Project.version());

  private static final Path PAGES = Project.ROOT.resolve("notebooks/pages");

  private NotebookPage notebook;

  @Test
  void pagesAreChosenDroppedCorrectedAndKept(Lab lab, Chromium chromium) throws Exception {
    Path folder = lab.folder("reader");
    Files.copy(Project.ROOT.resolve("notebooks/models.ser"), folder.resolve("models.ser"));
    notebook = chromium.open(lab, Notebook.write(folder.resolve("reader.ipynb"), SET_UP, "own"));
    notebook.runAll();
    int form = String.join("", Files.readAllLines(PAGES.resolve("form.txt"))).length();
    find("input[type=file]").setInputFiles(PAGES.resolve("form.jpg"));
    assertThat(find(".page-box")).hasCount(form);
    assertThat(find(".page-words")).containsText("form.jpg: 800 x ");

    Locator first = find(".page-box").first();
    first.click();
    assertThat(first).hasAttribute("aria-pressed", "true");
    notebook.page().getByLabel("It was really a 3").click();
    assertThat(find(".page-box").first()).hasText("3");
    assertThat(find(".page-box").first()).hasClass(Pattern.compile("page-corrected"));
    find(".page-box").nth(1).focus();
    notebook.page().keyboard().press("8");
    assertThat(find(".page-box").nth(1)).hasText("8");
    assertThat(find(".page-box").nth(1)).isFocused();
    InThePage.look(notebook, "page-reader");

    press("Keep these digits");
    assertThat(find(".digits-note").last())
        .hasText(Pattern.compile("Kept \\d+, now \\d+ digits of your own\\..*"));
    String kept = find(".digits-note").last().textContent().replaceAll("Kept (\\d+),.*", "$1");
    Assertions.assertThat(Integer.parseInt(kept)).isBetween(form / 2, form);
    notebook.run(2);
    assertThat(notebook.page().locator(".jp-OutputArea-output").last())
        .containsText("own: " + kept + " digits");

    drop("board.jpg", Files.readAllBytes(PAGES.resolve("board.jpg")));
    assertThat(find(".page-words")).containsText("board.jpg: 800 x ");
    drop("letter.txt", "dear reader".getBytes());
    assertThat(find(".digits-note").last())
        .hasText("letter.txt is a text file, not a JPEG, PNG, GIF, BMP, TIFF or WebP picture");
    notebook.save();
    notebook.reload();
    assertThat(find(".page-words")).containsText("board.jpg: 800 x ");
    Assertions.assertThat(notebook.brokenPictures()).isEmpty();
    Assertions.assertThat(notebook.errors()).isEmpty();
    Assertions.assertThat(notebook.foreignRequests()).isEmpty();
  }

  private void drop(String name, byte[] bytes) {
    NotebookPage.drop(find(":scope"), name, bytes);
  }

  private void press(String name) {
    find("button:text-is('" + name + "')").click();
  }

  private Locator find(String selector) {
    return notebook.page().locator(".page.digits-panel").last().locator(selector);
  }
}
