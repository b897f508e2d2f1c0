package digits.evaluate;

import digits.data.Digit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

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

  private static final List<Doubt> ALL = read();

  private LabelErrors() {}

  /**
   * The votes on one test digit.
   *
   * @param place in MNIST's test set, from 0
   * @param label in the set, 0 to 9
   * @param guess the model's label, 0 to 9
   * @param forLabel votes for the label, 0 to 2
   * @param forGuess votes for the guess, 0 to 5
   * @param forNeither votes for neither, 0 to 5; five votes in all
   */
  public record Doubt(
      int place, int label, int guess, int forLabel, int forGuess, int forNeither) {}

  /** All fifteen, in the order of the test set. */
  public static List<Doubt> all() {
    return ALL;
  }

  private static List<Doubt> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LabelErrors.class.getResourceAsStream("mnist-label-errors.csv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(LabelErrors::doubt).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Doubt doubt(String line) {
    int[] n = Stream.of(line.split(",")).mapToInt(Integer::parseInt).toArray();
    return new Doubt(n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  /** Whether a digit of MNIST's test set, by its place and its label, is one of the fifteen. */
  public static boolean contains(Digit digit) {
    return ALL.stream().anyMatch(d -> d.place() == digit.index() && d.label() == digit.label());
  }

  /** The votes, one row per digit. */
  public static Table table() {
    Table table =
        Table.create(
            "test labels that people doubt",
            Stream.of("test digit", "label", "guess", "for label", "for guess", "for neither")
                .map(IntColumn::create)
                .toArray(IntColumn[]::new));
    for (Doubt d : all()) {
      int[] row = {d.place, d.label, d.guess, d.forLabel, d.forGuess, d.forNeither};
      for (int i = 0; i < row.length; i++) {
        table.intColumn(i).append(row[i]);
      }
    }
    return table;
  }
}
