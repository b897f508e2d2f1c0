package digits.model;

import digits.features.FeatureMap;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The payload of format version 2. Frozen: its names and types are in every file of that version.
 *
 * @param features the feature map
 * @param classifiers one a digit
 * @param origin what trained it
 */
record SavedModel2(
    SavedFeatures2 features, SavedModel1.Classifier[] classifiers, SavedModel1.Origin origin)
    implements SavedModel {

  private static final long serialVersionUID = 2L;

  SavedModel2 {
    Objects.requireNonNull(features, "no features");
    Objects.requireNonNull(classifiers, "no classifiers");
    Objects.requireNonNull(origin, "no origin");
  }

  /** Takes a model apart. */
  static SavedModel2 of(DigitClassifier model) {
    return new SavedModel2(
        SavedFeatures2.of(model.features()),
        model.classifiers().stream()
            .map(SavedModel1.Classifier::of)
            .toArray(SavedModel1.Classifier[]::new),
        SavedModel1.Origin.of(model.provenance()));
  }

  @Override
  public DigitClassifier toModel() {
    if (classifiers.length > 10) {
      throw new IllegalArgumentException(
          "there are at most ten classifiers, not " + classifiers.length);
    }
    Once parts = new Once();
    parts.check(features.parts());
    parts.check(Arrays.asList((Object[]) classifiers));
    FeatureMap map = features.toMap();
    return new DigitClassifier(
        Stream.of(classifiers)
            .map(c -> new LinearClassifier(c.digit(), map, c.weights(), c.intercept()))
            .toList(),
        origin.toProvenance());
  }
}
