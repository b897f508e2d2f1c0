package digits.evaluate;

import digits.model.Decision;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * What cross-validation found: every digit judged by a model that has not seen it.
 *
 * @param evaluation the predictions, in the order of the digits (scikit-learn's {@code
 *     cross_val_predict})
 * @param folds each fold's errors by arg max ({@code cross_val_score} gives their complement)
 */
public record OutOfFold(Evaluation evaluation, List<FoldError> folds) {

  /**
   * Keeps a copy of the list.
   *
   * @param evaluation the predictions, in the order of the digits
   * @param folds each fold's errors; two or more
   */
  public OutOfFold {
    folds = List.copyOf(folds);
  }

  /**
   * The mean of the folds' errors by arg max.
   *
   * @return 0 to 1
   */
  public double error() {
    return FoldError.mean(folds);
  }

  /**
   * How far the folds' errors are apart: their standard deviation.
   *
   * @return 0 or more
   */
  public double deviation() {
    return FoldError.deviation(folds);
  }

  /**
   * The folds.
   *
   * @return one row a fold: digits, wrong answers by arg max, and their share
   */
  public Table table() {
    return FoldError.table(folds);
  }

  /** Two lines: the error by both rules, over all folds. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "error in %d folds (arg max): %.2f %% +- %.2f %%%nerror (first yes): %.2f %%",
        folds.size(),
        100 * error(),
        100 * deviation(),
        100 * evaluation.error(Decision.FIRST_YES));
  }
}
