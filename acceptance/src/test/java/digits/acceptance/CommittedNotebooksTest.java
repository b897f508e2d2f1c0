package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed notebooks come from one clean run and have short cells with prose between. */
class CommittedNotebooksTest {

  private static final int LARGEST_FILE = 600_000;
  private static final int LONGEST_CELL = 10;

  /** So many cells away, an output still belongs to what is said of it. */
  private static final int NEAR = 4;

  private static final Pattern SHARE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?: %| out of 100\\b| in 100\\b)");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  /** Definitions and examples. */
  private static final List<String> NO_CLAIMS =
      List.of("a margin of 0 is 50 %", "Does 80 % mean that 80 out of 100", "97 out of 100 yeses");

  static Stream<Path> notebooks() throws IOException {
    return in("notebooks");
  }

  static Stream<Path> allNotebooks() throws IOException {
    return Stream.concat(notebooks(), in("docs"));
  }

  private static Stream<Path> in(String folder) throws IOException {
    return Files.list(Project.ROOT.resolve(folder))
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
  @MethodSource("allNotebooks")
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
  @MethodSource("allNotebooks")
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
        .contains("./lab setup")
        .containsPattern("%maven digits:digits-(lib|spark):");
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

  /** A share in the prose is that of an output nearby, or its complement, as often rounded. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void stateSharesThatTheOutputsHave(Path notebook) throws IOException {
    List<JsonNode> cells = cells(notebook);
    for (int place = 0; place < cells.size(); place++) {
      if (isCode(cells.get(place))) {
        continue;
      }
      boolean all = place == 0 || place == cells.size() - 1;
      List<Double> shown = new ArrayList<>();
      for (int near = all ? 0 : Math.max(0, place - NEAR);
          near < (all ? cells.size() : Math.min(cells.size(), place + NEAR + 1));
          near++) {
        list(cells.get(near).path("outputs")).forEach(output -> shown.addAll(numbers(output)));
      }
      String prose =
          text(cells.get(place).get("source"))
              .split("\\*\\*Exercises")[0]
              .replaceAll(String.join("|", NO_CLAIMS), "");
      SHARE
          .matcher(prose)
          .results()
          .forEach(
              share ->
                  assertThat(shown)
                      .as("%s says %s", notebook, share.group())
                      .anyMatch(number -> isSame(share.group(1), number)));
    }
  }

  private static List<Double> numbers(JsonNode output) {
    JsonNode words =
        output.has("text") ? output.get("text") : output.path("data").path("text/plain");
    return NUMBER
        .matcher(text(words))
        .results()
        .map(number -> Double.valueOf(number.group().replace(",", "")))
        .toList();
  }

  private static boolean isSame(String said, double shown) {
    BigDecimal share = new BigDecimal(said);
    return DoubleStream.of(shown, 100 * shown, 100 - shown, 100 - 100 * shown)
        .mapToObj(BigDecimal::valueOf)
        .anyMatch(value -> value.setScale(share.scale(), RoundingMode.HALF_UP).equals(share));
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
