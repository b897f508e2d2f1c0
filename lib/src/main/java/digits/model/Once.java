package digits.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Checks that a model is a tree. In a stream a part can be named again and again at the price of
 * five bytes, and a small file would then make a model of any size.
 */
final class Once {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Goes through some parts and all that is in them.
   *
   * @throws IllegalArgumentException if one stands there twice
   * @throws NullPointerException if one is not there
   */
  void check(List<Object> parts) {
    for (Object part : parts) {
      Objects.requireNonNull(part, "a part of the model is not there");
      if (!seen.add(part)) {
        throw new IllegalArgumentException("a part of the model stands there twice");
      }
      if (part instanceof SavedFeatures2 below) {
        check(below.parts());
      } else if (part instanceof SavedMatrix matrix) {
        check(List.of(matrix.bits()));
      } else if (part instanceof SavedModel1.Classifier classifier) {
        check(List.of(classifier.weights()));
      }
    }
  }
}
