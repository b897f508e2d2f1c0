package peers;

import digits.data.DigitSet;
import digits.data.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bytedeco.openblas.global.openblas;

/** What every contender in Java does alike: takes the times and reports in one line. */
final class Contest {

  private static final double LEAST_SECONDS = 1;
  private static final double AGREE = 0.05;
  private static final int MOST_ROUNDS = 20;

  private final String name;
  private final DigitSet train;
  private final DigitSet test;
  private double mapSeconds;
  private double fitSeconds;
  private double saved;

  /** Reads the digits, as many as BENCH_DIGITS says, at most so many. */
  Contest(String name, int most) {
    this.name = name;
    Mnist mnist = Mnist.load();
    String wanted = System.getenv("BENCH_DIGITS");
    int digits = wanted == null ? mnist.train().size() : Integer.parseInt(wanted);
    this.train = mnist.train().head(Math.min(most, digits));
    this.test = mnist.test();
  }

  DigitSet train() {
    return train;
  }

  DigitSet test() {
    return test;
  }

  /** A part of the work that may fail. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws Exception;
  }

  <T> T map(Work<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.run();
    mapSeconds = (System.nanoTime() - start) / 1e9;
    return result;
  }

  <T> T fit(Work<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.run();
    fitSeconds = (System.nanoTime() - start) / 1e9;
    return result;
  }

  /** Where to save; call {@link #saved} right after. */
  Path model() throws IOException {
    return Files.createDirectories(target()).resolve(name + ".ser");
  }

  void saved() {
    double start = Double.parseDouble(System.getenv().getOrDefault("BENCH_START", "NaN"));
    saved = System.currentTimeMillis() / 1e3 - start;
  }

  private static Path target() {
    return Path.of(System.getenv().getOrDefault("BENCH_TARGET", "target"));
  }

  /** Judges the test digits, again and again for the rate, and prints the line. */
  void report(Work<int[]> predict, String firstYes, String versions, String note) throws Exception {
    int[] predicted = predict.run();
    double rate = settled(predict);
    int errors = 0;
    for (int i = 0; i < predicted.length; i++) {
      errors += predicted[i] == test.label(i) ? 0 : 1;
    }
    Files.createDirectories(target());
    Files.writeString(
        target().resolve(name + ".txt"),
        Arrays.stream(predicted).mapToObj(String::valueOf).collect(Collectors.joining("\n", "", "\n")));
    System.out.println(
        String.format(
            Locale.ROOT,
            "{\"fit\": %.3f, \"train\": %.3f, \"saved\": %s, \"digits\": %d, \"errors\": %d,"
                + " \"first yes\": %s, \"rate\": %.0f, \"versions\": \"%s, Java %s\","
                + " \"note\": \"%s\"}",
            fitSeconds,
            mapSeconds + fitSeconds,
            Double.isNaN(saved) ? "null" : String.format(Locale.ROOT, "%.3f", saved),
            train.size(),
            errors,
            firstYes,
            rate,
            versions,
            System.getProperty("java.version"),
            note));
  }

  /** Digits a second, once three rounds agree: Java goes on compiling for a while. */
  private double settled(Work<int[]> predict) throws Exception {
    double rate = 0;
    int agreed = 0;
    for (int round = 0; round < MOST_ROUNDS && agreed < 2; round++) {
      double before = rate;
      rate = rate(predict);
      agreed = Math.abs(rate - before) > AGREE * rate ? 0 : agreed + 1;
    }
    return rate;
  }

  /** Digits a second, in one round. */
  private double rate(Work<int[]> predict) throws Exception {
    long digits = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < LEAST_SECONDS * 1e9) {
      digits += predict.run().length;
    }
    return digits / ((System.nanoTime() - start) / 1e9);
  }

  /** The version of the OpenBLAS that this library and Smile work with. */
  static String openBlas() {
    return "OpenBLAS " + openblas.class.getPackage().getImplementationVersion();
  }

  /** Rows of pixels divided by 255. */
  static double[][] rows(DigitSet digits) {
    double[][] rows = new double[digits.size()][];
    for (int i = 0; i < rows.length; i++) {
      float[] pixels = digits.get(i).intensities();
      rows[i] = new double[pixels.length];
      for (int j = 0; j < pixels.length; j++) {
        rows[i][j] = pixels[j];
      }
    }
    return rows;
  }

  static int[] labels(DigitSet digits) {
    int[] labels = new int[digits.size()];
    Arrays.setAll(labels, digits::label);
    return labels;
  }
}
