package digits.model;

import digits.features.FeatureMap;
import digits.features.Pixels;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The payload of format version 1. Frozen: its names and types are in every file of that version.
 *
 * @param features name of the feature map
 * @param classifiers one a digit
 * @param origin what trained it
 */
record SavedModel1(String features, Classifier[] classifiers, Origin origin) implements SavedModel {

  private static final long serialVersionUID = 1L;

  SavedModel1 {
    Objects.requireNonNull(features, "no features");
    Objects.requireNonNull(classifiers, "no classifiers");
    Objects.requireNonNull(origin, "no origin");
  }

  /** One of the ten. */
  record Classifier(int digit, double[] weights, double intercept) implements Serializable {

    private static final long serialVersionUID = 1L;

    Classifier {
      Objects.requireNonNull(weights, "no weights");
    }

    static Classifier of(BinaryClassifier classifier) {
      if (classifier instanceof LinearClassifier linear) {
        return new Classifier(linear.digit(), linear.weights(), linear.intercept());
      }
      throw new IllegalArgumentException(
          "only linear classifiers can be saved, and the one for digit "
              + classifier.digit()
              + " is of another kind");
    }
  }

  /** A {@link Provenance}, with its options as names and values in the same order. */
  record Origin(
      String learner,
      String[] optionNames,
      String[] optionValues,
      long seed,
      String data,
      int digits,
      String checksum,
      String version,
      double trainingError)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    Origin {
      Objects.requireNonNull(learner, "no learner");
      Objects.requireNonNull(data, "no data");
      Objects.requireNonNull(checksum, "no checksum");
      Objects.requireNonNull(version, "no version");
      Stream.of(optionNames).forEach(name -> Objects.requireNonNull(name, "no option name"));
      Stream.of(optionValues).forEach(value -> Objects.requireNonNull(value, "no option value"));
      if (optionNames.length != optionValues.length) {
        throw new IllegalArgumentException(
            optionNames.length + " names of options, but " + optionValues.length + " values");
      }
    }

    static Origin of(Provenance made) {
      return new Origin(
          made.learner(),
          made.options().keySet().toArray(String[]::new),
          made.options().values().toArray(String[]::new),
          made.seed(),
          made.data(),
          made.digits(),
          made.checksum(),
          made.version(),
          made.trainingError());
    }

    Provenance toProvenance() {
      Map<String, String> options = new TreeMap<>();
      for (int i = 0; i < optionNames.length; i++) {
        if (options.put(optionNames[i], optionValues[i]) != null) {
          throw new IllegalArgumentException(
              "the option " + optionNames[i] + " stands there twice");
        }
      }
      return new Provenance(learner, options, seed, data, digits, checksum, version, trainingError);
    }
  }

  @Override
  public DigitClassifier toModel() {
    new Once().check(Arrays.asList((Object[]) classifiers));
    FeatureMap map = featureMap(features);
    return new DigitClassifier(
        Stream.of(classifiers)
            .map(c -> new LinearClassifier(c.digit(), map, c.weights(), c.intercept()))
            .toList(),
        origin.toProvenance());
  }

  private static FeatureMap featureMap(String name) {
    if (name.equals(Pixels.NAME)) {
      return new Pixels();
    }
    throw new IllegalArgumentException(
        "format version 1 knows the features \"" + Pixels.NAME + "\" only, not \"" + name + "\"");
  }
}
