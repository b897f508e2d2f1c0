package digits.evaluate;

import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.data.Message;
import digits.learn.Progress;
import digits.learn.ProgressListener;
import digits.learn.Ridge;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The errors as one setting changes: scikit-learn's {@code validation_curve}, and its {@code
 * learning_curve} if the setting is the number of digits. The last sixth of the training digits is
 * held out to measure the error; the test digits are not touched.
 *
 * @param setting the setting's name, such as "penalty"
 * @param points one per value, in the order given
 */
public record ValidationCurve(String setting, List<Point> points) {

  /**
   * The result for one value of the setting.
   *
   * @param trainingError the training error of the model's provenance, 0 to 1
   * @param heldOutError the share of the held-out digits that arg max gets wrong, 0 to 1
   * @param seconds the time that the training took
   */
  public record Point(double value, double trainingError, double heldOutError, double seconds) {}

  public ValidationCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "a curve over the " + setting + " requires at least one value");
    }
  }

  /**
   * Trains once for each value.
   *
   * @param setting the setting's name, such as "penalty"
   * @param trainer makes a trainer from a value
   * @param digits the training digits, of which the last sixth is held out
   * @param listener gets the progress through all values, and the total time once at the end
   * @throws IllegalArgumentException if there is no value, or one is out of the setting's range
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public static ValidationCurve of(
      String setting,
      DoubleFunction<Trainer> trainer,
      DigitSet digits,
      ProgressListener listener,
      double... values) {
    // Makes all trainers first, so that a value out of range is rejected before any training.
    List<Trainer> trainers = Arrays.stream(values).mapToObj(trainer).toList();
    HeldOut parts = HeldOut.of(digits);
    List<Point> points = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < values.length; i++) {
      Trainer.Timed made =
          trainers
              .get(i)
              .timed(parts.training(), new RunProgress("value", i, values.length, listener));
      points.add(point(values[i], made.model(), made.seconds(), parts));
    }
    listener.finished((System.nanoTime() - start) / 1e9);
    return new ValidationCurve(setting, points);
  }

  /**
   * Trains {@link Ridge} once for each penalty, as {@link Trainer#ridges} does: one pass over the
   * digits serves all of them. The seconds are their shares of the whole time.
   *
   * @param trainer its features, digits, copies and seed are used; its learner is not
   * @param digits the training digits, of which the last sixth is held out
   * @param penalties one or more, each above 0
   * @throws IllegalArgumentException if there is no penalty, if one is not above 0 or too small for
   *     a unique solution, or if there are fewer than 6 digits
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public static ValidationCurve ofPenalties(
      Trainer trainer, DigitSet digits, ProgressListener listener, double... penalties) {
    HeldOut parts = HeldOut.of(digits);
    long start = System.nanoTime();
    List<DigitClassifier> models = trainer.ridges(parts.training(), listener, penalties);
    double seconds = (System.nanoTime() - start) / 1e9;
    listener.finished(seconds);
    return new ValidationCurve(
        "penalty",
        IntStream.range(0, penalties.length)
            .mapToObj(i -> point(penalties[i], models.get(i), seconds / penalties.length, parts))
            .toList());
  }

  private static Point point(double value, DigitClassifier model, double seconds, HeldOut parts) {
    double error = Evaluation.of(model, parts.heldOut()).error(Decision.ARG_MAX);
    return new Point(value, model.provenance().trainingError(), error, seconds);
  }

  /** The point with the smallest held-out error; in a tie, the first. */
  public Point best() {
    return points.stream().min(Comparator.comparingDouble(Point::heldOutError)).orElseThrow();
  }

  /** One row per point: the setting, training and held-out error in percent, seconds. */
  public Table table() {
    return Table.create(
        "errors by " + setting,
        DoubleColumn.create(setting, points.stream().mapToDouble(Point::value)),
        Shares.percent("training error %", points.stream().mapToDouble(Point::trainingError)),
        Shares.percent("held-out error %", points.stream().mapToDouble(Point::heldOutError)),
        DoubleColumn.create(
            "seconds", points.stream().mapToDouble(p -> Math.round(p.seconds() * 100) / 100.0)));
  }

  /** One line: the best value and its errors. */
  @Override
  public String toString() {
    Point best = best();
    return Message.of(
        "best %s %s: held-out error %.2f %%, training error %.2f %%",
        setting,
        best.value() == Math.rint(best.value())
            ? Message.of("%,.0f", best.value())
            : String.valueOf(best.value()),
        100 * best.heldOutError(),
        100 * best.trainingError());
  }

  /** Reports the progress of one training among several, such as fold 0 of 3. */
  record RunProgress(String name, int run, int count, ProgressListener listener)
      implements ProgressListener {

    @Override
    public void report(Progress progress) {
      listener.report(
          new Progress(
              name + " " + (run + 1) + " of " + count + ", " + progress.stage(),
              run * progress.total() + progress.done(),
              count * progress.total(),
              progress.loss()));
    }

    @Override
    public void warn(String sentence) {
      listener.warn(name + " " + (run + 1) + " of " + count + ": " + sentence);
    }
  }
}
