package digits.panels;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** All trainings of a panel so far. */
final class TrainingRuns {

  private final List<TrainingRun> runs = new ArrayList<>();

  synchronized void add(TrainingRun run) {
    runs.add(run);
  }

  synchronized List<TrainingRun> all() {
    return List.copyOf(runs);
  }

  /** The one with the smallest error on the digits held out; of several, the first. */
  Optional<TrainingRun> best() {
    return all().stream().min(Comparator.comparingDouble(TrainingRun::error));
  }

  /** One row a run, the best marked. */
  Table table() {
    List<TrainingRun> all = all();
    Optional<TrainingRun> best = best();
    return Table.create(
        "runs so far",
        text(all, "run", r -> r.number() + (best.filter(r::equals).isPresent() ? " ★ best" : "")),
        text(all, "learner", r -> r.trainer().learner().name()),
        text(all, "features", TrainingRuns::features),
        text(all, "penalty", r -> r.trainer().learner().options().getOrDefault("penalty", "none")),
        whole(all, "digits", r -> r.model().provenance().digits()),
        whole(all, "copies", r -> r.trainer().augmentation().copies()),
        text(all, "seed", r -> String.valueOf(r.trainer().seed())),
        number(all, "training error", "0.0000", r -> r.model().provenance().trainingError()),
        number(all, "held-out error", "0.0000", TrainingRun::error),
        number(all, "seconds", "0.0", TrainingRun::seconds));
  }

  private static String features(TrainingRun run) {
    String name = run.trainer().recipe().name();
    return Stream.of(FeatureChoice.values())
        .filter(choice -> choice.recipe().name().equals(name))
        .findFirst()
        .map(FeatureChoice::toString)
        .orElse(name);
  }

  private static StringColumn text(
      List<TrainingRun> runs, String name, Function<TrainingRun, String> value) {
    return StringColumn.create(name, runs.stream().map(value));
  }

  private static IntColumn whole(
      List<TrainingRun> runs, String name, ToIntFunction<TrainingRun> value) {
    return IntColumn.create(name, runs.stream().mapToInt(value));
  }

  private static DoubleColumn number(
      List<TrainingRun> runs, String name, String format, ToDoubleFunction<TrainingRun> value) {
    DoubleColumn column = DoubleColumn.create(name, runs.stream().mapToDouble(value));
    column.setPrintFormatter(
        new NumberColumnFormatter(
            new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT))));
    return column;
  }
}
