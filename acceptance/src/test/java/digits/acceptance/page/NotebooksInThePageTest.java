package digits.acceptance.page;

import com.fasterxml.jackson.databind.JsonNode;
import digits.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each notebook, run from the first cell to the last as a reader does it. */
@ExtendWith(InThePage.class)
class NotebooksInThePageTest {

  private static final Path NOTEBOOKS = Project.ROOT.resolve("notebooks");

  static Stream<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void showsItselfAsItShould(String name, Lab lab, Chromium chromium) throws IOException {
    Path folder = lab.folder("notebook");
    Path notebook = Files.copy(NOTEBOOKS.resolve(name), folder.resolve(name));
    Files.copy(NOTEBOOKS.resolve("models.ser"), folder.resolve("models.ser"));
    NotebookPage page = chromium.open(lab, notebook);
    SoftAssertions softly = new SoftAssertions();
    page.runAll();
    List<JsonNode> cells = page.codeCells();
    softly
        .assertThat(cells.stream().map(cell -> cell.get("execution_count").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, cells.size()).boxed().toList());
    softly.assertThat(page.brokenPictures()).isEmpty();
    for (Figure figure : page.figures()) {
      softly.assertThat(figure.isDrawn()).as("%s is drawn", figure).isTrue();
      softly.assertThat(figure.title()).as("title of %s", figure).isNotEmpty();
      softly.assertThat(figure.axesWithoutTitle()).as("bare axes of %s", figure).isEmpty();
      softly.assertThat(figure.reactsToHover()).as("%s reacts to hover", figure).isTrue();
    }
    for (Theme theme : Theme.values()) {
      page.show(theme);
      softly.assertThat(page.unreadable()).as("unreadable in %s", theme).isEmpty();
      softly.assertThat(page.clipped()).as("clipped in %s", theme).isEmpty();
      String file = page.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      page.screenshot(InThePage.SCREENSHOTS.resolve(file));
    }
    softly.assertThat(page.errors()).as("errors in the console").isEmpty();
    softly.assertThat(page.foreignRequests()).as("requests to other machines").isEmpty();
    softly.assertAll();
  }
}
