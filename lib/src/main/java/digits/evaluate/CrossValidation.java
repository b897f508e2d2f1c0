package digits.evaluate;

import digits.data.DigitSet;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Stratified k-fold cross-validation: the digits are dealt into folds, each with its share of every
 * label, and each fold is judged by a model that is trained on all the others. So a model can be
 * judged without test digits. Immutable.
 *
 * <p>R. Kohavi: A study of cross-validation and bootstrap for accuracy estimation and model
 * selection. IJCAI 1995.
 *
 * @param trainer makes the models
 * @param folds how many
 * @param seed of the random dealing; the same seed deals the same
 */
public record CrossValidation(Trainer trainer, int folds, long seed) {

  /**
   * @throws IllegalArgumentException if there are too few folds
   */
  public CrossValidation {
    if (folds < 2) {
      throw new IllegalArgumentException("cross-validation needs 2 folds or more, not " + folds);
    }
  }

  /**
   * Cross-validation with seed 0.
   *
   * @param trainer makes the models
   * @param folds 2 or more
   */
  public static CrossValidation of(Trainer trainer, int folds) {
    return new CrossValidation(trainer, folds, 0);
  }

  /**
   * The same with another seed.
   *
   * @param value of the random dealing
   */
  public CrossValidation seed(long value) {
    return new CrossValidation(trainer, folds, value);
  }

  /**
   * Judges every digit, without reports.
   *
   * @param digits labelled digits; of each that occurs, as many as folds or more
   * @return all predictions, and each fold's errors
   * @throws IllegalArgumentException if there are too few of a digit
   * @throws CancellationException if the thread is interrupted
   */
  public OutOfFold.OfTen run(DigitSet digits) {
    return run(digits, ProgressListener.NONE);
  }

  /**
   * Judges every digit.
   *
   * @param digits labelled digits; of each that occurs, as many as folds or more
   * @param listener is told how far it is, and once at the end how long it took
   * @return all predictions, and each fold's errors
   * @throws IllegalArgumentException if there are too few of a digit
   * @throws CancellationException if the thread is interrupted; no thread is left at work
   */
  public OutOfFold.OfTen run(DigitSet digits, ProgressListener listener) {
    return run(Folds.stratified(digits, folds, seed), listener);
  }

  OutOfFold.OfTen run(Folds dealt, ProgressListener listener) {
    Prediction[] all = new Prediction[dealt.digits().size()];
    List<OutOfFold.Fold> errors = new ArrayList<>();
    long start = System.nanoTime();
    for (int fold = 0; fold < dealt.count(); fold++) {
      DigitClassifier model =
          trainer.train(
              dealt.training(fold), new RunProgress("fold", fold, dealt.count(), listener));
      List<Prediction> judged = model.predict(dealt.heldOut(fold));
      int[] places = dealt.places(fold);
      for (int i = 0; i < places.length; i++) {
        all[places[i]] = judged.get(i);
      }
      int right = (int) judged.stream().filter(Prediction::correct).count();
      errors.add(new OutOfFold.Fold(places.length, places.length - right));
    }
    listener.finished((System.nanoTime() - start) / 1e9);
    return new OutOfFold.OfTen(Evaluation.of(Arrays.asList(all)), errors);
  }

  /**
   * Judges every picture by one yes/no classifier, without reports.
   *
   * @param digits labelled digits; of each that occurs, as many as folds or more
   * @param digit which digit the classifier detects
   * @return all margins, and each fold's errors
   * @throws IllegalArgumentException if there are too few of a digit, or none of the one to detect
   * @throws CancellationException if the thread is interrupted
   */
  public OutOfFold.OfOne runOne(DigitSet digits, int digit) {
    return runOne(digits, digit, ProgressListener.NONE);
  }

  /**
   * Judges every picture by one yes/no classifier.
   *
   * @param digits labelled digits; of each that occurs, as many as folds or more
   * @param digit which digit the classifier detects
   * @param listener is told how far it is, and once at the end how long it took
   * @return all margins, and each fold's errors
   * @throws IllegalArgumentException if there are too few of a digit, or none of the one to detect
   * @throws CancellationException if the thread is interrupted; no thread is left at work
   */
  public OutOfFold.OfOne runOne(DigitSet digits, int digit, ProgressListener listener) {
    Folds dealt = Folds.stratified(digits, folds, seed);
    double[] margins = new double[digits.size()];
    boolean[] truth = new boolean[digits.size()];
    List<OutOfFold.Fold> errors = new ArrayList<>();
    long start = System.nanoTime();
    for (int fold = 0; fold < folds; fold++) {
      BinaryClassifier classifier =
          trainer.trainOne(
              dealt.training(fold), digit, new RunProgress("fold", fold, folds, listener));
      int[] places = dealt.places(fold);
      IntStream.of(places)
          .parallel()
          .forEach(
              place -> {
                margins[place] = classifier.margin(digits.get(place));
                truth[place] = digits.label(place) == digit;
              });
      long wrong = IntStream.of(places).filter(i -> margins[i] > 0 != truth[i]).count();
      errors.add(new OutOfFold.Fold(places.length, (int) wrong));
    }
    listener.finished((System.nanoTime() - start) / 1e9);
    return new OutOfFold.OfOne(Scores.of(digit, margins, truth), errors);
  }
}
