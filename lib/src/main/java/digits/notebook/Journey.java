package digits.notebook;

import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.evaluate.McNemar;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.store.ModelFile;
import digits.store.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Several ways to make ten classifiers, one after the other, on the same digits. */
public final class Journey {

  private record Step(String name, Evaluation evaluation, double seconds, long bytes) {}

  private final Mnist digits;
  private final List<Step> steps = new ArrayList<>();

  /**
   * No step yet.
   *
   * @param digits to train on, and to test on
   */
  public Journey(Mnist digits) {
    this.digits = digits;
  }

  /**
   * Goes one step: trains, measures the size of the saved model, tests.
   *
   * @param name what the step is called
   * @param trainer makes the ten
   * @param listener is told how far it is, and how long it took
   * @return the test
   * @throws IllegalArgumentException if the settings do not fit the digits, or the model is of a
   *     kind that cannot be saved
   * @throws CancellationException if the thread is interrupted
   * @throws ModelFileException if the temporary file cannot be written
   * @throws IOException if there can be no temporary file
   */
  public Evaluation step(String name, Trainer trainer, ProgressListener listener)
      throws IOException {
    Trainer.Timed made = trainer.timed(digits.train(), listener);
    Evaluation evaluation = Evaluation.of(made.model(), digits.test());
    steps.add(new Step(name, evaluation, made.seconds(), size(made.model())));
    return evaluation;
  }

  private static long size(DigitClassifier model) throws IOException {
    Path file = Files.createTempFile("models", ".ser");
    try {
      return ModelFile.save(model, file);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * What each step brought, one row a step: test digits that arg max gets wrong, seconds to train,
   * bytes of the saved model.
   */
  public Table table() {
    return Table.create(
        "the journey",
        StringColumn.create("step", steps.stream().map(Step::name)),
        IntColumn.create(
            "errors",
            steps.stream().mapToInt(s -> s.evaluation.errors(Decision.ARG_MAX)).toArray()),
        DoubleColumn.create(
            "seconds", steps.stream().mapToDouble(s -> Math.rint(s.seconds * 10) / 10).toArray()),
        LongColumn.create("bytes", steps.stream().mapToLong(Step::bytes).toArray()));
  }

  /**
   * Whether each step is better than the one before by more than chance, one row a pair of
   * neighbours.
   */
  public Table tests() {
    StringColumn pair = StringColumn.create("steps");
    IntColumn before = IntColumn.create("only the first right");
    IntColumn after = IntColumn.create("only the second right");
    StringColumn p = StringColumn.create("p");
    for (int i = 1; i < steps.size(); i++) {
      Step one = steps.get(i - 1);
      Step other = steps.get(i);
      McNemar test = McNemar.of(one.evaluation, other.evaluation);
      pair.append(one.name + ", " + other.name);
      before.append(test.onlyFirst());
      after.append(test.onlySecond());
      p.append(
          test.pValue() < 0.0001
              ? "below 0.0001"
              : String.format(Locale.ROOT, "%.4f", test.pValue()));
    }
    return Table.create("neighbouring steps on the same test digits", pair, before, after, p);
  }

  /** Errors against training time, both on logarithmic axes. */
  public Figure figure() {
    Table table = table();
    Axis time = Axis.builder().title("seconds to train").type(Axis.Type.LOG).build();
    Axis errors = Axis.builder().title("errors").type(Axis.Type.LOG).build();
    Layout layout =
        Layout.builder(table.name()).xAxis(time).yAxis(errors).width(640).height(420).build();
    return new Figure(
        layout,
        ScatterTrace.builder(table.doubleColumn("seconds"), table.intColumn("errors"))
            .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
            .text(table.stringColumn("step").asObjectArray())
            .build());
  }
}
