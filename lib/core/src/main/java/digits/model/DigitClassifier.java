package digits.model;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import digits.features.FeatureMap;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The trained model: ten yes/no classifiers on the same features. Immutable. */
public final class DigitClassifier {

  private final List<BinaryClassifier> classifiers;
  private final int[] classes;
  private final Margins margins;
  private final Provenance provenance;

  /**
   * A model from its classifiers.
   *
   * @param classifiers one per digit, usually ten, in any order
   * @throws IllegalArgumentException if there are none, two for the same digit, or they do not use
   *     the same features
   */
  public DigitClassifier(List<? extends BinaryClassifier> classifiers, Provenance provenance) {
    if (classifiers.isEmpty()) {
      throw new IllegalArgumentException("a model needs at least one classifier");
    }
    this.classifiers =
        classifiers.stream()
            .<BinaryClassifier>map(c -> c)
            .sorted(Comparator.comparingInt(BinaryClassifier::digit))
            .toList();
    this.classes = this.classifiers.stream().mapToInt(BinaryClassifier::digit).toArray();
    if (IntStream.of(classes).distinct().count() != classes.length) {
      throw new IllegalArgumentException(
          "a model needs one classifier per digit, but these detect " + Arrays.toString(classes));
    }
    // Compares references first: the first comparison of two records takes Java a long time.
    if (this.classifiers.stream().anyMatch(c -> !Objects.equals(c.features(), features()))) {
      throw new IllegalArgumentException("all classifiers of a model must use the same features");
    }
    this.margins = new Margins(this.classifiers);
    this.provenance = provenance;
  }

  /** The classifiers, ascending by digit; usually ten. */
  public List<BinaryClassifier> classifiers() {
    return classifiers;
  }

  /**
   * The classifier that detects one digit.
   *
   * @throws IllegalArgumentException if there is none
   */
  public BinaryClassifier classifier(int digit) {
    int place = Arrays.binarySearch(classes, digit);
    if (place < 0) {
      throw new IllegalArgumentException(
          "this model has no classifier for " + digit + ", only for " + Arrays.toString(classes));
    }
    return classifiers.get(place);
  }

  /** The digits that the classifiers detect, ascending, usually 0 to 9; a copy. */
  public int[] classes() {
    return classes.clone();
  }

  /** What the classifiers see of a picture. */
  public FeatureMap features() {
    return classifiers.get(0).features();
  }

  /** How this model came to be. */
  public Provenance provenance() {
    return provenance;
  }

  /** Asks all classifiers about one digit. */
  public Prediction predict(Digit digit) {
    return new Prediction(classes, margins.of(digit), digit);
  }

  /**
   * Asks all classifiers about every digit of a set, on all cores. On features other than pixels, a
   * margin may differ from that of {@link #predict(Digit)} by the rounding of a float32 sum.
   *
   * @return one prediction per digit, in the set's order
   * @throws CancellationException if the thread is interrupted
   */
  public List<Prediction> predict(DigitSet digits) {
    Prediction[] predictions = new Prediction[digits.size()];
    if (margins.needInkOnly()) {
      // On Java's common pool: starting threads takes as long as judging two thousand digits.
      Thread caller = Thread.currentThread();
      Arrays.parallelSetAll(
          predictions, i -> caller.isInterrupted() ? null : predict(digits.get(i)));
      Workers.stopIfInterrupted();
      return List.of(predictions);
    }
    try (Workers workers = new Workers()) {
      workers.forEachSlice(
          digits.size(),
          FeatureMap.BLOCK,
          (first, count) -> predict(digits, first, count, predictions));
    }
    return List.of(predictions);
  }

  private void predict(DigitSet digits, int first, int count, Prediction[] predictions) {
    FloatMatrix mapped = Workers.temporary(this, count, features().size());
    features().map((i, pixels) -> digits.get(first + i).copyIntensities(pixels), mapped);
    double[][] all = margins.of(mapped);
    for (int i = 0; i < count; i++) {
      predictions[first + i] = new Prediction(classes, all[i], digits.get(first + i));
    }
  }

  @Override
  public String toString() {
    String asked = IntStream.of(classes).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    return "yes/no classifiers for " + asked + Message.of("%n") + provenance;
  }
}
