package digits.evaluate;

import digits.data.DigitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often one is right without looking at a picture: the accuracy that a model has to beat
 * (scikit-learn's {@code DummyClassifier} with {@code most_frequent}). Immutable.
 */
public final class Baseline {

  private final int commonest;
  private final int[] counts;
  private final int total;

  private Baseline(int commonest, int[] counts) {
    this.commonest = commonest;
    this.counts = counts;
    this.total = IntStream.of(counts).sum();
  }

  /**
   * Answers with the most common digit of the training set, whatever the picture. If several are
   * equally common, the smallest of them counts.
   *
   * @throws IllegalArgumentException if one of the two sets is empty
   */
  public static Baseline of(DigitSet training, DigitSet digits) {
    if (training.isEmpty() || digits.isEmpty()) {
      throw new IllegalArgumentException(
          "a baseline needs at least one training digit and one digit to judge, but there are "
              + training.size()
              + " and "
              + digits.size());
    }
    int[] learnt = training.counts();
    int commonest = 0;
    for (int digit = 1; digit < 10; digit++) {
      commonest = learnt[digit] > learnt[commonest] ? digit : commonest;
    }
    return new Baseline(commonest, digits.counts());
  }

  /** The most common digit of the training set, 0 to 9. */
  public int commonest() {
    return commonest;
  }

  /** The accuracy of always answering with the most common digit, 0 to 1. */
  public double accuracy() {
    return Shares.of(counts[commonest], total);
  }

  /** The accuracy of always answering "no" to "is it this digit?", 0 to 1. */
  public double alwaysNo(int digit) {
    return Shares.of(total - counts[digit], total);
  }

  /** One row per question: the answer that is always given, and its accuracy, 0 to 1. */
  public Table table() {
    int[] rows = IntStream.rangeClosed(-1, 9).toArray();
    return Table.create(
        "right without looking",
        StringColumn.create(
            "question",
            Stream.concat(
                Stream.of("which digit?"),
                IntStream.range(0, 10).mapToObj(digit -> "is it a " + digit + "?"))),
        StringColumn.create(
            "always says",
            IntStream.of(rows).mapToObj(row -> row < 0 ? String.valueOf(commonest) : "no")),
        Shares.column("accuracy", rows, row -> row < 0 ? accuracy() : alwaysNo(row)));
  }

  /** One line, such as {@code always 1: 11.35 % right}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "always %d: %.2f %% right", commonest, 100 * accuracy());
  }
}
