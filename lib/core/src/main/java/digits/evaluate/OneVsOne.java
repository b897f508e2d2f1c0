package digits.evaluate;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Another way to get one answer from yes/no classifiers: one classifier for each pair of digits,
 * trained on these two only, and a vote. Ten digits make 45 pairs. Immutable.
 */
public final class OneVsOne {

  /** The classifier of a pair says yes to the second digit and no to the first. */
  record Duel(int first, int second, BinaryClassifier classifier) {

    int winner(double margin) {
      return margin > 0 ? second : first;
    }
  }

  /** Forwards warnings together with their pair, but not the progress within a pair. */
  private record PairWarnings(int first, int second, ProgressListener listener)
      implements ProgressListener {

    @Override
    public void report(Progress progress) {}

    @Override
    public void warn(String sentence) {
      listener.warn("pair " + first + " or " + second + ": " + sentence);
    }
  }

  /** By first digit, then by second. */
  final List<Duel> duels;

  private OneVsOne(List<Duel> duels) {
    this.duels = List.copyOf(duels);
  }

  /**
   * Trains one classifier for each pair of digits, on the training digits of that pair.
   *
   * @param listener gets a report after each pair, and warnings that name the pair
   * @throws IllegalArgumentException if one of the ten digits does not occur
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public static OneVsOne train(Trainer trainer, DigitSet training, ProgressListener listener) {
    List<Duel> duels = new ArrayList<>();
    long start = System.nanoTime();
    for (int first = 0; first < 10; first++) {
      for (int second = first + 1; second < 10; second++) {
        DigitSet two = training.only(first, second);
        PairWarnings warnings = new PairWarnings(first, second, listener);
        duels.add(new Duel(first, second, trainer.trainOne(two, second, warnings)));
        listener.report(new Progress("pairs", duels.size(), 45, Double.NaN));
      }
    }
    listener.finished((System.nanoTime() - start) / 1e9);
    return new OneVsOne(duels);
  }

  /** The number of duels that each of the digits 0 to 9 wins; each at most 9. */
  public int[] votes(Digit digit) {
    int[] votes = new int[10];
    double[] margins = margins(digit);
    for (int i = 0; i < margins.length; i++) {
      votes[duels.get(i).winner(margins[i])]++;
    }
    return votes;
  }

  private double[] margins(Digit digit) {
    return BinaryClassifier.margins(duels.stream().map(Duel::classifier).toList(), digit);
  }

  /** The digit that wins most duels, 0 to 9; in a tie, the smallest. */
  public int predict(Digit digit) {
    int[] votes = votes(digit);
    return IntStream.range(0, 10)
        .boxed()
        .max(Comparator.comparingInt(d -> votes[d] * 10 - d))
        .get();
  }

  /** The share of labelled digits, at least one, that the vote gets wrong, 0 to 1. */
  public double error(DigitSet digits) {
    long wrong =
        IntStream.range(0, digits.size())
            .parallel()
            .filter(place -> predict(digits.get(place)) != digits.label(place))
            .count();
    return (double) wrong / digits.size();
  }

  /** One row per pair: the two digits, the margin (above 0 favours the second) and the winner. */
  public Table scores(Digit digit) {
    double[] margins = margins(digit);
    return Table.create(
        "the 45 duels",
        StringColumn.create("pair", duels.stream().map(d -> d.first() + " or " + d.second())),
        DoubleColumn.create(
            "margin", DoubleStream.of(margins).map(margin -> Math.round(100 * margin) / 100.0)),
        IntColumn.create(
            "winner",
            IntStream.range(0, margins.length).map(i -> duels.get(i).winner(margins[i]))));
  }
}
