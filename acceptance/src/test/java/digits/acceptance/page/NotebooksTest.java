package digits.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import digits.acceptance.Project;
import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.model.BinaryClassifier;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main job as a reader does it: all notebooks in order, from the first cell to the last, in one
 * folder and on the real digits. The first trains the model that the others use.
 */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotebooksTest {

  private static final Path NOTEBOOKS = Project.ROOT.resolve("notebooks");

  private Path folder;

  /** The output of the first two notebooks. */
  private String printed = "";

  @BeforeEach
  void makeFolder(Lab lab) throws IOException {
    if (folder == null) {
      folder = lab.folder("notebooks");
      Recorder.copyPages(NOTEBOOKS, folder);
    }
  }

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

  @Order(1)
  @ParameterizedTest
  @MethodSource("notebooks")
  void showsItselfAsItShould(String name, Lab lab, Chromium chromium) throws IOException {
    Path notebook = Files.copy(NOTEBOOKS.resolve(name), folder.resolve(name));
    NotebookPage page = chromium.open(lab, notebook);
    SoftAssertions softly = new SoftAssertions();
    page.runAll();
    List<JsonNode> cells = page.codeCells();
    if (name.matches("0[12].*")) {
      printed += printed(cells);
    }
    if (name.startsWith("01")) {
      printed += text(cells, "/data/text~1plain");
    }
    softly
        .assertThat(cells.stream().map(cell -> cell.get("execution_count").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, cells.size()).boxed().toList());
    softly
        .assertThat(printed(cells) + text(cells, "/data/text~1plain"))
        .as("numbers that are not written in ASCII digits")
        .doesNotContainPattern("[\\p{Nd}٫&&[^0-9]]");
    softly.assertThat(page.brokenPictures()).isEmpty();
    for (Figure figure : page.figures()) {
      softly.assertThat(figure.isDrawn()).as("%s is drawn", figure).isTrue();
      softly.assertThat(figure.title()).as("title of %s", figure).isNotEmpty();
      softly.assertThat(figure.axesWithoutTitle()).as("bare axes of %s", figure).isEmpty();
      softly.assertThat(figure.reactsToHover()).as("%s reacts to hover", figure).isTrue();
    }
    softly.check(() -> InThePage.look(page, page.name()));
    softly.assertThat(page.errors()).as("errors in the console").isEmpty();
    softly.assertThat(page.foreignRequests()).as("requests to other machines").isEmpty();
    softly.assertAll();
  }

  @Order(2)
  @Test
  void bothDecisionsErrAsMuchAsTheyShould() {
    assertThat(number("test error \\(arg max\\): (\\S+) %")).isBetween(8.0, 8.3);
    assertThat(number("test error \\(first yes\\): (\\S+) %")).isBetween(13.0, 14.5);
    assertThat(number("nobody says yes: (\\d+) of 10,000")).isBetween(900.0, 1_010.0);
    assertThat(number("several say yes: (\\d+) of 10,000")).isBetween(330.0, 430.0);
    assertThat(Pattern.compile("(?m)^training: (\\S+) s$").matcher(printed).results())
        .hasSizeGreaterThan(1) // in both notebooks
        .allMatch(seconds -> Double.parseDouble(seconds.group(1)) > 0);
    MatchResult verdict = found("digit (\\d+): predicted (\\d), actual (\\d), (correct|wrong)");
    boolean right = verdict.group(2).equals(verdict.group(3));
    assertThat(verdict.group(4)).isEqualTo(right ? "correct" : "wrong");
    assertThat(Integer.parseInt(verdict.group(1))).isBetween(0, 9_999);
  }

  /** With tolerances, because float32 products differ slightly between processors. */
  @Order(2)
  @Test
  void theModelThatComesWithTheProjectIsTheOneThatTheNotebookTrains() throws IOException {
    Path file = folder.resolve("models.ser");
    DigitClassifier trained = ModelFile.load(file);
    DigitClassifier kept = ModelFile.load(NOTEBOOKS.resolve("models.ser"));
    Mnist mnist = Mnist.load();
    assertThat(number("models\\.ser: (\\S+) bytes")).isEqualTo(Files.size(file));
    assertThat(Files.size(file)).isBetween(60_000L, 80_000L);
    assertThat(kept.classes()).isEqualTo(trained.classes());
    for (BinaryClassifier classifier : trained.classifiers()) {
      assertThat(((LinearClassifier) classifier).weights())
          .as("weights of %d", classifier.digit())
          .containsExactly(
              ((LinearClassifier) kept.classifier(classifier.digit())).weights(), within(0.05));
    }
    var before = kept.predict(mnist.test());
    var now = trained.predict(mnist.test());
    assertThat(IntStream.range(0, now.size()))
        .filteredOn(i -> before.get(i).predicted() != now.get(i).predicted())
        .hasSizeLessThanOrEqualTo(20);
    assertThat(kept.provenance().data()).isEqualTo("MNIST training");
    assertThat(kept.provenance().checksum()).isEqualTo(mnist.train().checksum());
    assertThat(kept.provenance().options()).isEqualTo(trained.provenance().options());
    assertThat(kept.provenance().trainingError())
        .isCloseTo(trained.provenance().trainingError(), within(0.001))
        // Measured on 10,000 drawn at random: three standard deviations of that from the whole.
        .isCloseTo(Evaluation.of(kept, mnist.train()).error(Decision.ARG_MAX), within(0.008));
  }

  private static String printed(List<JsonNode> cells) {
    return text(cells, "/text");
  }

  /** All texts at a JSON pointer of the outputs. */
  private static String text(List<JsonNode> cells, String place) {
    StringBuilder text = new StringBuilder();
    for (JsonNode cell : cells) {
      for (JsonNode output : cell.get("outputs")) {
        JsonNode lines = output.at(place);
        lines.forEach(line -> text.append(line.asText()));
        text.append(lines.asText()).append('\n');
      }
    }
    return text.toString();
  }

  private double number(String line) {
    return Double.parseDouble(found(line).group(1).replace(",", ""));
  }

  /** The single line that matches entirely. */
  private MatchResult found(String line) {
    List<MatchResult> found =
        Pattern.compile("(?m)^" + line + "$").matcher(printed).results().toList();
    assertThat(found).as("lines '%s' in:%n%s", line, printed).hasSize(1);
    return found.get(0);
  }
}
