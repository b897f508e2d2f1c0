package digits.panels;

import digits.data.DigitSet;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.widgets.Needed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The digits of a set as a model judges them: each when it is asked for, or all at once. */
final class Judged {

  private final DigitClassifier model;
  private final DigitSet digits;
  private final Map<Integer, Prediction> some = new HashMap<>();
  private volatile List<Prediction> all = List.of();

  Judged(DigitClassifier model, DigitSet digits) {
    Needed.of(model, "A model");
    if (Needed.of(digits, "A set of digits").isEmpty()) {
      throw new IllegalArgumentException("a tester needs at least one digit");
    }
    this.model = model;
    this.digits = digits;
  }

  DigitSet digits() {
    return digits;
  }

  int size() {
    return digits.size();
  }

  /** The prediction at a place of the set. */
  Prediction get(int place) {
    return isComplete()
        ? all.get(place)
        : some.computeIfAbsent(place, p -> model.predict(digits.get(p)));
  }

  /** Whether all have been judged. */
  boolean isComplete() {
    return !all.isEmpty();
  }

  /** Judges all, which takes as long as the model takes; may run beside all else. */
  void complete() {
    if (!isComplete()) {
      all = model.predict(digits);
    }
  }
}
