package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {

  @TempDir Path folder;

  private Mnist load() {
    return Mnist.load(folder, SmallMnist.FILES, "unset DIGITS_DATA");
  }

  @Test
  void theRealDigits() {
    Mnist mnist = Mnist.load();

    assertThat(mnist.train().counts())
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(mnist.test().counts())
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(mnist.train().checksum())
        .isEqualTo("edc0d1098aa497be14ace79ddd5171e5a3dcf9c4d196c015389203eb3ba1f59b");
    assertThat(mnist.test().checksum())
        .isEqualTo("c3f9adf9c66efb572b1f9326c3a511b45910c7173b97be66ceceeeeaef6b802b");
    assertThat(mnist)
        .hasToString("Mnist[train=MNIST training: 60,000 digits, test=MNIST test: 10,000 digits]");
  }

  /** Browsers unpack files, and number those whose name is there already. */
  @ParameterizedTest
  @ValueSource(
      strings = {".idx%s", ".idx%s.gz", "-idx%s (1).gz", "-idx%s.gz.1", "-IDX%s 2.gz", ".idx%s(3)"})
  void readsFilesUnderAnyOfTheirUsualNames(String name) throws IOException {
    for (Map.Entry<String, byte[]> file : SmallMnist.CONTENT.entrySet()) {
      String[] parts = file.getKey().split("-idx");
      byte[] content = file.getValue();
      Files.write(
          folder.resolve(parts[0] + name.formatted(parts[1])),
          name.contains("gz") ? IdxFixture.gzip(content) : content);
    }

    assertThat(load().train()).hasSize(400);
  }

  /** As {@code unzip} leaves Kaggle's archive: each file once more in a folder of its name. */
  @Test
  void passesOverWhatIsNoFileOrNotTheRightOne() throws IOException {
    for (Map.Entry<String, byte[]> file : SmallMnist.CONTENT.entrySet()) {
      Path twice = Files.createDirectory(folder.resolve(file.getKey()));
      Files.write(twice.resolve(file.getKey()), file.getValue());
      String dotted = file.getKey().replace("-idx", ".idx");
      if (!dotted.startsWith("t10k-images")) {
        Files.write(folder.resolve(dotted), file.getValue());
      }
    }
    Files.write(folder.resolve("train-labels.idx1-ubyte"), IdxFixture.labels(3));

    assertThat(load().train()).hasSize(400);
  }

  @Test
  void readsTorchvisionsFolderFromItsRoot() throws IOException {
    SmallMnist.write(Files.createDirectories(folder.resolve("MNIST/raw")));

    assertThat(load().test()).hasSize(50);
    assertThat(Mnist.load(folder.resolve("MNIST"), SmallMnist.FILES, "").test()).hasSize(50);
  }

  @Test
  void saysWhatAFolderHasInstead() throws IOException {
    assertThatThrownBy(() -> Mnist.load(folder))
        .hasMessageContaining(folder + ", which has nothing;");
    for (String name : List.of("mnist.npz", "b", "c", "d", "e", "f")) {
      Files.createFile(folder.resolve(name));
    }
    assertThatThrownBy(() -> Mnist.load(folder))
        .hasMessageContaining(folder + ", which has b, c, d, e, f and 1 more;");
    Path file = folder.resolve("mnist.npz");
    assertThatThrownBy(() -> Mnist.load(file))
        .hasMessageContaining("in " + file + ", which is no folder; put the four files");
  }

  @Test
  void aNamedFolderThatLacksFilesIsNotFilled() throws IOException {
    SmallMnist.write(folder);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));

    assertThatThrownBy(() -> load())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "missing (plain or as .gz): t10k-labels-idx1-ubyte, in %s, which has"
                + " t10k-images-idx3-ubyte, train-images-idx3-ubyte, train-labels-idx1-ubyte;"
                + " put the four files of MNIST there, or unset DIGITS_DATA",
            folder);
    assertThatThrownBy(() -> Mnist.load(folder.resolve("nowhere")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "missing (plain or as .gz): train-images-idx3-ubyte, in %s, which is no folder;"
                + " put the four files of MNIST there, or load without a folder",
            folder.resolve("nowhere"));
  }

  @Test
  void aWrongFileInANamedFolderIsReportedAndLeftAlone() throws IOException {
    SmallMnist.write(folder);
    byte[] other = IdxFixture.images(50, 77);
    Path wrong = Files.write(folder.resolve("t10k-images-idx3-ubyte"), other);

    assertThatThrownBy(() -> load())
        .isInstanceOf(DataException.class)
        .hasMessage(
            "wrong file: actual SHA-256 %s, expected %s, in %s;"
                + " put the four files of MNIST there, or unset DIGITS_DATA",
            Sha256.hex(other), SmallMnist.FILES.get(2).sha256(), wrong);
    assertThat(wrong).hasBinaryContent(other);
  }

  @Test
  void theCommandAnswersWithOneSentence() throws Exception {
    Run run = run(Map.of());
    assertThat(run.output())
        .startsWith("MNIST: 60,000 training and 10,000 test digits in ")
        .hasLineCount(1);
    assertThat(run.status()).isZero();

    run = run(Map.of("DIGITS_DATA", folder.toString()));
    assertThat(run.output()).startsWith("missing (plain or as .gz): train-images").hasLineCount(1);
    assertThat(run.status()).isOne();
    assertThat(run(Map.of(), "--nonsense").status()).isOne();
  }

  /** The variables are read, and a password reaches the proxy though the mirror is https. */
  @Test
  void theCommandGoesThroughTheProxyThatTheEnvironmentNames() throws Exception {
    try (Mirror proxy =
        new Mirror(
            (request, out) -> {
              String status = request.path().startsWith("ossci") ? "403 No" : "407 Who";
              Mirror.head(out, status + "\r\nContent-Length: 0");
            })) {
      int port = proxy.address().getPort();
      String me = "http://me:secret@localhost:" + port;
      Map<String, String> environment =
          new HashMap<>(Map.of("XDG_CACHE_HOME", folder + "", "HTTPS_PROXY", me));
      List.of("DIGITS_DATA", "NO_PROXY", "no_proxy", "https_proxy")
          .forEach(name -> environment.put(name, ""));
      Run run = run(environment);

      assertThat(run.output())
          .contains(
              "storage.googleapis.com through the proxy localhost:"
                  + port
                  + " (HTTPS_PROXY): HTTP status 407, it wants another user and password:")
          .contains("(HTTPS_PROXY): the proxy answers HTTP status 403;")
          .contains("set HTTPS_PROXY to http://host:port")
          .doesNotContain("secret");
      assertThat(proxy.requests())
          .extracting(Mirror.Request::path, Mirror.Request::user)
          .contains(tuple("storage.googleapis.com:443", "Basic bWU6c2VjcmV0"));
    }
  }

  /** What a run of the command left: both its outputs, and its exit status. */
  private record Run(String output, int status) {}

  private static Run run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.home=" + System.getProperty("user.home"));
    // Only the library's own classes: the package needs nothing else.
    Path classes = Path.of(Mnist.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    command.addAll(List.of("-cp", classes.toString(), Mnist.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Java tells on its error stream that it has picked these up.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(output, process.waitFor());
  }
}
