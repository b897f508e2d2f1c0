package digits.evaluate;

import digits.Fixtures;
import digits.data.Digit;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The margins of ten classifiers for 1,000 digits, and scikit-learn's measures of them. */
final class Sklearn {

  static final int[] TEN = IntStream.range(0, 10).toArray();

  private final List<List<String>> lines;

  private Sklearn(List<List<String>> lines) {
    this.lines = lines;
  }

  /** The predictions behind all measures. */
  static Evaluation evaluation() {
    return evaluation(margins -> {});
  }

  /** The same, after a change. */
  static Evaluation evaluation(Change change) {
    return Evaluation.of(
        Fixtures.csv("evaluate/sklearn-margins.csv").stream()
            .map(
                row -> {
                  double[] margins = numbers(row);
                  change.apply(margins);
                  int label = Integer.parseInt(row.get(0));
                  return new Prediction(Digit.of(new byte[Digit.PIXELS], label), TEN, margins);
                })
            .toList());
  }

  /** Changes ten margins in place. */
  @FunctionalInterface
  interface Change {
    void apply(double[] margins);

    static Change each(DoubleUnaryOperator change) {
      return margins -> Arrays.setAll(margins, i -> change.applyAsDouble(margins[i]));
    }
  }

  /** A file of measures. */
  static Sklearn measures(String name) {
    return new Sklearn(Fixtures.csvWithoutNames("evaluate/sklearn-" + name + ".csv"));
  }

  /** The numbers of the only line with this name. */
  double[] get(String name) {
    List<double[]> found = all(name);
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " lines are called " + name);
    }
    return found.get(0);
  }

  /** The numbers of all lines with this name. */
  List<double[]> all(String name) {
    return lines.stream().filter(line -> line.get(0).equals(name)).map(Sklearn::numbers).toList();
  }

  private static double[] numbers(List<String> row) {
    return row.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
