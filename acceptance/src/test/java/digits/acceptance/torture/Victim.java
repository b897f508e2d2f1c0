package digits.acceptance.torture;

import digits.data.Digit;
import digits.draw.Drawing;
import digits.draw.OwnDigits;
import digits.features.Pixels;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import digits.model.ModelFile;
import digits.model.ModelFileException;
import digits.model.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A program that saves again and again, to be killed meanwhile or to run out of space. */
final class Victim {

  static final Digit SEVEN = Drawing.of(20, "80,60 200,60 130,220").toDigit();
  static final Digit ONE = Drawing.of(20, "100,20 100,220").toDigit();

  private Victim() {}

  /**
   * Saves.
   *
   * @param arguments what to do, where, and for models their first seed and how many to save
   */
  public static void main(String[] arguments) {
    Path place = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "models" ->
          saveModels(place, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
      case "own" -> keepDigits(place);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void saveModels(Path file, int seed, int times) {
    DigitClassifier one = model(seed);
    DigitClassifier two = model(seed + 1);
    try {
      for (int i = 0; i < times; i++) {
        ModelFile.save(i % 2 == 0 ? one : two, file);
        if (i == 0) {
          System.out.println("at work");
        }
      }
    } catch (ModelFileException e) {
      Worker.assertOneSentence(e);
      System.out.println(e.getMessage());
    }
  }

  private static void keepDigits(Path folder) {
    OwnDigits own = OwnDigits.in(folder);
    for (int i = 0; true; i++) {
      if (i % 5 < 3) {
        own.add(i % 2 == 0 ? SEVEN : ONE, i % 2 == 0 ? 7 : 1);
      } else {
        own.removeLast();
      }
      if (i == 0) {
        System.out.println("at work");
      }
    }
  }

  /** Starts this program in a JVM with a short start-up time. */
  static Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /** Starts this program through another command, such as one that sets limits. */
  static Process start(List<String> before, String... arguments) throws IOException {
    return startJava(before, List.of(), Victim.class, arguments);
  }

  /** Starts any program of these tests. */
  static Process startJava(
      List<String> before, List<String> options, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Java tells on its output that it has picked these up.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    return builder.start();
  }

  /** A model whose weights all equal its seed. */
  static DigitClassifier model(int seed) {
    double[] weights = new double[784];
    Arrays.fill(weights, seed);
    Pixels pixels = new Pixels();
    List<LinearClassifier> ten =
        IntStream.range(0, 10)
            .mapToObj(digit -> new LinearClassifier(digit, pixels, weights, seed))
            .toList();
    return new DigitClassifier(
        ten, new Provenance("none", Map.of(), seed, "none", 1, "none", "none", 0));
  }

  /** The seed of a model, after checking all its numbers. */
  static int seedIn(Path file) {
    DigitClassifier model = ModelFile.load(file);
    int seed = (int) model.provenance().seed();
    for (int digit : model.classes()) {
      LinearClassifier classifier = (LinearClassifier) model.classifier(digit);
      for (double weight : classifier.weights()) {
        if (weight != seed || classifier.intercept() != seed) {
          throw new AssertionError("two models in one file: " + seed + " and " + weight);
        }
      }
    }
    return seed;
  }
}
