package digits.model;

import digits.data.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a model was made, in enough detail to make it again.
 *
 * @param learner the learner's name, such as "logistic"
 * @param options the hyperparameters by name, sorted
 * @param seed the seed of all random choices
 * @param data the name of the training set
 * @param digits the number of training digits used, 1 or more
 * @param checksum SHA-256 of the digits used, in hexadecimal
 * @param version the version of this library
 * @param trainingError the share of the training digits that arg max gets wrong, 0 to 1; measured
 *     on a random 10,000 of them if there are more
 */
public record Provenance(
    String learner,
    Map<String, String> options,
    long seed,
    String data,
    int digits,
    String checksum,
    String version,
    double trainingError) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   * @throws NullPointerException if a text is null
   */
  public Provenance {
    Stream.of(learner, data, checksum, version).forEach(Objects::requireNonNull);
    options.values().forEach(Objects::requireNonNull);
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    if (digits < 1) {
      throw new IllegalArgumentException("a model is trained on at least 1 digit, not " + digits);
    }
    if (!(trainingError >= 0 && trainingError <= 1)) {
      throw new IllegalArgumentException("the training error must be 0 to 1, not " + trainingError);
    }
  }

  /** The version of this library. */
  public static String libraryVersion() {
    Properties properties = new Properties();
    try (var in = Provenance.class.getResourceAsStream("/digits/library.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** The same with another training error. */
  public Provenance withTrainingError(double value) {
    return new Provenance(learner, options, seed, data, digits, checksum, version, value);
  }

  /** Three lines: learner, options and seed; training digits; training error and version. */
  @Override
  public String toString() {
    return Message.of(
        "%s %s, seed %d%non %,d digits of %s (sha256 %.12s...)%n"
            + "training error %.2f %%, by digits-lib %s",
        learner, options, seed, digits, data, checksum, 100 * trainingError, version);
  }
}
