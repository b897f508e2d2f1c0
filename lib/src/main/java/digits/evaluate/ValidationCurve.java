package digits.evaluate;

import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.learn.ProgressListener;
import digits.learn.Timing;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What becomes of the errors as one setting moves: scikit-learn's {@code validation_curve}, and its
 * {@code learning_curve} if the setting is the number of digits. The last sixth of the training
 * digits is held out and judges; the test digits are not touched.
 *
 * @param setting what moves, such as "penalty"
 * @param points one a value, in the order given
 */
public record ValidationCurve(String setting, List<Point> points) {

  /**
   * One value tried.
   *
   * @param value of the setting
   * @param trainingError the share that arg max gets wrong of the digits learned from, 0 to 1; as
   *     the model states it
   * @param heldOutError the share that arg max gets wrong of the digits held out, 0 to 1
   * @param seconds that the training took
   */
  public record Point(double value, double trainingError, double heldOutError, double seconds) {}

  public ValidationCurve {
    points = List.copyOf(points);
  }

  /**
   * Trains once for each value.
   *
   * @param setting what moves, such as "penalty"
   * @param trainer makes a trainer of a value
   * @param digits training digits; the last sixth of them is held out
   * @param listener is told how far it is, and once at the end how long it took
   * @param values one or more
   * @throws IllegalArgumentException if a value makes no trainer, or there are no values
   * @throws CancellationException if the thread is interrupted; no thread is left at work
   */
  public static ValidationCurve of(
      String setting,
      DoubleFunction<Trainer> trainer,
      DigitSet digits,
      ProgressListener listener,
      double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a curve over the " + setting + " needs a value or more");
    }
    // A value out of range is refused before the first training.
    List<Trainer> trainers = Arrays.stream(values).mapToObj(trainer).toList();
    HeldOut parts = HeldOut.of(digits);
    List<Point> points = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < values.length; i++) {
      Timing timing = new Timing(new RunProgress("value", i, values.length, listener));
      DigitClassifier model = trainers.get(i).train(parts.training(), timing);
      double error = Evaluation.of(model, parts.heldOut()).error(Decision.ARG_MAX);
      points.add(new Point(values[i], model.provenance().trainingError(), error, timing.seconds()));
    }
    listener.finished((System.nanoTime() - start) / 1e9);
    return new ValidationCurve(setting, points);
  }

  /** The point with the smallest error on the digits held out; of several, the first. */
  public Point best() {
    return points.stream().min(Comparator.comparingDouble(Point::heldOutError)).orElseThrow();
  }

  /** All points, one row a point: the setting, training error, held-out error (0 to 1), seconds. */
  public Table table() {
    int[] rows = IntStream.range(0, points.size()).toArray();
    return Table.create(
        "errors by " + setting,
        DoubleColumn.create(setting, points.stream().mapToDouble(Point::value)),
        Shares.column("training error", rows, i -> points.get(i).trainingError()),
        Shares.column("held-out error", rows, i -> points.get(i).heldOutError()),
        DoubleColumn.create(
            "seconds", points.stream().mapToDouble(p -> Math.round(p.seconds() * 100) / 100.0)));
  }

  /** One line: the best value and its errors. */
  @Override
  public String toString() {
    Point best = best();
    return String.format(
        Locale.ROOT,
        "best %s %s: held-out error %.2f %%, training error %.2f %%",
        setting,
        best.value() == Math.rint(best.value())
            ? String.format(Locale.ROOT, "%,.0f", best.value())
            : String.valueOf(best.value()),
        100 * best.heldOutError(),
        100 * best.trainingError());
  }
}
