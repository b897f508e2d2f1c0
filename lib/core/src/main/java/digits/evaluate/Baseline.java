package digits.evaluate;

import digits.data.DigitSet;
import digits.data.Message;
import java.util.stream.DoubleStream;
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

  private Baseline(int commonest, DigitSet digits) {
    this.commonest = commonest;
    this.counts = digits.counts();
    this.total = digits.size();
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
          Message.of(
              "a baseline needs at least one training digit and one to judge, not %,d and %,d",
              training.size(), digits.size()));
    }
    int[] learnt = training.counts();
    int commonest = IntStream.range(0, 10).reduce(0, (a, b) -> learnt[b] > learnt[a] ? b : a);
    return new Baseline(commonest, digits);
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
    Stream<String> ten = IntStream.range(0, 10).mapToObj(digit -> "is it a " + digit + "?");
    DoubleStream alwaysNo = IntStream.range(0, 10).mapToDouble(this::alwaysNo);
    return Table.create(
        "right without looking",
        StringColumn.create("question", Stream.concat(Stream.of("which digit?"), ten)),
        StringColumn.create(
            "always says",
            Stream.concat(
                Stream.of(String.valueOf(commonest)), Stream.generate(() -> "no").limit(10))),
        Shares.column("accuracy", DoubleStream.concat(DoubleStream.of(accuracy()), alwaysNo)));
  }
}
