package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library stays as small as DESIGN.md promises. */
class SizeTest {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern NO_CODE = Pattern.compile("\\s*(//.*)?|(import|package) .*");

  private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./([^)#]+)\\)");

  private final List<Path> core = Project.java("lib/core/src/main");
  private final List<Path> main =
      Project.java("lib").stream().filter(file -> file.toString().contains("/src/main/")).toList();
  private final List<Path> tests =
      Stream.concat(Project.java("lib").stream(), Project.java("acceptance").stream())
          .filter(file -> file.toString().contains("/src/test/"))
          .toList();

  @Test
  void theCoreCanBeReadInAnAfternoon() {
    assertThat(core).hasSizeBetween(1, 98);
    assertThat(core.stream().mapToLong(SizeTest::linesOfCode).sum())
        .as("lines of code in lib/core, without comments, blanks and imports")
        .isBetween(1L, 6_200L);
  }

  @Test
  void noFileIsLong() {
    assertThat(main).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(250));
  }

  @Test
  void theLibraryAndItsTestsStaySmall() {
    assertThat(main.stream().mapToLong(SizeTest::lines).sum())
        .as("lines in lib, with comments, blanks and imports")
        .isBetween(1L, 21_000L);
    assertThat(tests.stream().mapToLong(SizeTest::lines).sum())
        .as("lines of tests in Java")
        .isBetween(1L, 17_650L);
  }

  @Test
  void theToursAreShort() {
    List<List<Path>> trips =
        Project.text("docs/tour.md")
            .lines()
            .filter(line -> line.startsWith("In this order"))
            .map(line -> LINK.matcher(line).results().map(link -> Path.of(link.group(1))).toList())
            .toList();
    assertThat(trips).hasSize(2);
    assertThat(trips.get(0)).as("from the file to the card").hasSizeBetween(10, 20);
    assertThat(trips.get(0).stream().mapToLong(SizeTest::lines).sum()).isLessThanOrEqualTo(2_250);
    assertThat(trips.get(1)).as("from the penalty to the solver").hasSizeBetween(5, 9);
  }

  private static long lines(Path file) {
    return Project.text(file.toString()).lines().count();
  }

  private static long linesOfCode(Path file) {
    String code = COMMENT.matcher(Project.text(file.toString())).replaceAll("");
    return code.lines().filter(line -> !NO_CODE.matcher(line).matches()).count();
  }
}
