package digits.evaluate;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * What cross-validation found for one yes/no classifier: every picture judged by one that has not
 * seen it.
 *
 * @param scores the margins, in the order of the digits (scikit-learn's {@code cross_val_predict}
 *     with {@code method="decision_function"})
 * @param folds each fold's wrong yeses and noes
 */
public record OutOfFoldScores(Scores scores, List<FoldError> folds) {

  /**
   * Keeps a copy of the list.
   *
   * @param scores the margins, in the order of the digits
   * @param folds each fold's errors; two or more
   */
  public OutOfFoldScores {
    folds = List.copyOf(folds);
  }

  /**
   * The mean of the folds' accuracies.
   *
   * @return 0 to 1
   */
  public double accuracy() {
    return 1 - FoldError.mean(folds);
  }

  /**
   * How far the folds' accuracies are apart: their standard deviation.
   *
   * @return 0 or more
   */
  public double deviation() {
    return FoldError.deviation(folds);
  }

  /**
   * The folds.
   *
   * @return one row a fold: pictures, wrong yeses and noes, and their share
   */
  public Table table() {
    return FoldError.table(folds);
  }

  /** One line with the accuracy. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "is it a %d? accuracy in %d folds: %.2f %% +- %.2f %%",
        scores.digit(),
        folds.size(),
        100 * accuracy(),
        100 * deviation());
  }
}
