package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed notebooks come from one clean run and have short cells with prose between. */
class CommittedNotebooksTest {

  private static final int LARGEST_FILE = 600_000;
  private static final int LONGEST_CELL = 10;

  static Stream<Path> notebooks() throws IOException {
    return Files.list(Project.ROOT.resolve("notebooks"))
        .filter(file -> file.toString().endsWith(".ipynb"))
        .sorted();
  }

  private static List<JsonNode> cells(Path notebook) throws IOException {
    return list(new ObjectMapper().readTree(notebook.toFile()).get("cells"));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static boolean isCode(JsonNode cell) {
    return cell.get("cell_type").asText().equals("code");
  }

  private static String text(JsonNode lines) {
    StringBuilder text = new StringBuilder();
    list(lines).forEach(line -> text.append(line.asText()));
    return lines.isTextual() ? lines.asText() : text.toString();
  }

  private static List<JsonNode> code(Path notebook) throws IOException {
    return cells(notebook).stream().filter(CommittedNotebooksTest::isCode).toList();
  }

  private static List<JsonNode> outputs(Path notebook) throws IOException {
    return code(notebook).stream().flatMap(cell -> list(cell.get("outputs")).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void comeFromOneCleanRun(Path notebook) throws IOException {
    List<JsonNode> code = code(notebook);
    assertThat(code)
        .isNotEmpty()
        .extracting(cell -> cell.get("execution_count").asInt())
        .isEqualTo(IntStream.rangeClosed(1, code.size()).boxed().toList());
    assertThat(outputs(notebook))
        .noneMatch(output -> output.get("output_type").asText().equals("error"));
    assertThat(Files.size(notebook)).isLessThanOrEqualTo(LARGEST_FILE);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void tellNothingOfTheMachine(Path notebook) throws IOException {
    assertThat(Files.readString(notebook))
        .doesNotContain(Project.ROOT.toString(), System.getProperty("user.home") + "/")
        .doesNotContainPattern("/(home|tmp|Users)/|[A-Z]:\\\\\\\\");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void areProseWithShortCells(Path notebook) throws IOException {
    List<JsonNode> cells = cells(notebook);
    assertThat(text(cells.get(0).get("source"))).startsWith("# ");
    assertThat(text(cells.get(cells.size() - 1).get("source"))).contains("**Exercises**");
    assertThat(text(code(notebook).get(0).get("source")))
        .contains("./lab setup", "%maven digits:digits-lib:");
    List<Long> lengths = new ArrayList<>();
    int inARow = 0;
    for (JsonNode cell : cells) {
      inARow = isCode(cell) ? inARow + 1 : 0;
      assertThat(inARow).as("code cells in a row in %s", notebook).isLessThanOrEqualTo(2);
      if (isCode(cell)) {
        String source = text(cell.get("source"));
        lengths.add(source.lines().count());
        assertThat(source.lines().count()).as(source).isLessThanOrEqualTo(LONGEST_CELL);
        assertThat(source).doesNotContainPattern("(?m)^\\s*(public |static )*(class|record) ");
        assertThat(source)
            .as("numbers are written as the library writes them, in every locale")
            .doesNotContainPattern("printf\\(|\\.formatted\\(|String\\.format\\((?!Locale\\.ROOT)")
            .doesNotContainPattern("to(Lower|Upper)Case\\(\\)");
      }
    }
    assertThat(lengths.stream().sorted().toList().get(lengths.size() / 2)).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void sayInWordsWhatThePicturesShow(Path notebook) throws IOException {
    List<String> words =
        outputs(notebook).stream()
            .filter(output -> output.path("data").has("image/png"))
            .map(output -> text(output.get("data").get("text/plain")))
            .toList();
    assertThat(words).isNotEmpty().noneMatch(text -> text.contains("BufferedImage"));
  }
}
