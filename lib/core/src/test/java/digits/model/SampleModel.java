package digits.model;

import static org.assertj.core.api.Assertions.assertThat;

import digits.features.FeatureMap;
import digits.features.Pixels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Models of seeded numbers. {@link Random} promises the same ones for ever. */
final class SampleModel {

  private SampleModel() {}

  static DigitClassifier of(long seed, int... digits) {
    return new DigitClassifier(
        IntStream.of(digits).mapToObj(digit -> classifier(seed, digit)).toList(), provenance(seed));
  }

  static DigitClassifier ofTen(long seed) {
    return of(seed, IntStream.range(0, 10).toArray());
  }

  static LinearClassifier classifier(long seed, int digit) {
    FeatureMap pixels = new Pixels();
    double[] weights = new Random(10 * seed + digit).doubles(784).map(u -> 2 * u - 1).toArray();
    return new LinearClassifier(digit, pixels, weights, digit - 4.5);
  }

  static Provenance provenance(long seed) {
    return new Provenance(
        "logistic",
        Map.of("penalty", "0.1", "tolerance", "1.0E-4", "intercept", "true"),
        seed,
        "MNIST train",
        60_000,
        "0123456789abcdef".repeat(4),
        "0.1.0",
        0.0775);
  }

  /** Loads the model, checks that all of it is of one piece, and says which one it is. */
  static long seedIn(Path file) {
    DigitClassifier model = ModelFile.load(file);
    long seed = model.provenance().seed();
    LinearClassifier nine = (LinearClassifier) model.classifier(9);
    assertThat(nine.weights()).isEqualTo(classifier(seed, 9).weights());
    return seed;
  }
}
