package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digits.acceptance.InTheProject;
import digits.acceptance.Notebook;
import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The library's jars, rebuilt from the same sources, and the list of their dependencies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InTheProject
class BuildTest {

  private static final List<String> MODULES =
      List.of("core", "paper", "widgets", "tablesaw", "notebook");
  private static final List<String> POMS =
      Stream.concat(Stream.of(""), MODULES.stream().map(module -> "lib/" + module + "/"))
          .map(folder -> folder + "pom.xml")
          .toList();
  private static final Pattern JAR =
      Pattern.compile(".*/(digits|jjava)-[a-z]+-" + Pattern.quote(Project.version()) + "\\.jar");
  private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/Anchorage");

  private Path folder;
  private Set<String> loaded;

  @BeforeAll
  void load(@TempDir Path temporary) throws Exception {
    folder = temporary;
    loaded = new TreeSet<>(loadedByTheKernel());
  }

  @Test
  void theJarsAreTheInstalledOnesToTheLastByte() throws Exception {
    List<Path> installed = loaded.stream().filter(JAR.asMatchPredicate()).map(Path::of).toList();
    assertThat(installed).hasSameSizeAs(MODULES);
    int builds = Effort.times(1, 2);
    for (int i = 0; i < builds; i++) {
      Copy copy = Copy.in(folder.resolve("folder " + i));
      copy.succeeds(
          Map.of("TZ", ZONES.get(i % 2)),
          "-pl",
          "lib/notebook",
          "-am",
          "package",
          "-o",
          "-Dmaven.test.skip=true");
      for (Path jar : installed) {
        assertThat(copy.jar(jar.getFileName()))
            .as(
                "the jar rebuilt from the sources, compared with the one that ./lab setup installed")
            .hasSameBinaryContentAs(jar);
      }
    }
    Effort.tried(
        "the same jars from the same sources", builds + " times built elsewhere, all the same");
  }

  @Test
  void theListOfPartsIsWhatTheKernelLoads() throws Exception {
    Map<String, String> listed = new TreeMap<>();
    JsonNode bom = new ObjectMapper().readTree(list().toFile());
    for (JsonNode component : bom.get("components")) {
      for (JsonNode hash : component.get("hashes")) {
        if (hash.get("alg").asText().equals("SHA-256")) {
          listed.put(hash.get("content").asText(), component.get("purl").asText());
        }
      }
    }
    Map<String, String> jars = new TreeMap<>();
    for (String jar : loaded) {
      if (!jar.endsWith("digits-lib-" + Project.version() + ".jar")) {
        jars.put(sha256(Path.of(jar)), jar);
      }
    }
    assertThat(jars).hasSizeGreaterThan(30);
    assertThat(listed.keySet())
        .as("listed by mvn -pl lib/notebook -am verify: %s\nloaded by a kernel: %s", listed, jars)
        .isEqualTo(jars.keySet());
    Effort.tried("the list of parts", listed.size() + " listed, by hash those that a kernel loads");
  }

  /** The list from the library's build, which runs now if the list is out of date. */
  private static Path list() throws IOException, InterruptedException {
    Path list = Project.ROOT.resolve("lib/notebook/target/bom.json");
    for (String pom : POMS) {
      FileTime changed = Files.getLastModifiedTime(Project.ROOT.resolve(pom));
      if (!Files.exists(list) || Files.getLastModifiedTime(list).compareTo(changed) < 0) {
        new Copy(Project.ROOT)
            .succeeds(Map.of("TZ", "UTC"), "-pl", "lib/notebook", "-am", "package", "-DskipTests");
      }
    }
    return list;
  }

  /** The jars that %maven brings into a kernel. */
  private List<String> loadedByTheKernel() throws IOException, InterruptedException {
    Path notebook =
        Notebook.write(
            folder.resolve("parts.ipynb"),
            "%maven " + Project.group() + ":digits-lib:" + Project.version(),
            "System.out.println(System.getProperty(\"java.class.path\"));");
    Outcome outcome = Notebook.run(notebook);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return Stream.of(outcome.lines().get(1).split(File.pathSeparator))
        .filter(jar -> !jar.endsWith("jjava.jar"))
        .toList();
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }
}
