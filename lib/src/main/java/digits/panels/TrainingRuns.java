package digits.panels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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
        column(all, "run", run -> String.valueOf(run.number())),
        column(all, "", run -> best.filter(run::equals).isPresent() ? "★ best" : ""),
        column(all, "learner", run -> run.trainer().learner().name()),
        column(all, "features", run -> features(run)),
        column(
            all, "penalty", run -> run.trainer().learner().options().getOrDefault("penalty", "")),
        column(all, "digits", run -> count(run.model().provenance().digits())),
        column(all, "copies", run -> count(run.trainer().augmentation().copies())),
        column(all, "seed", run -> String.valueOf(run.trainer().seed())),
        column(all, "training error", run -> percent(run.model().provenance().trainingError())),
        column(all, "held-out error", run -> percent(run.error())),
        column(all, "seconds", run -> String.format(Locale.ROOT, "%.1f", run.seconds())));
  }

  private static String features(TrainingRun run) {
    for (FeatureChoice choice : FeatureChoice.values()) {
      if (choice.recipe().name().equals(run.trainer().recipe().name())) {
        return choice.toString();
      }
    }
    return run.trainer().recipe().name();
  }

  private static StringColumn column(
      List<TrainingRun> runs, String name, Function<TrainingRun, String> text) {
    return StringColumn.create(name, runs.stream().map(text));
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
