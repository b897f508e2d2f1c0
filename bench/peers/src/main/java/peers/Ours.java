package peers;

import digits.evaluate.CrossValidation;
import digits.evaluate.Evaluation;
import digits.learn.Learner;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** This library's presets. */
final class Ours {

  private static final Map<String, Supplier<Trainer>> PRESETS =
      Map.of(
          "logistic", Trainer::logistic,
          "features", Trainer::features,
          "best", Trainer::best,
          "warped", Trainer::warped);

  /** Seeds of the presets that draw at random; the first is timed. */
  private static final long[] SEEDS = {1, 2, 3};

  private static final int FOLDS = 6;

  private Ours() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    Learner.prepare();
    Contest contest = new Contest(name, Integer.MAX_VALUE);
    Trainer trainer = PRESETS.get(name).get().seed(SEEDS[0]);
    DigitClassifier model = contest.fit(() -> trainer.train(contest.train()));
    long bytes = ModelFile.save(model, contest.model());
    contest.saved();
    String note =
        String.format(Locale.ROOT, "%,d bytes saved; features %s", bytes, model.features().name());
    if (name.equals("best") || name.equals("warped")) {
      List<Long> errors = new ArrayList<>();
      for (long seed : SEEDS) {
        DigitClassifier other =
            seed == SEEDS[0] ? model : trainer.seed(seed).train(contest.train());
        errors.add(wrong(other, contest, Decision.ARG_MAX));
      }
      note += "; errors with seeds 1, 2, 3: " + errors + "; " + crossValidated(trainer, contest);
    }
    contest.report(
        () -> model.predict(contest.test()).stream().mapToInt(p -> p.predicted()).toArray(),
        String.valueOf(wrong(model, contest, Decision.FIRST_YES)),
        "digits-lib " + model.provenance().version() + ", " + Contest.openBlas(),
        note);
  }

  /** How many training digits are judged wrong by a model that has not seen them, with an interval. */
  private static String crossValidated(Trainer trainer, Contest contest) {
    Evaluation found =
        CrossValidation.of(trainer, FOLDS).run(contest.train(), ProgressListener.NONE);
    double n = contest.train().size();
    double p = found.error(Decision.ARG_MAX);
    // E. B. Wilson: Probable inference, the law of succession, and statistical inference. 1927.
    double z = 1.96;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return String.format(
        Locale.ROOT,
        "cross-validated in %d folds: %d errors of %,.0f training digits, %.2f %%"
            + " (95 %% interval %.2f to %.2f %%)",
        FOLDS,
        found.errors(Decision.ARG_MAX),
        n,
        100 * p,
        100 * (middle - half),
        100 * (middle + half));
  }

  private static long wrong(DigitClassifier model, Contest contest, Decision decision) {
    return model.predict(contest.test()).stream()
        .filter(p -> p.predicted(decision) != p.actual())
        .count();
  }
}
