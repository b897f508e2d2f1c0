package digits.evaluate;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * How often each digit was taken for which. Rows are the truth, columns the prediction, as in
 * scikit-learn. Immutable.
 */
public final class ConfusionMatrix {

  private final int[] classes;
  private final int[][] counts;

  /** Counts made by {@link Evaluation}: ascending classes, one row and one column each. */
  ConfusionMatrix(int[] classes, int[][] counts) {
    this.classes = classes;
    this.counts = counts;
  }

  /**
   * How often one digit was taken for another, or for itself.
   *
   * @throws IllegalArgumentException if there is no such row or column
   */
  public int count(int actual, int predicted) {
    return counts[place(actual)][place(predicted)];
  }

  /** How often the digit occurs (scikit-learn's support). */
  public int support(int digit) {
    return IntStream.of(counts[place(digit)]).sum();
  }

  private int predicted(int digit) {
    return IntStream.of(classes).map(actual -> count(actual, digit)).sum();
  }

  /** The share of the digit's answers that were right, 0 to 1; 0 if it never was the answer. */
  public double precision(int digit) {
    return Shares.of(count(digit, digit), predicted(digit));
  }

  /** The share of the digit's pictures that were found, 0 to 1; 0 if there are none. */
  public double recall(int digit) {
    return Shares.of(count(digit, digit), support(digit));
  }

  /** The harmonic mean of precision and recall, 0 to 1; 0 if both are 0. */
  public double f1(int digit) {
    return Shares.of(2 * count(digit, digit), predicted(digit) + support(digit));
  }

  /**
   * The counts: one row per actual digit, one column per predicted digit, and one for no answer if
   * that occurs.
   */
  public Table table() {
    return table(
        "confusion matrix",
        (name, predicted) ->
            Shares.counts(name, IntStream.of(classes).map(actual -> count(actual, predicted))));
  }

  /**
   * The counts as shares of each actual digit (scikit-learn's {@code normalize="true"}).
   *
   * @return as {@link #table()}; each row sums to 1, the diagonal is the recall
   */
  public Table byActual() {
    return shares("share of each actual digit", (actual, predicted) -> support(actual));
  }

  /**
   * The counts as shares of each answer (scikit-learn's {@code normalize="pred"}).
   *
   * @return as {@link #table()}; each column sums to 1, or to 0 if that was never the answer; the
   *     diagonal is the precision
   */
  public Table byPredicted() {
    return shares("share of each answer", (actual, predicted) -> predicted(predicted));
  }

  /**
   * The errors as shares of each actual digit's errors: without the right answers, the errors stand
   * out.
   *
   * @return as {@link #table()}; each row sums to 1, or to 0 without errors; the diagonal is 0
   */
  public Table errorsOnly() {
    return shares(
        "share of each actual digit's errors",
        (actual, predicted) -> actual == predicted ? 0 : support(actual) - count(actual, actual));
  }

  /** The counts, each as a share of a whole; the share of nothing is 0. */
  private Table shares(String title, IntBinaryOperator whole) {
    return table(
        title,
        (name, predicted) ->
            Shares.column(
                name,
                IntStream.of(classes)
                    .mapToDouble(
                        actual ->
                            Shares.of(
                                count(actual, predicted), whole.applyAsInt(actual, predicted)))));
  }

  private Table table(String title, BiFunction<String, Integer, Column<?>> column) {
    Table table = Table.create(title + "; rows: actual, columns: predicted");
    table.addColumns(
        StringColumn.create("actual", IntStream.of(classes).mapToObj(String::valueOf)));
    for (int predicted : classes) {
      table.addColumns(column.apply(String.valueOf(predicted), predicted));
    }
    return table;
  }

  private int place(int digit) {
    int place = Arrays.binarySearch(classes, digit);
    if (place < 0) {
      throw new IllegalArgumentException(
          "the digit " + digit + " is not among those judged: " + Arrays.toString(classes));
    }
    return place;
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
