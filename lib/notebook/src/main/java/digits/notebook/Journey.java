package digits.notebook;

import digits.data.Message;
import digits.data.Mnist;
import digits.evaluate.Evaluation;
import digits.evaluate.McNemar;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jjava.tablesaw.StyledFigure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Compares several ways to train, one after the other, on the same digits. */
public final class Journey {

  private record Step(String name, Evaluation evaluation, double seconds, long bytes) {}

  private final Mnist digits;
  private final List<Step> steps = new ArrayList<>();

  public Journey(Mnist digits) {
    this.digits = digits;
  }

  /** Trains on the training digits, tests on the test digits, and adds the step. */
  public Evaluation step(String name, Trainer trainer, ProgressListener listener) {
    Trainer.Timed made = trainer.timed(digits.train(), listener);
    Evaluation evaluation = Evaluation.of(made.model(), digits.test());
    steps.add(new Step(name, evaluation, made.seconds(), ModelFile.encode(made.model()).length));
    return evaluation;
  }

  /** One row per step: test errors by arg max, seconds to train, and bytes when saved. */
  public Table table() {
    StringColumn names = StringColumn.create("step");
    IntColumn errors = IntColumn.create("errors");
    DoubleColumn seconds = DoubleColumn.create("seconds");
    LongColumn bytes = LongColumn.create("bytes");
    for (Step step : steps) {
      names.append(step.name);
      errors.append(step.evaluation.errors(Decision.ARG_MAX));
      seconds.append(Math.rint(step.seconds * 10) / 10);
      bytes.append(step.bytes);
    }
    return Table.create("the journey", names, errors, seconds, bytes);
  }

  /** A {@link McNemar} test of each step against the one before it, one row per pair. */
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
      boolean tiny = test.pValue() < 0.0001;
      p.append(tiny ? "below 0.0001" : Message.of("%.4f", test.pValue()));
    }
    return Table.create("neighbouring steps on the same test digits", pair, before, after, p);
  }

  /** Errors against training time, on logarithmic axes; each step has its name and its errors. */
  public Figure figure() {
    Table table = table();
    List<String> names = new ArrayList<>();
    List<String> positions = new ArrayList<>();
    for (Step step : steps) {
      names.add(step.name + " " + table.intColumn("errors").get(names.size()));
      positions.add(names.size() < steps.size() ? "top right" : "top left");
    }
    Trace line =
        ScatterTrace.builder(table.doubleColumn("seconds"), table.intColumn("errors"))
            .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
            .build();
    Figure figure =
        Charts.figure(
            table.name(),
            Charts.logarithmic("seconds to train"),
            Charts.logarithmic("errors"),
            false,
            List.of(line),
            Map.of());
    return new StyledFigure(
        figure,
        Map.of(
            "data.0.mode",
            "lines+markers+text",
            "data.0.text",
            names,
            "data.0.textposition",
            positions,
            "data.0.cliponaxis",
            false,
            "layout.xaxis.dtick",
            "D2", // 1, 2, 5
            "layout.yaxis.dtick",
            "D2"));
  }
}
