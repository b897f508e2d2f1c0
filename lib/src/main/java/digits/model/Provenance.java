package digits.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model came to be: enough to make it again.
 *
 * @param learner what trained it, such as "logistic"
 * @param options its hyper-parameters by name, sorted
 * @param seed of every random choice
 * @param data what the training digits are called
 * @param digits how many of them were used
 * @param checksum SHA-256 of the digits used, in hexadecimal
 * @param version of this library
 * @param trainingError the share of the training digits that arg max gets wrong, 0 to 1; measured
 *     on 10,000 of them, drawn at random, if there are more
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
   */
  public Provenance {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    if (digits < 1) {
      throw new IllegalArgumentException("a model is trained on at least 1 digit, not " + digits);
    }
    if (!(trainingError >= 0 && trainingError <= 1)) {
      throw new IllegalArgumentException("an error is 0 to 1, not " + trainingError);
    }
  }

  /**
   * The same with another training error.
   *
   * @param value 0 to 1
   */
  public Provenance withTrainingError(double value) {
    return new Provenance(learner, options, seed, data, digits, checksum, version, value);
  }

  /** A few lines, one a fact. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s, seed %d%non %,d digits of %s (sha256 %.12s...)%n"
            + "training error %.2f %%, by digits-lib %s",
        learner,
        options,
        seed,
        digits,
        data,
        checksum,
        100 * trainingError,
        version);
  }
}
