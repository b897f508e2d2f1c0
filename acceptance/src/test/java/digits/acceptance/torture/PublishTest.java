package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digits.acceptance.InTheProject;
import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release under another group, made and staged in a copy of the project as docs/publishing.md
 * says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InTheProject
class PublishTest {

  private static final String GROUP = "io.github.example";
  private static final String VERSION = Project.version();
  private static final List<String> MODULES =
      List.of(
          "digits-core digits-paper digits-lib digits-spark jjava-widgets jjava-tablesaw"
              .split(" "));
  private static final String DEPLOY =
      "deploy -P release -pl !acceptance -Dmaven.test.skip=true"
          + " -Dspotless.check.skip -Dmaven.install.skip=true -Dgpg.skip=";

  private final Map<String, String> environment = new TreeMap<>();
  private Path folder;
  private Path staged;
  private Copy copy;
  private Outcome unnamed;
  private Key key;

  @BeforeAll
  void stage(@TempDir Path temporary) throws Exception {
    folder = temporary;
    copy = Copy.in(folder.resolve("a copy"));
    staged = copy.folder().resolve("target/staged");
    environment.put("TZ", "Pacific/Kiritimati");
    if (Key.possible()) {
      key = Key.in(folder.resolve("keys"));
      environment.put("GNUPGHOME", key.home().toString());
    }
    unnamed = Copy.maven(copy.folder(), environment, "validate", "-P", "release", "-N");
    rename();
    copy.replace("pom.xml", "https://ten-digits.invalid", "https://example.org");
    copy.succeeds(environment, (DEPLOY + !Key.possible()).split(" "));
  }

  @AfterAll
  void leaveNothing() throws Exception {
    // Maven has noted where it staged this group.
    Copy.delete(Path.of(Project.text(".lab/repository").strip(), GROUP.split("\\.")));
    if (key != null) {
      key.end();
    }
  }

  private void rename() throws Exception {
    String python = Project.ROOT.resolve(".venv/bin/python").toString();
    ProcessBuilder script = new ProcessBuilder(python, "-B", "tools/coordinates.py", GROUP);
    assertThat(Outcome.of(script.directory(copy.folder().toFile()), 1).status()).isZero();
  }

  @Test
  void whatHasNotBeenNamedIsNotReleased() {
    assertThat(unnamed.status()).isNotZero();
    assertThat(unnamed.output())
        .contains("no group \"digits\"", "home.url in pom.xml", "home.git in pom.xml");
  }

  @Test
  void theNewGroupIsEverywhere() throws Exception {
    assertThat(copy.text("notebooks/01-train.ipynb"))
        .contains("\"%maven " + GROUP + ":digits-lib:" + VERSION + "\\n\"");
    assertThat(copy.text("lib/widgets/README.md")).contains("%maven " + GROUP + ":jjava-widgets:");
    String old = Project.group() + ":(digits|jjava)-|<groupId>" + Project.group() + "<";
    try (Stream<Path> files = Files.walk(copy.folder())) {
      for (Path file :
          files.filter(it -> it.toString().matches(".*\\.(xml|md|ipynb|py)")).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern("\\b(" + old + ")");
      }
    }
  }

  @Test
  void everyModuleHasAllThatMavenCentralAsksFor() throws Exception {
    Set<String> expected =
        new TreeSet<>(Set.of(file("digits", ".pom"), file("digits-bom", ".pom")));
    for (String module : MODULES) {
      for (String end : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")) {
        expected.add(file(module, end));
      }
      String pom = Files.readString(staged.resolve(file(module, ".pom")));
      assertThat(pom).contains("<name>", "<description>");
      boolean apache = module.startsWith("jjava");
      assertThat(pom.contains("<name>Apache-2.0</name>")).as(module).isEqualTo(apache);
    }
    expected.add(file("digits-lib", "-cyclonedx.json"));
    assertThat(Files.readString(staged.resolve(file("digits", ".pom"))))
        .contains("<groupId>" + GROUP, "<name>GPL-3.0-only</name>", "<distribution>", "<developer>")
        .contains("<home.url>https://example.org<", "<url>${home.url}<", "scm:git:${home.git}<");

    Path bundle = copy.folder().resolve("target/ten-digits-" + VERSION + ".zip");
    try (FileSystem zip = FileSystems.newFileSystem(bundle);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      assertThat(files.filter(Files::isRegularFile).map(it -> it.toString().substring(1)))
          .filteredOn(it -> !it.matches(".*\\.(asc|md5|sha1)"))
          .containsExactlyInAnyOrderElementsOf(expected);
      for (String file : expected) {
        byte[] bytes = Files.readAllBytes(zip.getPath(file));
        assertThat(zip.getPath(file + ".sha1")).hasContent(hash("SHA-1", bytes));
        assertThat(zip.getPath(file + ".md5")).exists();
      }
    }
  }

  private static String file(String module, String end) {
    return "%s/%s/%s/%2$s-%3$s%s".formatted(GROUP.replace('.', '/'), module, VERSION, end);
  }

  @Test
  void everyFileIsSigned() throws Exception {
    assumeTrue(key != null, "gpg is not installed, so nothing was signed");
    List<Path> signed;
    try (Stream<Path> files = Files.walk(staged)) {
      signed = files.filter(it -> it.toString().matches(".*\\.(pom|jar|json)")).toList();
    }
    assertThat(signed).hasSize(4 * MODULES.size() + 3);
    for (Path file : signed) {
      assertThat(key.hasSigned(file)).as("%s", file).isTrue();
    }
  }

  @Test
  void aNotebookTrainsWithWhatIsStagedAndLoadsWhatIsListed() throws Exception {
    Path notebook =
        Notebook.write(
            folder.resolve("staged.ipynb"),
            "%mavenRepo staged " + staged.toUri(),
            "%maven " + GROUP + ":digits-lib:" + VERSION,
            """
            import digits.data.*;
            import digits.learn.*;
            var mnist = Mnist.load();
            var model = Trainer.logistic().digits(1_000).train(mnist.train());
            System.out.println(model.predict(mnist.test().get(0)));
            System.out.println(System.getProperty("java.class.path"));\
            """);
    Path local = folder.resolve("repository");
    ProcessBuilder run =
        new ProcessBuilder(".venv/bin/python", "-B", "tools/run.py", notebook.toString());
    // All but the library is already on this machine.
    String tail = Project.text(".lab/repository").strip();
    Notebook.options(run, "-Dmaven.repo.local=" + local + " -Dmaven.repo.local.tail=" + tail);
    Outcome outcome = Outcome.of(run.directory(Project.ROOT.toFile()), 5);
    assertThat(outcome.output())
        .contains("digit 0: predicted 7, actual 7", local.resolve(file("digits-core", ".jar")) + "")
        .doesNotContain("/" + Project.group() + "/digits-");
    String loaded = outcome.lines().get(outcome.lines().size() - 1);
    assertThat(loaded.split(File.pathSeparator)).hasSizeGreaterThan(30);
    Set<String> hashes = new TreeSet<>();
    for (String jar : loaded.split(File.pathSeparator)) {
      if (!jar.endsWith("jjava.jar") && !jar.contains("/digits-lib-")) {
        hashes.add(hash("SHA-256", Files.readAllBytes(Path.of(jar))));
      }
    }
    assertThat(listed()).as("the list of parts, and what the kernel loads").isEqualTo(hashes);
    Effort.tried("the list of parts", hashes.size() + " listed, by hash those that a kernel loads");
  }

  private Set<String> listed() throws Exception {
    Path list = staged.resolve(file("digits-lib", "-cyclonedx.json"));
    Set<String> hashes = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(list.toFile()).get("components")) {
      for (JsonNode hash : component.get("hashes")) {
        if (hash.get("alg").asText().equals("SHA-256")) {
          hashes.add(hash.get("content").asText());
        }
      }
    }
    return hashes;
  }

  private static String hash(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  /** Maven refuses a dependency without a version, and reading the POM needs no more than POMs. */
  @Test
  void theBillOfMaterialsKnowsTheVersions() throws Exception {
    String bom =
        """
        <dependencyManagement><dependencies><dependency><groupId>%s</groupId>
        <artifactId>digits-bom</artifactId><version>%s</version><type>pom</type>
        <scope>import</scope></dependency></dependencies></dependencyManagement>
        """
            .formatted(GROUP, VERSION);
    assertThat(dependOnAll("").output()).contains("'dependencies.dependency.version' for");
    Outcome outcome = dependOnAll(bom);
    assertThat(outcome.status()).as(outcome.output()).isZero();
  }

  private Outcome dependOnAll(String bom) throws Exception {
    Path consumer = Files.createDirectories(folder.resolve("consumer"));
    String one =
        "<dependency><groupId>" + GROUP + "</groupId><artifactId>%s</artifactId></dependency>";
    String all = MODULES.stream().map(one::formatted).collect(Collectors.joining());
    String place = "<repository><id>%s</id><url>%s</url></repository>";
    String repositories =
        Stream.of(staged, Path.of(Project.text(".lab/repository").strip()))
            .map(it -> place.formatted(it.getFileName(), it.toUri()))
            .collect(Collectors.joining());
    Files.writeString(
        consumer.resolve("pom.xml"),
        """
        <project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>
        <version>1</version><packaging>pom</packaging>%s<dependencies>%s</dependencies>
        <repositories>%s</repositories></project>
        """
            .formatted(bom, all, repositories));
    return Copy.maven(
        consumer, environment, "validate", "-Dmaven.repo.local=" + folder.resolve("poms"));
  }

  @Test
  void sourcesAndPagesAreTheSameElsewhere() throws Exception {
    List<String> modules =
        Effort.isLong() ? List.of("jjava-widgets", "digits-core") : List.of("jjava-widgets");
    Copy other = Copy.in(folder.resolve("another copy"));
    String release = "package -P release -Denforcer.skip -Dmaven.test.skip=true -pl :";
    other.succeeds(
        Map.of("TZ", "America/Anchorage"), (release + String.join(",:", modules)).split(" "));
    for (String module : modules) {
      for (String end : List.of("-sources.jar", "-javadoc.jar")) {
        assertThat(other.jar(Path.of(module + "-" + VERSION + end)))
            .hasSameBinaryContentAs(staged.resolve(file(module, end)));
      }
    }
  }
}
