package digits.panels;

import digits.data.DigitSet;
import digits.data.Message;
import digits.evaluate.ConfusionMatrix;
import digits.evaluate.Evaluation;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** The finished runs of a training panel. */
final class TrainingRuns {

  private static final int WORST = 30;

  private final List<Run> runs = new ArrayList<>();

  /**
   * One finished run.
   *
   * @param number counted from 1
   * @param digits how many digits were held out
   * @param errors how many of them arg max gets wrong
   * @param worst the mistakes with the largest gap, at most 30
   */
  record Run(
      int number,
      Trainer trainer,
      DigitClassifier model,
      double seconds,
      int digits,
      int errors,
      ConfusionMatrix confusion,
      List<Prediction> worst) {

    private double error() {
      return (double) errors / digits;
    }

    private double trainingError() {
      return model.provenance().trainingError();
    }

    @Override
    public String toString() {
      return Message.of(
          "run %d: %,d of %,d held-out digits wrong (%.2f %%), training error %.2f %%, %.1f s",
          number, errors, digits, 100 * error(), 100 * trainingError(), seconds);
    }
  }

  /** Judges a model on the held-out digits, and keeps it. */
  Run add(Trainer trainer, DigitClassifier model, double seconds, DigitSet heldOut) {
    Evaluation evaluation = Evaluation.of(model, heldOut);
    int errors = evaluation.errors(Decision.ARG_MAX);
    ConfusionMatrix confusion = evaluation.confusion();
    List<Prediction> worst = evaluation.worst(WORST);
    synchronized (runs) {
      int number = runs.size() + 1;
      runs.add(new Run(number, trainer, model, seconds, heldOut.size(), errors, confusion, worst));
      return runs.get(number - 1);
    }
  }

  List<Run> all() {
    synchronized (runs) {
      return List.copyOf(runs);
    }
  }

  /** The first of the runs with the smallest held-out error. */
  Optional<Run> best() {
    return best(all());
  }

  private static Optional<Run> best(List<Run> runs) {
    return runs.stream().min(Comparator.comparingDouble(Run::error));
  }

  /** One row per run, the best marked. */
  Table table() {
    List<Run> all = all();
    Optional<Run> best = best(all);
    Function<Run, String> number =
        run -> run.number + (best.filter(run::equals).isPresent() ? " ★ best" : "");
    return Table.create(
        "runs so far",
        text("run", all, number),
        text("learner", all, run -> run.trainer.learner().name()),
        text("features", all, run -> Settings.title(run.trainer.recipe().name())),
        text(
            "penalty", all, run -> run.trainer.learner().options().getOrDefault("penalty", "none")),
        IntColumn.create("digits", all.stream().mapToInt(run -> run.model.provenance().digits())),
        number("training error %", "0.00", all.stream().mapToDouble(r -> 100 * r.trainingError())),
        number("held-out error %", "0.00", all.stream().mapToDouble(r -> 100 * r.error())),
        number("seconds", "0.0", all.stream().mapToDouble(Run::seconds)),
        IntColumn.create(
            "copies", all.stream().mapToInt(run -> run.trainer.augmentation().copies())),
        text("seed", all, run -> String.valueOf(run.trainer.seed())));
  }

  private static StringColumn text(String name, List<Run> runs, Function<Run, String> value) {
    return StringColumn.create(name, runs.stream().map(value));
  }

  private static DoubleColumn number(String name, String format, DoubleStream values) {
    DoubleColumn column = DoubleColumn.create(name, values);
    column.setPrintFormatter(
        new NumberColumnFormatter(
            new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT))));
    return column;
  }
}
