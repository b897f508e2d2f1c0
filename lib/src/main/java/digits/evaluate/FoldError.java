package digits.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How many digits of one fold were judged wrongly by a model that was trained on the other folds.
 *
 * @param digits digits in the fold
 * @param wrong wrong answers among them
 */
public record FoldError(int digits, int wrong) {

  /**
   * The share of wrong answers.
   *
   * @return 0 to 1
   */
  public double error() {
    return Shares.of(wrong, digits);
  }

  /** The mean of the folds' errors. */
  static double mean(List<FoldError> folds) {
    return folds.stream().mapToDouble(FoldError::error).average().orElseThrow();
  }

  /** The standard deviation of the folds' errors, as of a sample. */
  static double deviation(List<FoldError> folds) {
    double mean = mean(folds);
    double squares = folds.stream().mapToDouble(f -> Math.pow(f.error() - mean, 2)).sum();
    return Math.sqrt(squares / (folds.size() - 1));
  }

  static Table table(List<FoldError> folds) {
    int[] rows = IntStream.range(0, folds.size()).toArray();
    return Table.create(
        "each fold by a model that has not seen it",
        IntColumn.create("fold", IntStream.of(rows).map(i -> i + 1)),
        IntColumn.create("digits", folds.stream().mapToInt(FoldError::digits)),
        IntColumn.create("wrong", folds.stream().mapToInt(FoldError::wrong)),
        Shares.column("error", rows, i -> folds.get(i).error()));
  }
}
