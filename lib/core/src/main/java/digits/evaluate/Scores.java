package digits.evaluate;

import digits.data.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The scores that one yes/no classifier gives to many pictures, together with the truth:
 * scikit-learn's {@code y_score} and {@code y_true}. The scores are margins or probabilities; the
 * larger a score, the more certain is a yes. Immutable.
 */
public final class Scores {

  private final int digit;
  private final double[] values;
  private final boolean[] truth;

  private Scores(int digit, double[] values, boolean[] truth) {
    this.digit = digit;
    this.values = values;
    this.truth = truth;
  }

  /**
   * Scores with their truth.
   *
   * @param digit the digit that the classifier detects, 0 to 9
   * @param values one score per picture; copied
   * @param truth whether each picture is that digit, in the same order; copied
   * @throws IllegalArgumentException if there are no scores, their number differs from that of the
   *     truths, or one is not finite
   */
  public static Scores of(int digit, double[] values, boolean[] truth) {
    if (values.length == 0 || values.length != truth.length) {
      throw new IllegalArgumentException(
          Message.of(
              "there must be at least one score and as many truths, not %,d scores and %,d truths",
              values.length, truth.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "a score must be a finite number, but that of picture " + i + " is " + values[i]);
      }
    }
    return new Scores(digit, values.clone(), truth.clone());
  }

  /** The digit that the classifier detects, 0 to 9. */
  public int digit() {
    return digit;
  }

  /** The number of pictures, 1 or more. */
  public int size() {
    return values.length;
  }

  /** The score of one picture, from place 0 to {@code size() - 1}. */
  public double value(int place) {
    return values[place];
  }

  /** Whether the picture at a place, 0 to {@code size() - 1}, is the digit. */
  public boolean truth(int place) {
    return truth[place];
  }

  /** A copy of all scores, in the order of the pictures. */
  public double[] values() {
    return values.clone();
  }

  /** The number of pictures that are the digit. */
  public int positives() {
    return (int) IntStream.range(0, size()).filter(place -> truth[place]).count();
  }

  /** The four counts when every score of at least the threshold means yes. */
  public Detection at(double threshold) {
    int[][] counts = new int[2][2];
    for (int i = 0; i < values.length; i++) {
      counts[truth[i] ? 1 : 0][values[i] >= threshold ? 1 : 0]++;
    }
    return new Detection(digit, counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
  }

  /** The four counts when every margin above 0 means yes. */
  public Detection detection() {
    return at(Double.MIN_VALUE);
  }

  /**
   * The same pictures with other scores, such as probabilities instead of margins.
   *
   * @throws IllegalArgumentException if a new score is not finite
   */
  public Scores map(DoubleUnaryOperator change) {
    return of(digit, Arrays.stream(values).map(change).toArray(), truth);
  }

  /** Rejects scores that are useless for a purpose because all pictures are on one side. */
  void requireBoth(String purpose) {
    int positives = positives();
    if (positives == 0 || positives == size()) {
      throw new IllegalArgumentException(
          Message.of(
              "%s needs pictures of the digit %d and of others, but %,d of %,d show that digit",
              purpose, digit, positives, size()));
    }
  }

  @Override
  public String toString() {
    return Message.of("is it a %d? %,d scores, %,d are", digit, size(), positives());
  }

  /**
   * How many yes answers are right and wrong when every score of at least the threshold means yes.
   */
  record Step(double threshold, int right, int wrong) {}

  /** One step per distinct score, as the threshold sinks from one to the next. */
  List<Step> steps() {
    List<Integer> falling =
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparingDouble(this::value).reversed())
            .toList();
    List<Step> steps = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < size(); i++) {
      int place = falling.get(i);
      right += truth[place] ? 1 : 0;
      if (i + 1 == size() || values[falling.get(i + 1)] != values[place]) {
        steps.add(new Step(values[place], right, i + 1 - right));
      }
    }
    return steps;
  }
}
