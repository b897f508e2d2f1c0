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
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The other way to make one answer of yes/no classifiers: one classifier for each pair of digits,
 * which knows these two only, and a vote. Ten digits make 45 pairs. Immutable.
 */
public final class OneVsOne {

  /** The classifier of a pair says yes to the second digit and no to the first. */
  record Duel(int first, int second, BinaryClassifier classifier) {

    int winner(Digit digit) {
      return classifier.says(digit) ? second : first;
    }
  }

  /** Passes warnings on and names their pair; how far each training is, is not told. */
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
   * @param trainer how to train each
   * @param training all ten digits
   * @param listener is told after each pair, and of each warning which pair it is about
   * @return the 45 classifiers
   * @throws IllegalArgumentException if one of the ten digits does not occur
   * @throws CancellationException if the thread is interrupted; no thread is left at work
   */
  public static OneVsOne train(Trainer trainer, DigitSet training, ProgressListener listener) {
    List<Duel> duels = new ArrayList<>();
    for (int first = 0; first < 10; first++) {
      for (int second = first + 1; second < 10; second++) {
        DigitSet two = training.only(first, second);
        PairWarnings warnings = new PairWarnings(first, second, listener);
        duels.add(new Duel(first, second, trainer.trainOne(two, second, warnings)));
        listener.report(new Progress("pairs", duels.size(), 45, Double.NaN));
      }
    }
    return new OneVsOne(duels);
  }

  /**
   * How many duels each digit wins.
   *
   * @param digit any picture
   * @return ten counts, for 0 to 9; each at most 9
   */
  public int[] votes(Digit digit) {
    int[] votes = new int[10];
    for (Duel duel : duels) {
      votes[duel.winner(digit)]++;
    }
    return votes;
  }

  /**
   * The answer: the digit that wins most duels, the smaller one in a tie.
   *
   * @param digit any picture
   * @return 0 to 9
   */
  public int predict(Digit digit) {
    int[] votes = votes(digit);
    return IntStream.range(0, 10)
        .boxed()
        .max(Comparator.comparingInt(d -> votes[d] * 10 - d))
        .get();
  }

  /**
   * The share of a set that the vote gets wrong, counted on all cores.
   *
   * @param digits labelled digits; at least one
   * @return 0 to 1
   */
  public double error(DigitSet digits) {
    long wrong =
        IntStream.range(0, digits.size())
            .parallel()
            .filter(place -> predict(digits.get(place)) != digits.label(place))
            .count();
    return (double) wrong / digits.size();
  }

  /**
   * What each pair says of one picture.
   *
   * @param digit any picture
   * @return one row a pair: the two digits, the margin (above 0 speaks for the second), the winner
   */
  public Table scores(Digit digit) {
    return Table.create(
        "the 45 duels",
        StringColumn.create("pair", duels.stream().map(d -> d.first() + " or " + d.second())),
        DoubleColumn.create(
            "margin",
            duels.stream()
                .mapToDouble(d -> Math.round(100 * d.classifier().margin(digit)) / 100.0)),
        IntColumn.create("winner", duels.stream().mapToInt(d -> d.winner(digit))));
  }
}
