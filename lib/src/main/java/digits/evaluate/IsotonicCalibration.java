package digits.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The never falling function of a score that is nearest to the truth, in the sense of least
 * squares. It is level where the data would let it fall; straight lines join the levels, as in
 * scikit-learn's {@code IsotonicRegression}. Immutable.
 *
 * <p>Found by pooling adjacent violators: M. Ayer and others: An empirical distribution function
 * for sampling with incomplete information. Annals of Mathematical Statistics 26, 1955.
 */
public final class IsotonicCalibration implements Calibration {

  private final double[] scores;
  private final double[] probabilities;

  private IsotonicCalibration(double[] scores, double[] probabilities) {
    this.scores = scores;
    this.probabilities = probabilities;
  }

  static IsotonicCalibration fit(Scores heldOut) {
    heldOut.requireBoth("isotonic calibration");
    Steps steps = Steps.of(heldOut);
    int size = steps.size();
    int[] first = new int[size]; // of each level, its first step, by rising score
    double[] yes = new double[size];
    double[] all = new double[size];
    int levels = 0;
    for (int i = 0; i < size; i++) {
      int step = size - 1 - i;
      int before = step - 1;
      yes[levels] = steps.right()[step] - (step == 0 ? 0 : steps.right()[before]);
      all[levels] = yes[levels] + steps.wrong()[step] - (step == 0 ? 0 : steps.wrong()[before]);
      first[levels++] = i;
      while (levels > 1 && yes[levels - 2] * all[levels - 1] >= yes[levels - 1] * all[levels - 2]) {
        levels--;
        yes[levels - 1] += yes[levels];
        all[levels - 1] += all[levels];
      }
    }
    // Each level from its lowest score to its highest.
    double[] scores = new double[2 * levels];
    double[] probabilities = new double[2 * levels];
    for (int level = 0; level < levels; level++) {
      int end = level + 1 == levels ? size : first[level + 1];
      scores[2 * level] = steps.thresholds()[size - 1 - first[level]];
      scores[2 * level + 1] = steps.thresholds()[size - end];
      probabilities[2 * level] = yes[level] / all[level];
      probabilities[2 * level + 1] = probabilities[2 * level];
    }
    return new IsotonicCalibration(scores, probabilities);
  }

  @Override
  public double probability(double score) {
    int place = Arrays.binarySearch(scores, score);
    if (place >= 0) {
      return probabilities[place];
    }
    int above = -place - 1;
    if (above == 0 || above == scores.length) {
      return probabilities[Math.min(above, scores.length - 1)];
    }
    int below = above - 1;
    double share = (score - scores[below]) / (scores[above] - scores[below]);
    return probabilities[below] + share * (probabilities[above] - probabilities[below]);
  }

  /**
   * The corners of the function.
   *
   * @return one row a corner: score and probability
   */
  public Table table() {
    int[] rows =
        IntStream.range(0, scores.length)
            .filter(i -> i % 2 == 0 || scores[i] != scores[i - 1])
            .toArray();
    return Table.create(
        "isotonic calibration",
        Shares.column("score", rows, i -> scores[i]),
        Shares.column("probability", rows, i -> probabilities[i]));
  }

  /** One line with the number of levels. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "isotonic: %,d levels", scores.length / 2);
  }
}
