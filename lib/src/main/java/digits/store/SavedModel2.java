package digits.store;

import digits.features.FeatureMap;
import digits.model.DigitClassifier;
import digits.model.LinearClassifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    checkOnce(features.parts(), seen);
    checkOnce(Arrays.asList((Object[]) classifiers), seen);
    FeatureMap map = features.toMap();
    return new DigitClassifier(
        Stream.of(classifiers)
            .map(c -> new LinearClassifier(c.digit(), map, c.weights(), c.intercept()))
            .toList(),
        origin.toProvenance());
  }

  /**
   * Checks that the model is a tree. In a stream a part can be named again and again at the price
   * of five bytes, and a small file would then make a model of any size.
   */
  private static void checkOnce(List<Object> parts, Set<Object> seen) {
    for (Object part : parts) {
      Objects.requireNonNull(part, "a part of the model is not there");
      if (!seen.add(part)) {
        throw new IllegalArgumentException("a part of the model stands there twice");
      }
      if (part instanceof SavedFeatures2 below) {
        checkOnce(below.parts(), seen);
      } else if (part instanceof SavedMatrix matrix) {
        checkOnce(List.of(matrix.bits()), seen);
      } else if (part instanceof SavedModel1.Classifier classifier) {
        checkOnce(List.of(classifier.weights()), seen);
      }
    }
  }
}
