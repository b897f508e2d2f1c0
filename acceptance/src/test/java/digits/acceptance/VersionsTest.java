package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each version is stated once, or the places agree. */
class VersionsTest {

  private static final Pattern PIN = Pattern.compile("(?m)^([a-z0-9-]+)==\\S+$");

  /** A version in requirements.txt, possibly for certain systems only, with its files' hashes. */
  private static final Pattern HASHED =
      Pattern.compile(
          "(?m)^([a-z0-9-]+==[^\\s;]+)( ; [^\\\\\n]+)?( \\\\\n    --hash=sha256:[0-9a-f]{64})+$");

  /** A package built on this machine would pull in build tools without a hash. */
  private static final String WHEELS_ONLY = "--only-binary :all:";

  private static final String OURS = Project.group() + " " + Project.version();

  private static final Pattern MAVEN_LINE =
      Pattern.compile("%maven\\s+([^:\\s]+):[a-z-]+:([^\"\\\\\\s]+)");
  private static final Pattern PARENT =
      Pattern.compile(
          "<parent>\\s*<groupId>(.*)</groupId>\\s*<artifactId>digits</artifactId>\\s*"
              + "<version>(.*)</version>");
  private static final Pattern PEER =
      Pattern.compile(
          "\n  <groupId>(.*)</groupId>\n  <artifactId>.*</artifactId>\n  <version>(.*)</version>");

  @Test
  void everyPythonPackageIsPinnedAndHasItsHashes() {
    List<String> lines =
        Project.text("requirements.in").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).isNotEmpty().allMatch(line -> PIN.matcher(line).matches());
    String requirements = Project.text("requirements.txt");
    List<String> hashed = HASHED.matcher(requirements).results().map(pin -> pin.group(1)).toList();
    assertThat(hashed).hasSizeGreaterThan(90).containsAll(lines);
    assertThat(HASHED.matcher(requirements).replaceAll("").lines())
        .as("lines of requirements.txt that are not versions with their hashes")
        .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals(WHEELS_ONLY))
        .contains(WHEELS_ONLY);
    assertThat(requirements).doesNotContain("://", "index-url");
    assertThat(Project.text("environment.yml"))
        .contains("name: ten-digits", "- -r requirements.txt");
  }

  @Test
  void aPinnedPackageHasNoVersionAnywhereElse() throws IOException {
    List<String> packages =
        PIN.matcher(Project.text("requirements.in")).results().map(pin -> pin.group(1)).toList();
    assertThat(packages).isNotEmpty();
    for (String name : packages) {
      Pattern version = Pattern.compile("(?i)\\b" + name + "\\s*(@|[=<>~!]=?)?\\s*v?\\d+\\.\\d");
      for (Path file : readerFiles()) {
        assertThat(Files.readString(file))
            .as("%s has a version of %s, which belongs in requirements.in", file, name)
            .doesNotContainPattern(version);
      }
    }
  }

  @Test
  void widgetsAskForTheFrontEndThatIsPinned() {
    var pin =
        Pattern.compile("(?m)^anywidget==(\\d+\\.\\d+)\\.")
            .matcher(Project.text("requirements.in"));
    assertThat(pin.find()).isTrue();
    assertThat(Project.text("lib/widgets/src/main/java/jjava/widgets/AnyWidget.java"))
        .contains("\"~" + pin.group(1) + ".*\"");
  }

  @Test
  void theModulesAndThePeersHaveTheProjectsGroupAndVersion() {
    Stream.of("core", "paper", "widgets", "tablesaw", "notebook", "spark", "bom")
        .map("lib/%s/pom.xml"::formatted)
        .forEach(pom -> assertThat(named(PARENT, pom)).as(pom).containsExactly(OURS));
    assertThat(named(PARENT, "acceptance/pom.xml")).containsExactly(OURS);
    assertThat(named(PEER, "bench/peers/pom.xml")).containsExactly(OURS);
    assertThat(named(PEER, "bench/spark/pom.xml")).containsExactly(OURS);
  }

  @Test
  void notebooksAndPagesLoadTheProjectsVersion() {
    assertThat(Prose.all().flatMap(page -> named(MAVEN_LINE, page.path()).stream()))
        .hasSizeGreaterThan(Prose.notebooks().size())
        .containsOnly(OURS);
  }

  /** The groups and versions that a file names. */
  private static List<String> named(Pattern pattern, String file) {
    return pattern
        .matcher(Project.text(file))
        .results()
        .map(found -> found.group(1) + " " + found.group(2))
        .toList();
  }

  private static List<Path> readerFiles() throws IOException {
    return Stream.of(
            List.of(Project.ROOT.resolve("lab"), Project.ROOT.resolve("environment.yml")),
            files(".", ".md"),
            files("docs", ".md"),
            files("tools", ".py"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> files(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(Project.ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
