package digits.evaluate;

import digits.data.Message;
import digits.model.Prediction;
import java.util.List;
import smile.stat.distribution.BinomialDistribution;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Tests whether one of two models is better or only luckier. Both judge the same digits, but only
 * those that exactly one of them gets right tell the models apart. If both were equally good, such
 * a digit would be as likely to be got right by the first as by the second.
 *
 * <p>Q. McNemar: Note on the sampling error of the difference between correlated proportions or
 * percentages. Psychometrika 12, 1947.
 *
 * @param bothRight digits that both get right
 * @param onlyFirst digits that only the first gets right
 * @param onlySecond digits that only the second gets right
 * @param bothWrong digits that both get wrong
 */
public record McNemar(int bothRight, int onlyFirst, int onlySecond, int bothWrong) {

  /** Below this p value, the difference counts as more than chance. */
  private static final double LEVEL = 0.05;

  /**
   * Compares two models by arg max.
   *
   * @throws IllegalArgumentException if their digits are not the same in the same order
   */
  public static McNemar of(Evaluation first, Evaluation second) {
    List<Prediction> one = first.predictions();
    List<Prediction> other = second.predictions();
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          Message.of(
              "both models must have judged the same digits, but they judged %,d and %,d digits",
              one.size(), other.size()));
    }
    int[][] counts = new int[2][2];
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).digit().equals(other.get(i).digit())) {
        throw new IllegalArgumentException(
            "both models must have judged the same digits in the same order, but those at place "
                + i
                + " differ");
      }
      counts[one.get(i).correct() ? 1 : 0][other.get(i).correct() ? 1 : 0]++;
    }
    return new McNemar(counts[1][1], counts[1][0], counts[0][1], counts[0][0]);
  }

  /**
   * The exact two-sided p value: the probability that two equally good models differ at least this
   * much. It comes from the binomial distribution with probability one half.
   *
   * @return 0 to 1; 1 if no digit tells the models apart
   */
  public double pValue() {
    int apart = onlyFirst + onlySecond;
    return apart == 0
        ? 1
        : Math.min(
            1, 2 * new BinomialDistribution(apart, 0.5).cdf(Math.min(onlyFirst, onlySecond)));
  }

  /** The four counts: rows are the first model, columns the second. */
  public Table table() {
    return Table.create(
        "two models on the same digits",
        StringColumn.create("the first is", "right", "wrong"),
        IntColumn.create("the second is right", new int[] {bothRight, onlySecond}),
        IntColumn.create("the second is wrong", new int[] {onlyFirst, bothWrong}));
  }

  /** The result in one sentence. */
  @Override
  public String toString() {
    double p = pValue();
    String better = onlyFirst > onlySecond ? "first" : "second";
    String verdict =
        p < LEVEL
            ? "the " + better + " is better by more than chance"
            : "chance alone can make such a difference";
    return Message.of(
        "Only the first is right on %,d digits, only the second on %,d: %s (p = %.2g).",
        onlyFirst, onlySecond, verdict, p);
  }
}
