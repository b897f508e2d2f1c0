package digits.panels;

import digits.data.DigitSet;
import digits.evaluate.ConfusionMatrix;
import digits.evaluate.Evaluation;
import digits.learn.Trainer;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.List;
import java.util.Locale;

/**
 * A training that has ended, and what came of it.
 *
 * @param number from 1
 * @param trainer its settings
 * @param model what it made
 * @param seconds that it took
 * @param digits how many were held out
 * @param errors how many of them arg max gets wrong
 * @param confusion what they are taken for
 * @param worst the surest mistakes
 */
record TrainingRun(
    int number,
    Trainer trainer,
    DigitClassifier model,
    double seconds,
    int digits,
    int errors,
    ConfusionMatrix confusion,
    List<Prediction> worst) {

  private static final int WORST = 30;

  static TrainingRun of(
      int number, Trainer trainer, DigitClassifier model, double seconds, DigitSet heldOut) {
    Evaluation evaluation = Evaluation.of(model, heldOut);
    return new TrainingRun(
        number,
        trainer,
        model,
        seconds,
        heldOut.size(),
        evaluation.errors(Decision.ARG_MAX),
        evaluation.confusion(),
        evaluation.worst(WORST));
  }

  /** The share of the held-out digits that arg max gets wrong. */
  double error() {
    return (double) errors / digits;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "run %d: %,d of %,d held-out digits wrong (%.2f %%), training error %.2f %%, %.1f s",
        number,
        errors,
        digits,
        100 * error(),
        100 * model.provenance().trainingError(),
        seconds);
  }
}
