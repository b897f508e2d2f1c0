package digits.evaluate;

import digits.data.DigitSet;
import digits.evaluate.ValidationCurve.RunProgress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Stratified k-fold cross-validation: the digits are dealt into folds, each with its share of every
 * label, and each fold is judged by a model that is trained on all the others. This judges a way of
 * training without using the test digits. Immutable.
 *
 * <p>R. Kohavi: A study of cross-validation and bootstrap for accuracy estimation and model
 * selection. IJCAI 1995.
 *
 * @param folds 2 or more
 * @param seed the seed of the random dealing; the same seed gives the same folds
 */
public record CrossValidation(Trainer trainer, int folds, long seed) {

  public CrossValidation {
    if (folds < 2) {
      throw new IllegalArgumentException(
          "cross-validation requires at least 2 folds, not " + folds);
    }
  }

  /** Cross-validation with seed 0. */
  public static CrossValidation of(Trainer trainer, int folds) {
    return new CrossValidation(trainer, folds, 0);
  }

  /** The same with another seed. */
  public CrossValidation seed(long value) {
    return new CrossValidation(trainer, folds, value);
  }

  /** As {@link #run(DigitSet, ProgressListener)}, without progress reports. */
  public OutOfFold.OfTen run(DigitSet digits) {
    return run(digits, ProgressListener.NONE);
  }

  /**
   * Judges every digit by all classifiers.
   *
   * @param digits labelled; each digit that occurs must do so at least once per fold
   * @param listener gets the progress through all folds, and the total time once at the end
   * @throws IllegalArgumentException if a digit occurs too rarely
   * @throws CancellationException if the thread is interrupted; no thread keeps running
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

  /** As {@link #runOne(DigitSet, int, ProgressListener)}, without progress reports. */
  public OutOfFold.OfOne runOne(DigitSet digits, int digit) {
    return runOne(digits, digit, ProgressListener.NONE);
  }

  /**
   * Judges every picture by one yes/no classifier.
   *
   * @param digits labelled; each digit that occurs must do so at least once per fold
   * @param digit the digit that the classifier detects
   * @param listener gets the progress through all folds, and the total time once at the end
   * @throws IllegalArgumentException if a digit occurs too rarely, or the one to detect not at all
   * @throws CancellationException if the thread is interrupted; no thread keeps running
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

  /**
   * Digits dealt into folds of equal size, to within one.
   *
   * @param of the fold of each digit, from 0
   */
  record Folds(DigitSet digits, int[] of, int count) {

    /**
     * Deals the digits at random so that each fold gets its share of every label, to within one.
     *
     * @throws IllegalArgumentException if a label occurs, but less often than there are folds
     */
    static Folds stratified(DigitSet digits, int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] of = new int[digits.size()];
      int dealt = 0;
      for (int label = 0; label < 10; label++) {
        int[] places = places(digits, label);
        if (places.length > 0 && places.length < count) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%d folds require at least %d pictures of each digit,"
                      + " but %s has %d of the digit %d",
                  count,
                  count,
                  digits.name(),
                  places.length,
                  label));
        }
        for (int left = places.length; left > 0; left--) {
          int drawn = random.nextInt(left);
          of[places[drawn]] = dealt++ % count;
          places[drawn] = places[left - 1];
        }
      }
      return new Folds(digits, of, count);
    }

    private static int[] places(DigitSet digits, int label) {
      return IntStream.range(0, digits.size()).filter(i -> digits.label(i) == label).toArray();
    }

    /** The places of one fold's digits in the whole set. */
    int[] places(int fold) {
      return IntStream.range(0, of.length).filter(place -> of[place] == fold).toArray();
    }

    DigitSet heldOut(int fold) {
      return digits.select(IntStream.of(places(fold)));
    }

    /** The digits of all folds but one. */
    DigitSet training(int fold) {
      return digits.select(IntStream.range(0, of.length).filter(place -> of[place] != fold));
    }
  }
}
