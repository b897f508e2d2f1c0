package digits.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import digits.acceptance.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed with different numbers of threads and on another Java. */
class SameSeedTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  /** Largest relative difference of weights on another Java: float32 has seven digits. */
  private static final double BOUND = 1e-6;

  /** By Java, threads, kind and seed, because both tests need some of them. */
  private static final Map<List<?>, Fingerprint> RUNS = new HashMap<>();

  @TempDir private Path folder;

  private final List<String> kinds =
      Effort.isLong()
          ? List.of("logistic", "linear SVM", "features", "best", "warped")
          : List.of("logistic");
  private final List<Integer> threads = Effort.isLong() ? List.of(2, 4) : List.of(4);

  @Test
  void theNumberOfThreadsChangesNoBit() throws Exception {
    for (String kind : kinds) {
      Fingerprint one = run(JAVA, 1, kind, 7);
      for (int count : threads) {
        Fingerprint more = run(JAVA, count, kind, 7);
        assertThat(more.weights()).as("%s, %d threads", kind, count).isEqualTo(one.weights());
        assertThat(more.answers()).isEqualTo(one.answers());
      }
      Fingerprint otherSeed = run(JAVA, 4, kind, 8);
      assertThat(otherSeed.weights()).as("%s, another seed", kind).isNotEqualTo(one.weights());
    }
    Effort.tried(
        "Same seed, same classifiers",
        kinds
            + " on one thread and on "
            + threads
            + ": the same weights to the last bit, the same 10,000 answers");
  }

  @Test
  void anotherJavaMakesTheSameDecisions() throws Exception {
    Optional<Path> other = otherJava();
    assumeThat(other).as("no Java newer than this one beside " + JAVA).isPresent();
    double most = 0;
    for (String kind : kinds) {
      Fingerprint here = run(JAVA, 4, kind, 7);
      Fingerprint there = run(other.get(), 4, kind, 7);
      most = Math.max(most, here.difference(there));
      assertThat(here.difference(there)).as(kind).isLessThan(BOUND);
      assertThat(there.answers()).as(kind).isEqualTo(here.answers());
    }
    Effort.tried(
        "Same seed, same classifiers",
        String.format(
            Locale.ROOT,
            "%s on Java %s and %s: weights differ by %.1g of the largest, no answer of 10,000 does",
            kinds,
            Runtime.version().feature(),
            version(other.get()).orElseThrow(),
            most));
  }

  /** A newer Java installed beside this one. */
  private static Optional<Path> otherJava() throws IOException {
    try (Stream<Path> beside = Files.list(JAVA.toRealPath().getParent())) {
      return beside
          .filter(home -> version(home).filter(v -> v > Runtime.version().feature()).isPresent())
          .findFirst();
    }
  }

  private static Optional<Integer> version(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> Runtime.Version.parse(line.replaceAll("[^0-9.]", "")).feature())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Fingerprint run(Path java, int threads, String kind, long seed) throws Exception {
    List<?> key = List.of(java, threads, kind, seed);
    if (!RUNS.containsKey(key)) {
      RUNS.put(key, newRun(java, threads, kind, seed));
    }
    return RUNS.get(key);
  }

  private Fingerprint newRun(Path java, int threads, String kind, long seed) throws Exception {
    Path file = folder.resolve(kind);
    Outcome outcome =
        Outcome.of(
            new ProcessBuilder(
                java.resolve("bin/java").toString(),
                "-XX:ActiveProcessorCount=" + threads,
                "-cp",
                System.getProperty("java.class.path"),
                Fingerprint.class.getName(),
                kind,
                String.valueOf(seed),
                file.toString()),
            5);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return Fingerprint.read(file);
  }
}
