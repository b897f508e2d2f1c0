package digits.evaluate;

import digits.model.Decision;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
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
  private final int[] undecided;

  /** Counts made by {@link Evaluation}: ascending classes, one row and one column each. */
  ConfusionMatrix(int[] classes, int[][] counts, int[] undecided) {
    this.classes = classes;
    this.counts = counts;
    this.undecided = undecided;
  }

  /** The digits of the rows and of the columns, ascending; a copy. */
  public int[] classes() {
    return classes.clone();
  }

  /**
   * How often one digit was taken for another, or for itself.
   *
   * @throws IllegalArgumentException if there is no such row or column
   */
  public int count(int actual, int predicted) {
    return counts[place(actual)][place(predicted)];
  }

  /** How often a digit got no answer because no classifier said yes; always 0 by arg max. */
  public int undecided(int actual) {
    return undecided[place(actual)];
  }

  /** How often the digit occurs (scikit-learn's support). */
  public int support(int digit) {
    return IntStream.of(counts[place(digit)]).sum() + undecided(digit);
  }

  /** How often the digit was the answer, right or wrong. */
  public int predicted(int digit) {
    int place = place(digit);
    return Arrays.stream(counts).mapToInt(row -> row[place]).sum();
  }

  /** The number of right answers. */
  public int correct() {
    return IntStream.range(0, classes.length).map(i -> counts[i][i]).sum();
  }

  /** The number of digits judged, with or without an answer. */
  public int total() {
    return IntStream.of(classes).map(this::support).sum();
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
            IntColumn.create(
                name, IntStream.of(classes).map(actual -> answers(actual, predicted))));
  }

  /**
   * The counts as shares of each actual digit (scikit-learn's {@code normalize="true"}).
   *
   * @return as {@link #table()}; each row sums to 1, the diagonal is the recall
   */
  public Table byActual() {
    return shares(
        "share of each actual digit",
        (actual, predicted) -> Shares.of(answers(actual, predicted), support(actual)));
  }

  /**
   * The counts as shares of each answer (scikit-learn's {@code normalize="pred"}).
   *
   * @return as {@link #table()}; each column sums to 1, or to 0 if that was never the answer; the
   *     diagonal is the precision
   */
  public Table byPredicted() {
    return shares(
        "share of each answer",
        (actual, predicted) -> Shares.of(answers(actual, predicted), answers(predicted)));
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
        (actual, predicted) ->
            actual == predicted
                ? 0
                : Shares.of(answers(actual, predicted), support(actual) - count(actual, actual)));
  }

  /** The share of one cell. */
  @FunctionalInterface
  private interface Cell {
    double share(int actual, int predicted);
  }

  private Table shares(String title, Cell cell) {
    return table(
        title,
        (name, predicted) -> Shares.column(name, classes, actual -> cell.share(actual, predicted)));
  }

  private Table table(String title, BiFunction<String, Integer, Column<?>> column) {
    Table table = Table.create(title + "; rows: actual, columns: predicted");
    table.addColumns(
        StringColumn.create("actual", IntStream.of(classes).mapToObj(String::valueOf)));
    for (int predicted : classes) {
      table.addColumns(column.apply(String.valueOf(predicted), predicted));
    }
    if (answers(Decision.NOBODY) > 0) {
      table.addColumns(column.apply("nobody", Decision.NOBODY));
    }
    return table;
  }

  /** The count of an answer, or of no answer. */
  private int answers(int actual, int predicted) {
    return predicted == Decision.NOBODY ? undecided(actual) : count(actual, predicted);
  }

  private int answers(int predicted) {
    return IntStream.of(classes).map(actual -> answers(actual, predicted)).sum();
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
