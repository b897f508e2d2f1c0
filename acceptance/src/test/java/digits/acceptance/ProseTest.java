package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code in the documentation works when copied, and every name in it exists. */
class ProseTest {

  private static final Pattern EXPRESSION =
      Pattern.compile("(new [A-Z]|\\w+\\.)[\\w.]*\\(.*\\)|[A-Z]\\w*\\(.*\\)");

  private static final Pattern TYPE = Pattern.compile("[A-Z]+[a-z]\\w*");
  private static final Pattern MEMBER = Pattern.compile("([a-z]+[A-Z]\\w*)|([a-z]\\w*)\\(.*\\)");
  private static final Pattern METHOD = Pattern.compile("[ .]([a-z]\\w*)\\(");

  /**
   * A link to a file of the project, perhaps to the line that declares what the link's text names.
   */
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]*)\\]\\(([^)#:\\s]+)(?:#L(\\d+))?\\)");

  private static final Pattern EXERCISE = Pattern.compile("(?m)^(\\d)\\. ");
  private static final Pattern ANSWER = Pattern.compile("(?m)^// (\\d).*$");

  private static final List<Path> FILES =
      Stream.of("lib", "acceptance/src", "bench/peers")
          .flatMap(folder -> Project.java(folder).stream())
          .toList();

  private static final Set<String> TYPES =
      Stream.concat(
              FILES.stream().map(file -> file.getFileName().toString().replace(".java", "")),
              Stream.of("Error", "IllegalArgumentException", "Optional", "Stream"))
          .collect(Collectors.toSet());

  private static final Set<String> METHODS =
      FILES.stream()
          .filter(file -> file.toString().matches("lib/\\w+/src/main/.*"))
          .flatMap(file -> METHOD.matcher(Project.text(file.toString())).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());

  private static final String EVERYTHING =
      """
      import digits.data.*; import digits.draw.*; import digits.evaluate.*; import digits.features.*;
      import digits.learn.*; import digits.model.*; import digits.notebook.*; import digits.panels.*;
      import digits.paper.*; import digits.spark.*;
      import java.nio.file.Path;
      """;

  /** Declarations that a page leaves to the reader. */
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "DESIGN.md",
          EVERYTHING
              + "DigitTester tester = null; TrainingPanel panel = null; Trainer trainer = null;"
              + " ProgressListener listener = null;",
          "docs/api.md",
          EVERYTHING
              + "DigitSet digits = null; Digit digit = null; DigitClassifier model = null; Path path ="
              + " null, file = null, folder = null; Trainer trainer = null; Scores scores = null;"
              + " Evaluation one = null, other = null; String name = null, strokes = null; double pen"
              + " = 1; double[] values = {}; ProgressListener progress = null; OwnDigits own = null;"
              + " Curve curve = null; List<String> names = null; List<Curve> curves = null;"
              + " Path images = null, labels = null; List<DigitSource> sources = null; long count = 1, seed = 1;"
              + " Augmentation augmentation = null; Part part = null; RidgeStatistics statistics = null;"
              + " String master = null; SmileLearner.SmileFit fit = null; SmileLearner.MarginFit margins = null;"
              + " java.util.function.Predicate<Digit> question = null; BinaryClassifier classifier = null;"
              + " java.util.function.DoubleFunction<Trainer> trainers = null;");

  @TempDir private Path folder;

  @Test
  void everyFragmentCompilesWhereItStands() throws IOException {
    List<Snippets> classes = new ArrayList<>();
    for (Prose prose : Prose.all().toList()) {
      Snippets snippets = new Snippets(prose.path().replaceAll("\\W", "_"));
      snippets.cell(CONTEXTS.getOrDefault(prose.path(), prose.cells().isEmpty() ? EVERYTHING : ""));
      prose.cells().forEach(snippets::cell);
      prose.blocks().forEach(snippets::block);
      prose.inline().stream().filter(EXPRESSION.asMatchPredicate()).forEach(snippets::cell);
      classes.add(snippets);
    }
    assertThat(Snippets.compile(folder, classes)).isEmpty();
  }

  @Test
  void everyExerciseHasAnAnswerBelowItThatRuns() throws Exception {
    List<Snippets> classes = new ArrayList<>();
    for (Prose notebook : Prose.notebooks()) {
      String name = notebook.path().replaceAll(".*/|\\.ipynb", "");
      String answers =
          Project.text(
              "acceptance/src/test/resources/digits/acceptance/exercises/" + name + ".jshell");
      String[] parts = notebook.text().split("\\*\\*Exercises\\*\\*")[1].split("<details>");
      assertThat(numbers(ANSWER, answers)).as(name).isEqualTo(numbers(EXERCISE, parts[0]));
      assertThat(numbers(EXERCISE, parts[1])).as(name).isEqualTo(numbers(EXERCISE, parts[0]));
      assertThat(parts[0]).as(name).contains("A small project:");
      Snippets snippets = new Snippets("Answers" + name.replace('-', '_'));
      snippets.cell(notebook.cells().get(0));
      Stream.of(ANSWER.split(answers)).forEach(snippets::cell);
      new Prose(notebook.path(), List.of(), parts[1]).blocks().forEach(snippets::block);
      classes.add(snippets);
    }
    assertThat(Snippets.compile(folder, classes)).isEmpty();
    for (Snippets snippets : classes) {
      assertThat(snippets.run(folder)).isNotEmpty();
    }
  }

  private static List<String> numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  static Stream<Prose> prose() {
    return Prose.all();
  }

  @ParameterizedTest
  @MethodSource("prose")
  void whatIsNamedIsThere(Prose prose) {
    assertThat(prose.inline()).allMatch(ProseTest::isThere);
  }

  @ParameterizedTest
  @MethodSource("prose")
  void everyLinkLeadsSomewhere(Prose prose) {
    Path folder = Project.ROOT.resolve(prose.path()).getParent();
    assertThat(LINK.matcher(prose.text()).results())
        .allSatisfy(
            link -> {
              Path file = folder.resolve(link.group(2));
              assertThat(file).exists();
              if (link.group(3) != null) {
                String name = link.group(1).replaceAll(".*\\.|\\W", "");
                assertThat(Files.readAllLines(file).get(Integer.parseInt(link.group(3)) - 1))
                    .as("line %s of %s", link.group(3), link.group(2))
                    .containsPattern("\\b" + name + "\\b");
              }
            });
  }

  private static boolean isThere(String code) {
    if (TYPE.matcher(code).matches()) {
      return TYPES.contains(code);
    }
    var member = MEMBER.matcher(code);
    return !member.matches()
        || METHODS.contains(member.group(1) == null ? member.group(2) : member.group(1));
  }
}
