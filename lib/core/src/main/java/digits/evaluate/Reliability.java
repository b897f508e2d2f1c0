package digits.evaluate;

import digits.data.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether probabilities can be trusted: the reliability curve (scikit-learn's {@code
 * calibration_curve}). Pictures are sorted by probability into bins of equal width; in each bin,
 * the mean probability should equal the share of the pictures that are the digit.
 *
 * @param digit which digit the classifier detects
 * @param bins those that are not empty, by rising probability
 * @param brier the Brier score: the mean squared difference between the probability and the truth,
 *     1 or 0; 0 is perfect (G. W. Brier: Verification of forecasts expressed in terms of
 *     probability. Monthly Weather Review 78, 1950)
 */
public record Reliability(int digit, List<Bin> bins, double brier) {

  /**
   * Pictures with about the same probability.
   *
   * @param from exclusive, except for 0
   * @param to inclusive
   * @param predicted the mean probability
   * @param actual the share of the pictures that are the digit
   * @param count the number of pictures
   */
  public record Bin(double from, double to, double predicted, double actual, int count) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Sorts probabilities into ten bins. */
  public static Reliability of(Scores probabilities) {
    return of(probabilities, 10);
  }

  /**
   * Sorts probabilities into bins.
   *
   * @param bins 1 or more
   * @throws IllegalArgumentException if a score is not 0 to 1, or there is no bin
   */
  public static Reliability of(Scores probabilities, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("reliability requires at least 1 bin, not " + bins);
    }
    double width = 1.0 / bins;
    double[] sums = new double[bins];
    int[] yes = new int[bins];
    int[] counts = new int[bins];
    double squares = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      double p = checked(probabilities.value(i));
      int truth = probabilities.truth(i) ? 1 : 0;
      int bin = bin(p, bins, width);
      sums[bin] += p;
      yes[bin] += truth;
      counts[bin]++;
      squares += (p - truth) * (p - truth);
    }
    List<Bin> filled = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      if (counts[i] > 0) {
        double share = (double) yes[i] / counts[i];
        filled.add(new Bin(i * width, (i + 1) * width, sums[i] / counts[i], share, counts[i]));
      }
    }
    return new Reliability(probabilities.digit(), filled, squares / probabilities.size());
  }

  private static double checked(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "a probability is 0 to 1, not " + p + "; calibrate margins to get probabilities");
    }
    return p;
  }

  /** A probability at the border of two bins belongs to the lower one, as in scikit-learn. */
  private static int bin(double p, int bins, double width) {
    return (int) IntStream.range(1, bins).filter(i -> p > i * width).count();
  }

  /** One row per bin: its borders, the mean probability, the share of the digit, and pictures. */
  public Table table() {
    return Table.create(
        "reliability of \"is it a " + digit + "?\"",
        Shares.column("from", bins.stream().mapToDouble(Bin::from)),
        Shares.column("to", bins.stream().mapToDouble(Bin::to)),
        Shares.column("mean probability", bins.stream().mapToDouble(Bin::predicted)),
        Shares.column("share of the digit", bins.stream().mapToDouble(Bin::actual)),
        IntColumn.create("pictures", bins.stream().mapToInt(Bin::count)));
  }

  /** One line with the Brier score. */
  @Override
  public String toString() {
    return Message.of("is it a %d? Brier score %.4f", digit, brier);
  }
}
