package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script on machines that are set up otherwise: links, other folders, users' settings. */
class MachinesTest {

  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void prepare() throws IOException {
    sandbox = new Sandbox(folder.resolve("sandbox"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "link to a link", "absolute, on the path"})
  void followsLinksToTheScriptAndLeavesTheProjectAroundThemAlone(String kind) throws Exception {
    Path other = Files.createDirectories(folder.resolve("other project"));
    Path kept = Files.createDirectories(other.resolve(".venv")).resolve("kept");
    Files.writeString(kept, "of another project");
    Path link = other.resolve("lab");
    Path lab = sandbox.project.resolve("lab");
    if (kind.equals("relative")) {
      Files.createSymbolicLink(link, Path.of("..").resolve(folder.relativize(lab)));
    } else if (kind.equals("link to a link")) {
      Path bin = Files.createDirectory(folder.resolve("bin"));
      Files.createSymbolicLink(bin.resolve("digits"), lab);
      Files.createSymbolicLink(link, Path.of("..", "bin", "digits"));
    } else {
      Files.createSymbolicLink(link, lab);
    }
    if (kind.endsWith("on the path")) {
      sandbox.script("by-path", "PATH='" + other + "':$PATH; exec lab \"$@\"");
      link = sandbox.tools.resolve("by-path");
    }
    assertWell(sandbox.labAt(link, "setup"));
    assertThat(sandbox.project.resolve(".venv/bin/python")).exists();
    assertThat(kept).hasContent("of another project");
    assertThat(other.resolve(".lab")).doesNotExist();
    assertThat(sandbox.labAt(link, "doctor").output()).containsPattern("(?m)^ok +Set-up ");
  }

  @Test
  void aFolderIsTheSameByWhateverNameItIsReached() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), sandbox.project);
    Path home = Files.createSymbolicLink(folder.resolve("home"), sandbox.home);
    assertWell(sandbox.lab("setup"));
    assertThat(sandbox.labAt(link.resolve("lab"), "setup").output()).contains("nothing to do");
    sandbox.set("HOME", home.toString());
    assertWell(sandbox.lab("setup"));
    assertThat(sandbox.calls()).noneMatch(call -> call.startsWith("mvn"));
  }

  @Test
  void refusesToWorkInAFolderThatIsNoCopyOfTheProject() throws Exception {
    Path copy = Files.copy(sandbox.project.resolve("lab"), folder.resolve("lab"));
    assertThat(copy.toFile().setExecutable(true)).isTrue();
    assertOneSentence(sandbox.labAt(copy, "setup"), "is not the folder of Ten Digits");
    assertThat(folder.resolve(".lab")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    ".venv, folder",
    ".venv, link",
    ".venv, link to that of another copy",
    ".venv, file",
    ".lab, folder",
    ".lab, file"
  })
  void leavesWhatItHasNotMade(String name, String kind) throws Exception {
    Path there = sandbox.project.resolve(name);
    Path real = kind.startsWith("link") ? folder.resolve("real") : there;
    Path kept = real;
    if (!kind.equals("file")) {
      kept = Files.createDirectory(real).resolve("kept");
    }
    Files.writeString(kept, "of the user");
    if (kind.startsWith("link")) {
      Files.createSymbolicLink(there, real);
    }
    if (kind.endsWith("copy")) {
      Files.writeString(real.resolve("made-by-lab"), folder.resolve("another copy") + "\n");
    }
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.lines())
        .singleElement()
        .asString()
        .startsWith("lab: " + sandbox.project.toRealPath().resolve(name))
        .contains("was not made by this ./lab", "move it away");
    assertThat(kept).hasContent("of the user");
    assertThat(sandbox.lab("doctor").output())
        .containsPattern("(?m)^WRONG +Set-up .*" + name + " was not made by this ./lab")
        .doesNotContain("delete .lab");
    assertThat(kept).hasContent("of the user");
  }

  @Test
  void emptiesItsOwnEnvironmentAlsoBehindALink() throws Exception {
    Path large = Files.createDirectory(folder.resolve("large disk"));
    Path link = Files.createSymbolicLink(sandbox.project.resolve(".venv"), large);
    assertWell(sandbox.lab("setup"));
    Files.writeString(large.resolve("left over"), "");
    Files.createSymbolicLink(large.resolve("home"), sandbox.home);
    sandbox.write("requirements.txt", "jupyterlab\n");
    assertWell(sandbox.lab("setup"));
    assertThat(link).isSymbolicLink();
    assertThat(large.resolve("bin/python")).exists();
    assertThat(large.resolve("left over")).doesNotExist();
    assertThat(Files.exists(large.resolve("home"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(sandbox.jar()).exists();
  }

  @Test
  void findsTheLibraryWhereMavenPutsIt() throws Exception {
    Path repository = folder.resolve("another repository");
    sandbox.set("FAKE_REPOSITORY", repository.toString());
    assertWell(sandbox.lab("setup"));
    assertThat(sandbox.calls()).last().asString().contains("java -cp " + repository);
    assertThat(sandbox.lab("setup").output()).isEqualTo("set-up: nothing to do\n");
    assertThat(sandbox.lab("doctor").output()).containsPattern("(?m)^ok +Set-up ");
    assertThat(sandbox.calls()).last().asString().contains("doctor.py " + repository);
    String known = sandbox.echo("$JDK_JAVA_OPTIONS");
    assertThat(known).isEqualTo("\"-Dmaven.repo.local=" + repository + "\"");
  }

  @Test
  void noticesThatMavenIsToUseAnotherRepository() throws Exception {
    assertWell(sandbox.lab("setup"));
    Path settings = Files.createDirectories(sandbox.home.resolve(".m2")).resolve("settings.xml");
    Files.writeString(settings, "<settings><localRepository>/r</localRepository></settings>");
    assertWell(sandbox.lab("setup"));
    assertThat(sandbox.calls()).anyMatch(call -> call.startsWith("mvn"));
    sandbox.set("MAVEN_OPTS", "-Xmx1g");
    assertThat(sandbox.lab("setup").output()).isEqualTo("set-up: nothing to do\n");
    sandbox.set("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=/r");
    assertWell(sandbox.lab("setup"));
    assertThat(sandbox.calls()).anyMatch(call -> call.startsWith("mvn"));
  }

  @Test
  void doesWithoutMavensWordOnlyWhereItCan() throws Exception {
    sandbox.set("FAKE_LOG", "quiet");
    assertWell(sandbox.lab("setup"));
    Files.delete(sandbox.jar());
    sandbox.set("FAKE_REPOSITORY", folder.resolve("another repository").toString());
    Outcome outcome = sandbox.lab("setup");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.lines()).last().asString().startsWith("lab: Maven did not say where");
  }

  @Test
  void namesTheProxyThatMavenDoesNotAsk() throws Exception {
    sandbox.set("FAKE_BUILD", "broken");
    assertThat(sandbox.lab("setup").output()).doesNotContain("HTTPS_PROXY");
    sandbox.set("https_proxy", "http://proxy.example:3128");
    assertThat(sandbox.lab("setup").output())
        .contains("Maven ignores HTTPS_PROXY", "docs/setup.md");
    assertThat(sandbox.lab("doctor").output())
        .containsPattern("(?m)^- +Proxy +Maven ignores HTTPS");
    Path settings = Files.createDirectories(sandbox.home.resolve(".m2")).resolve("settings.xml");
    Files.writeString(settings, "<settings><proxies><proxy></proxy></proxies></settings>");
    assertThat(sandbox.lab("doctor").output()).doesNotContain("HTTPS_PROXY");
  }

  @Test
  void keepsSettingsOfOtherPythonsFromOurs() throws Exception {
    for (String name : new String[] {"PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH"}) {
      sandbox.set(name, "/another");
    }
    sandbox.set("PYTHON", "python3.11");
    sandbox.set("PYTHON_KEYRING_BACKEND", "own");
    assertThat(
            sandbox.echo(
                "${PYTHONPATH-}${PYTHONHOME-}${PYTHONSAFEPATH-} $PYTHON $PYTHON_KEYRING_BACKEND"))
        .isEqualTo(" python3.11 own");
  }

  @ParameterizedTest
  @CsvSource({"C, C.UTF-8", "POSIX, en_US.UTF-8"})
  void givesJavaALocaleThatHasAllLetters(String locale, String found) throws Exception {
    sandbox.set("LC_ALL", locale);
    assertThat(sandbox.echo("$LC_ALL")).isEqualTo(locale);
    sandbox.set("FAKE_ENCODING", "ANSI_X3.4-1968");
    sandbox.set("FAKE_LOCALE", found);
    assertThat(sandbox.echo("$LC_ALL")).isEqualTo(found);
  }

  /** With the real pip: it finds a package that only the user's settings know, and ours alone. */
  @Test
  void takesOnlySourcesFromTheSettingsOfPip() throws Exception {
    Path wheel = folder.resolve("nothing-1.0-py3-none-any.whl");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      zip.putNextEntry(new ZipEntry("nothing-1.0.dist-info/METADATA"));
      zip.write("Metadata-Version: 2.1\nName: nothing\nVersion: 1.0\n".getBytes());
      zip.putNextEntry(new ZipEntry("nothing-1.0.dist-info/WHEEL"));
      zip.write("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n".getBytes());
    }
    Path settings = folder.resolve("pip.conf");
    Files.writeString(
        settings,
        "[global]\nuser = true\ntarget = /no\n[install]\nprefix = /no\nfind_links = " + folder);
    ProcessBuilder install =
        new ProcessBuilder(
            Project.ROOT.resolve(".venv/bin/python").toString(),
            Project.ROOT.resolve("notebooks/install.py").toString(),
            "--dry-run",
            "nothing");
    install.environment().remove("PIP_FIND_LINKS");
    install.environment().put("PIP_CONFIG_FILE", settings.toString());
    install.environment().put("PIP_NO_INDEX", "1");
    install.environment().put("PIP_USER", "1");
    Outcome outcome = Outcome.of(install, 1);
    assertThat(outcome.output()).contains("Would install nothing-1.0");
    assertThat(outcome.status()).isZero();
  }

  private static void assertWell(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.lines()).last().isEqualTo("set-up: done");
  }

  private static void assertOneSentence(Outcome outcome, String part) {
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.lines()).singleElement().asString().startsWith("lab: ").contains(part);
  }
}
