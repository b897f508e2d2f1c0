package digits.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * What one yes/no classifier says of many pictures, beside the truth: scikit-learn's {@code
 * y_score} and {@code y_true}. The scores are margins or probabilities; the larger, the surer of
 * yes. Immutable.
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
   * Scores and truth.
   *
   * @param digit which digit the classifier detects
   * @param values one score a picture; copied
   * @param truth whether the picture is that digit, in the same order; copied
   * @throws IllegalArgumentException if there are none, not as many of both, or one is not finite
   */
  public static Scores of(int digit, double[] values, boolean[] truth) {
    if (values.length == 0 || values.length != truth.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "scores need one truth each and at least one picture, not %,d scores and %,d truths",
              values.length,
              truth.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "a score is a finite number, not " + values[i] + ", at picture " + i);
      }
    }
    return new Scores(digit, values.clone(), truth.clone());
  }

  /** Which digit the classifier detects, 0 to 9. */
  public int digit() {
    return digit;
  }

  /** How many pictures there are, 1 or more. */
  public int size() {
    return values.length;
  }

  /**
   * The score of one picture.
   *
   * @param place 0 to {@code size() - 1}
   * @return the larger, the surer of yes
   */
  public double value(int place) {
    return values[place];
  }

  /**
   * Whether one picture is the digit.
   *
   * @param place 0 to {@code size() - 1}
   * @return the truth
   */
  public boolean truth(int place) {
    return truth[place];
  }

  /**
   * All scores.
   *
   * @return a copy, in the order of the pictures
   */
  public double[] values() {
    return values.clone();
  }

  /** How many pictures are the digit, 0 to {@code size()}. */
  public int positives() {
    int count = 0;
    for (boolean yes : truth) {
      count += yes ? 1 : 0;
    }
    return count;
  }

  /**
   * The four counts when a score says yes from a threshold on.
   *
   * @param threshold the lowest score that says yes
   */
  public Detection at(double threshold) {
    int[][] counts = new int[2][2];
    for (int i = 0; i < values.length; i++) {
      counts[truth[i] ? 1 : 0][values[i] >= threshold ? 1 : 0]++;
    }
    return new Detection(digit, counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
  }

  /**
   * The four counts when a margin above 0 says yes.
   *
   * @return the counts of these margins
   */
  public Detection detection() {
    return at(Double.MIN_VALUE);
  }

  /**
   * The same pictures with other scores, such as probabilities for margins.
   *
   * @param change makes the new score of the old one
   * @throws IllegalArgumentException if a new score is not finite
   */
  public Scores map(DoubleUnaryOperator change) {
    return of(digit, Arrays.stream(values).map(change).toArray(), truth);
  }

  /** Refuses scores of which nothing can be learnt, because all pictures are on one side. */
  void requireBoth(String purpose) {
    int positives = positives();
    if (positives == 0 || positives == size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs pictures of %d and of other digits; %,d of %,d are a %d",
              purpose,
              digit,
              positives,
              size(),
              digit));
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "is it a %d? %,d scores, %,d are", digit, size(), positives());
  }
}
