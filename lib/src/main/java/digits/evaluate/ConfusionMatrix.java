package digits.evaluate;

import digits.model.Decision;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often each digit was taken for which. Rows are the truth, columns the prediction, as in
 * scikit-learn. Immutable.
 */
public final class ConfusionMatrix {

  private final int[] classes;
  private final int[][] counts;
  private final int[] undecided;

  /** Counts that {@link Evaluation} has made: ascending classes, one row and column each. */
  ConfusionMatrix(int[] classes, int[][] counts, int[] undecided) {
    this.classes = classes;
    this.counts = counts;
    this.undecided = undecided;
  }

  /**
   * The digits of the rows and of the columns.
   *
   * @return a copy, ascending
   */
  public int[] classes() {
    return classes.clone();
  }

  /**
   * How often one digit was taken for another, or for itself.
   *
   * @param actual what it is meant to be
   * @param predicted what was said
   * @throws IllegalArgumentException if there is no such row or column
   */
  public int count(int actual, int predicted) {
    return counts[place(actual)][place(predicted)];
  }

  /**
   * How often a digit got no answer, because no classifier said yes.
   *
   * @param actual what it is meant to be
   * @return the count; always 0 by arg max
   */
  public int undecided(int actual) {
    return undecided[place(actual)];
  }

  /**
   * Digits that are this one.
   *
   * @param digit 0 to 9
   * @return the count (scikit-learn's support)
   */
  public int support(int digit) {
    return IntStream.of(counts[place(digit)]).sum() + undecided(digit);
  }

  /**
   * Answers that said this digit.
   *
   * @param digit 0 to 9
   * @return the count, right and wrong ones
   */
  public int predicted(int digit) {
    int place = place(digit);
    return Arrays.stream(counts).mapToInt(row -> row[place]).sum();
  }

  /**
   * Right answers.
   *
   * @return the sum of the diagonal
   */
  public int correct() {
    return IntStream.range(0, classes.length).map(i -> counts[i][i]).sum();
  }

  /**
   * All digits judged.
   *
   * @return the sum of all counts
   */
  public int total() {
    return IntStream.of(classes).map(this::support).sum();
  }

  /**
   * Of the answers that said this digit, the share that was right.
   *
   * @param digit 0 to 9
   * @return 0 to 1; 0 if no answer said it, as in scikit-learn
   */
  public double precision(int digit) {
    return Shares.of(count(digit, digit), predicted(digit));
  }

  /**
   * Of the digits that are this one, the share that was found.
   *
   * @param digit 0 to 9
   * @return 0 to 1; 0 if there are none, as in scikit-learn
   */
  public double recall(int digit) {
    return Shares.of(count(digit, digit), support(digit));
  }

  /**
   * The harmonic mean of precision and recall.
   *
   * @param digit 0 to 9
   * @return 0 to 1; 0 if both are 0
   */
  public double f1(int digit) {
    return Shares.of(2 * count(digit, digit), predicted(digit) + support(digit));
  }

  /**
   * The matrix as a table: one row an actual digit, one column a predicted one, and a column for no
   * answer where there is any.
   */
  public Table table() {
    Table table = Table.create("confusion matrix; rows: actual, columns: predicted");
    table.addColumns(
        StringColumn.create("actual", IntStream.of(classes).mapToObj(String::valueOf)));
    for (int predicted : classes) {
      table.addColumns(
          IntColumn.create(
              String.valueOf(predicted),
              IntStream.of(classes).map(actual -> count(actual, predicted))));
    }
    if (IntStream.of(undecided).sum() > 0) {
      table.addColumns(IntColumn.create("nobody", undecided));
    }
    return table;
  }

  /**
   * What became of each actual digit (scikit-learn's {@code normalize="true"}).
   *
   * @return as {@link #table()}, with shares; each row sums to 1, the diagonal is the recall
   */
  public Table byActual() {
    return shares(
        "share of each actual digit",
        (actual, predicted) -> Shares.of(answers(actual, predicted), support(actual)));
  }

  /**
   * What stands behind each answer (scikit-learn's {@code normalize="pred"}).
   *
   * @return as {@link #table()}, with shares; each column sums to 1, or to 0 where no answer said
   *     it; the diagonal is the precision
   */
  public Table byPredicted() {
    return shares(
        "share of each answer",
        (actual, predicted) -> Shares.of(answers(actual, predicted), answers(predicted)));
  }

  /**
   * What each actual digit is mistaken for: the right answers are left out, so that the errors can
   * be seen.
   *
   * @return as {@link #table()}, with shares of the row's errors; each row sums to 1, or to 0
   *     without errors; the diagonal is 0
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

  private Table shares(String name, Cell cell) {
    Table table = Table.create(name + "; rows: actual, columns: predicted");
    table.addColumns(
        StringColumn.create("actual", IntStream.of(classes).mapToObj(String::valueOf)));
    IntStream answers =
        answers(Decision.NOBODY) > 0
            ? IntStream.concat(IntStream.of(classes), IntStream.of(Decision.NOBODY))
            : IntStream.of(classes);
    answers.forEach(
        predicted ->
            table.addColumns(
                Shares.column(
                    predicted == Decision.NOBODY ? "nobody" : String.valueOf(predicted),
                    classes,
                    actual -> cell.share(actual, predicted))));
    return table;
  }

  /** How often a digit got an answer, or none. */
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
          "there is no " + digit + " among the digits judged, " + Arrays.toString(classes));
    }
    return place;
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
