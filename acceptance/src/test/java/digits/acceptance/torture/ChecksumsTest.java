package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import digits.acceptance.Outcome;
import digits.acceptance.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the project's settings, Maven refuses downloads with a wrong or missing checksum. */
class ChecksumsTest {

  private static final String PART =
      "<modelVersion>4.0.0</modelVersion><groupId>parts</groupId><artifactId>part</artifactId>"
          + "<version>1</version><packaging>pom</packaging>";

  private Path folder;
  private Path settings;
  private Path part;
  private Path checksum;

  /** A project whose parent is in a repository that stands in for all others. */
  @BeforeEach
  void prepare(@TempDir Path temporary) throws Exception {
    folder = Files.createDirectories(temporary.resolve("a project"));
    Path repository = Files.createDirectories(temporary.resolve("a repository/parts/part/1"));
    part = repository.resolve("part-1.pom");
    checksum = repository.resolve("part-1.pom.sha1");
    Files.writeString(part, "<project>" + PART + "</project>\n");
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(part));
    Files.writeString(checksum, HexFormat.of().formatHex(digest));
    settings =
        Files.writeString(
            temporary.resolve("settings.xml"),
            "<settings><mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>"
                + temporary.resolve("a repository").toUri()
                + "</url></mirror></mirrors></settings>");
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><parent><groupId>parts</groupId>"
            + "<artifactId>part</artifactId><version>1</version><relativePath/></parent>"
            + "<artifactId>whole</artifactId><packaging>pom</packaging></project>");
    Files.createDirectory(folder.resolve(".mvn"));
    Files.copy(Project.ROOT.resolve(".mvn/maven.config"), folder.resolve(".mvn/maven.config"));
  }

  @Test
  void takesWhatIsRightAndRefusesOneWrongBitOrNoChecksum() throws Exception {
    assertThat(build().status()).isZero();
    Random random = new Random(Effort.seed(getClass()));
    byte[] whole = Files.readAllBytes(part);
    int times = Effort.times(1, 10);
    for (int i = 0; i < times; i++) {
      Files.write(part, Mutation.flipped(whole, random.nextInt(8 * whole.length)));
      assertRefused();
    }
    Files.write(part, whole);
    Files.delete(checksum);
    assertRefused();
    Effort.tried("downloads by Maven", times + " with one wrong bit, all refused");
  }

  /** The refusal comes from the project's settings, not from Maven's defaults. */
  @Test
  void withoutTheSettingItIsTaken() throws Exception {
    Files.writeString(checksum, "0".repeat(40));
    Files.delete(folder.resolve(".mvn/maven.config"));
    assertThat(build().status()).isZero();
  }

  private void assertRefused() throws Exception {
    Outcome outcome = build();
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output()).contains("parts:part:pom:1", "Checksum validation failed");
  }

  private Outcome build() throws IOException, InterruptedException {
    Path local = Files.createTempDirectory(folder, "local");
    ProcessBuilder maven =
        new ProcessBuilder(
            "mvn", "-B", "-s", settings.toString(), "-Dmaven.repo.local=" + local, "validate");
    maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return Outcome.of(maven.directory(folder.toFile()), 2);
  }
}
