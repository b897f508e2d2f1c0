package digits.evaluate;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import digits.model.BinaryClassifier;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well one classifier detects its digit.
 *
 * @param digit which digit it detects
 * @param truePositives pictures of the digit with the answer yes
 * @param falsePositives pictures of other digits with the answer yes
 * @param falseNegatives pictures of the digit with the answer no
 * @param trueNegatives pictures of other digits with the answer no
 */
public record Detection(
    int digit, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

  /** Asks a classifier about every digit of a labelled set that it was not trained on. */
  public static Detection of(BinaryClassifier classifier, DigitSet digits) {
    int[][] counts = new int[2][2];
    for (Digit digit : digits) {
      int actual = digit.label() == classifier.digit() ? 1 : 0;
      counts[actual][classifier.says(digit) ? 1 : 0]++;
    }
    return new Detection(
        classifier.digit(), counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
  }

  /** The number of pictures judged. */
  public int total() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return Shares.of(truePositives + trueNegatives, total());
  }

  /** The accuracy of always saying no, 0 to 1. */
  public double baseline() {
    return Shares.of(trueNegatives + falsePositives, total());
  }

  /** The share of its yes answers that are right, 0 to 1; 0 if it never says yes. */
  public double precision() {
    return Shares.of(truePositives, truePositives + falsePositives);
  }

  /** The share of its digit's pictures that it finds, 0 to 1; 0 if there are none. */
  public double recall() {
    return Shares.of(truePositives, truePositives + falseNegatives);
  }

  /** The four counts: rows are the truth, columns the answer. */
  public Table table() {
    return Table.create(
        "is it a " + digit + "?",
        StringColumn.create("actual", "a " + digit, "another digit"),
        IntColumn.create("says yes", new int[] {truePositives, falsePositives}),
        IntColumn.create("says no", new int[] {falseNegatives, trueNegatives}));
  }

  /** Four lines: accuracy, the accuracy of always saying no, precision and recall. */
  @Override
  public String toString() {
    return Message.of(
        "accuracy: %.2f %%%nalways \"no\": %.2f %%%nprecision: %.2f %%%nrecall: %.2f %%",
        100 * accuracy(), 100 * baseline(), 100 * precision(), 100 * recall());
  }
}
