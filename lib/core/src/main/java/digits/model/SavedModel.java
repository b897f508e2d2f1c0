package digits.model;

import digits.features.FeatureMap;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model as its file holds it. These names and types are the format, which docs/format.md
 * specifies: another one needs another version.
 *
 * @param digits one per classifier
 * @param weights one row per classifier
 * @param intercepts one per classifier
 */
record SavedModel(
    SavedFeatures features, int[] digits, double[][] weights, double[] intercepts, Origin origin)
    implements Serializable {

  SavedModel {
    SavedFeatures.checkOnce(weights);
    if (digits.length != weights.length || digits.length != intercepts.length) {
      throw new IllegalArgumentException("each classifier needs a digit, weights and an intercept");
    }
  }

  /** A {@link Provenance}; the options are the name and the value of each, one after the other. */
  record Origin(
      String learner,
      String[] options,
      long seed,
      String data,
      int digits,
      String checksum,
      String version,
      double trainingError)
      implements Serializable {

    static Origin of(Provenance made) {
      return new Origin(
          made.learner(),
          made.options().entrySet().stream()
              .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
              .toArray(String[]::new),
          made.seed(),
          made.data(),
          made.digits(),
          made.checksum(),
          made.version(),
          made.trainingError());
    }

    Provenance toProvenance() {
      Map<String, String> all = new TreeMap<>();
      for (int i = 0; i < options.length; i += 2) {
        if (all.put(options[i], options[i + 1]) != null) {
          throw new IllegalArgumentException("the option " + options[i] + " stands there twice");
        }
      }
      return new Provenance(learner, all, seed, data, digits, checksum, version, trainingError);
    }
  }

  /** Takes a model apart, if it is of a kind that can be saved. */
  static SavedModel of(DigitClassifier model) {
    LinearClassifier[] all =
        model.classifiers().stream().map(SavedModel::linear).toArray(LinearClassifier[]::new);
    return new SavedModel(
        SavedFeatures.of(model.features()),
        model.classes(),
        Stream.of(all).map(LinearClassifier::weights).toArray(double[][]::new),
        Stream.of(all).mapToDouble(LinearClassifier::intercept).toArray(),
        Origin.of(model.provenance()));
  }

  private static LinearClassifier linear(BinaryClassifier classifier) {
    if (classifier instanceof LinearClassifier linear) {
      return linear;
    }
    throw new IllegalArgumentException(
        "only linear classifiers can be saved, and the one for digit "
            + classifier.digit()
            + " is of another kind");
  }

  /** Puts the model together again; its own constructors check every number. */
  DigitClassifier toModel() {
    FeatureMap map = features.toMap();
    return new DigitClassifier(
        IntStream.range(0, digits.length)
            .mapToObj(i -> new LinearClassifier(digits[i], map, weights[i], intercepts[i]))
            .toList(),
        origin.toProvenance());
  }
}
