package digits.evaluate;

import digits.model.Decision;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A confusion matrix with shares in place of counts.
 *
 * @param matrix the counts
 */
record ConfusionShares(ConfusionMatrix matrix) {

  /** The share of one cell. */
  @FunctionalInterface
  private interface Cell {
    double share(int actual, int predicted);
  }

  Table byActual() {
    return table(
        "share of each actual digit",
        (actual, predicted) -> Shares.of(count(actual, predicted), matrix.support(actual)));
  }

  Table byPredicted() {
    return table(
        "share of each answer",
        (actual, predicted) -> Shares.of(count(actual, predicted), answers(predicted)));
  }

  Table errorsOnly() {
    return table(
        "share of each actual digit's errors",
        (actual, predicted) ->
            actual == predicted
                ? 0
                : Shares.of(
                    count(actual, predicted),
                    matrix.support(actual) - matrix.count(actual, actual)));
  }

  private Table table(String name, Cell cell) {
    int[] rows = matrix.classes();
    Table table = Table.create(name + "; rows: actual, columns: predicted");
    table.addColumns(StringColumn.create("actual", IntStream.of(rows).mapToObj(String::valueOf)));
    for (int predicted : rows) {
      table.addColumns(
          Shares.column(String.valueOf(predicted), rows, actual -> cell.share(actual, predicted)));
    }
    if (answers(Decision.NOBODY) > 0) {
      table.addColumns(
          Shares.column("nobody", rows, actual -> cell.share(actual, Decision.NOBODY)));
    }
    return table;
  }

  private int count(int actual, int predicted) {
    return predicted == Decision.NOBODY
        ? matrix.undecided(actual)
        : matrix.count(actual, predicted);
  }

  private int answers(int predicted) {
    return IntStream.of(matrix.classes()).map(actual -> count(actual, predicted)).sum();
  }
}
