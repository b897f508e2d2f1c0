package digits.evaluate;

import digits.data.Digit;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvReader;

/**
 * The fifteen test labels of MNIST that people doubt. Five people looked at each digit that a model
 * had flagged and voted for its label, for the model's guess or for neither. Each label listed here
 * got fewer than three votes.
 *
 * <p>C. Northcutt, A. Athalye and J. Mueller: Pervasive label errors in test sets destabilize
 * machine learning benchmarks. 2021, arXiv 2103.14749; the votes are those of the authors' file
 * {@code mturk/mnist_mturk.json}.
 */
public final class LabelErrors {

  private static final Table ALL = read();

  private LabelErrors() {}

  private static Table read() {
    InputStream file = LabelErrors.class.getResourceAsStream("mnist-label-errors.csv");
    return new CsvReader()
        .read(
            CsvReadOptions.builder(new InputStreamReader(file, StandardCharsets.UTF_8))
                .commentPrefix('#')
                .tableName("test labels that people doubt")
                .build());
  }

  /** Whether people doubt the label of a digit of MNIST's test set. */
  public static boolean contains(Digit digit) {
    return ALL.stream()
        .anyMatch(
            row ->
                row.getInt("test digit") == digit.index() && row.getInt("label") == digit.label());
  }

  /**
   * One row per doubted label: its place in the test set, the label, the model's guess, and how
   * many of five people voted for the label, for the guess and for neither.
   */
  public static Table table() {
    return ALL.copy();
  }
}
