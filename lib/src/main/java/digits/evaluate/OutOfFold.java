package digits.evaluate;

import digits.model.Decision;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The result of a cross-validation: every digit judged by a model that has not seen it. */
public sealed interface OutOfFold {

  /** The errors in each fold of the model that was trained on the other folds; two or more. */
  List<Fold> folds();

  /**
   * The errors in one fold.
   *
   * @param digits the size of the fold
   * @param wrong wrong answers: of all classifiers by arg max, or of one classifier
   */
  record Fold(int digits, int wrong) {

    /** The share of wrong answers, 0 to 1. */
    public double error() {
      return Shares.of(wrong, digits);
    }
  }

  /** The mean of the folds' errors, 0 to 1. */
  default double error() {
    return folds().stream().mapToDouble(Fold::error).average().orElseThrow();
  }

  /** The sample standard deviation of the folds' errors. */
  default double deviation() {
    double mean = error();
    double squares = folds().stream().mapToDouble(f -> Math.pow(f.error() - mean, 2)).sum();
    return Math.sqrt(squares / (folds().size() - 1));
  }

  /** One row per fold: digits, wrong answers, and their share. */
  default Table table() {
    int[] rows = IntStream.range(0, folds().size()).toArray();
    return Table.create(
        "each fold by a model that has not seen it",
        IntColumn.create("fold", IntStream.of(rows).map(i -> i + 1)),
        IntColumn.create("digits", folds().stream().mapToInt(Fold::digits)),
        IntColumn.create("wrong", folds().stream().mapToInt(Fold::wrong)),
        Shares.column("error", rows, i -> folds().get(i).error()));
  }

  /**
   * The result for all ten classifiers.
   *
   * @param evaluation the predictions, in the order of the digits (scikit-learn's {@code
   *     cross_val_predict})
   */
  record OfTen(Evaluation evaluation, List<Fold> folds) implements OutOfFold {

    public OfTen {
      folds = List.copyOf(folds);
    }

    /** Two lines: the errors by both rules. */
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

  /**
   * The result for one classifier.
   *
   * @param scores its margins, in the order of the digits (scikit-learn's {@code cross_val_predict}
   *     with {@code method="decision_function"})
   */
  record OfOne(Scores scores, List<Fold> folds) implements OutOfFold {

    public OfOne {
      folds = List.copyOf(folds);
    }

    /** One line with the accuracy. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "is it a %d? accuracy in %d folds: %.2f %% +- %.2f %%",
          scores.digit(),
          folds.size(),
          100 * (1 - error()),
          100 * deviation());
    }
  }
}
