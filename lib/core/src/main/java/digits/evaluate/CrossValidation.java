package digits.evaluate;

import digits.data.DigitSet;
import digits.data.Message;
import digits.evaluate.ValidationCurve.RunProgress;
import digits.learn.ProgressListener;
import digits.learn.Trainer;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Stratified k-fold cross-validation: the digits are dealt into folds, each with its share of every
 * label, and each fold is judged by a classifier that is trained on all the others. This judges a
 * way of training without using the test digits. Immutable.
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

  /**
   * Judges every picture by one yes/no classifier.
   *
   * @param digits labelled; each digit that occurs must do so at least once per fold
   * @param digit the digit that the classifier detects
   * @param listener gets the progress through all folds, and the total time once at the end
   * @throws IllegalArgumentException if a digit occurs too rarely, or the one to detect not at all
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public OutOfFold runOne(DigitSet digits, int digit, ProgressListener listener) {
    return runOne(digits, dealt(digits), digit, listener);
  }

  OutOfFold runOne(DigitSet digits, int[] dealt, int digit, ProgressListener listener) {
    double[] margins = new double[digits.size()];
    boolean[] truth = new boolean[digits.size()];
    List<Fold> errors = new ArrayList<>();
    forEachFold(
        digits,
        dealt,
        listener,
        (others, places, progress) -> {
          BinaryClassifier classifier = trainer.trainOne(others, digit, progress);
          IntStream.of(places)
              .parallel()
              .forEach(
                  place -> {
                    margins[place] = classifier.margin(digits.get(place));
                    truth[place] = digits.label(place) == digit;
                  });
          long wrong = IntStream.of(places).filter(p -> margins[p] > 0 != truth[p]).count();
          errors.add(new Fold(places.length, (int) wrong));
        });
    return new OutOfFold(Scores.of(digit, margins, truth), errors);
  }

  /**
   * Judges every digit by a model that has not seen it (scikit-learn's {@code cross_val_predict}).
   *
   * @param digits labelled; each digit that occurs must do so at least once per fold
   * @param listener gets the progress through all folds, and the total time once at the end
   * @throws IllegalArgumentException if a digit occurs too rarely
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public Evaluation run(DigitSet digits, ProgressListener listener) {
    Prediction[] judged = new Prediction[digits.size()];
    forEachFold(
        digits,
        dealt(digits),
        listener,
        (others, places, progress) -> {
          DigitClassifier model = trainer.train(others, progress);
          List<Prediction> some = model.predict(digits.select(IntStream.of(places)));
          for (int i = 0; i < places.length; i++) {
            judged[places[i]] = some.get(i);
          }
        });
    return Evaluation.of(List.of(judged));
  }

  private interface FoldWork {

    void accept(DigitSet others, int[] places, ProgressListener progress);
  }

  /** Does work for each fold, given the digits of the others, and the places of its own. */
  private void forEachFold(DigitSet digits, int[] dealt, ProgressListener listener, FoldWork work) {
    long start = System.nanoTime();
    for (int i = 0; i < folds; i++) {
      int fold = i;
      IntStream others = IntStream.range(0, dealt.length).filter(place -> dealt[place] != fold);
      int[] places = IntStream.range(0, dealt.length).filter(p -> dealt[p] == fold).toArray();
      work.accept(digits.select(others), places, new RunProgress("fold", fold, folds, listener));
    }
    listener.finished((System.nanoTime() - start) / 1e9);
  }

  /**
   * The fold of each digit, from 0: dealt at random, so that each fold gets its share of every
   * label, both to within one.
   */
  int[] dealt(DigitSet digits) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] fold = new int[digits.size()];
    int dealt = 0;
    for (int i = 0; i < 10; i++) {
      int label = i;
      int[] places =
          IntStream.range(0, fold.length).filter(p -> digits.label(p) == label).toArray();
      if (places.length > 0 && places.length < folds) {
        throw new IllegalArgumentException(
            Message.of(
                "%d folds require at least %d pictures of each digit,"
                    + " but %s has %d of the digit %d",
                folds, folds, digits.name(), places.length, label));
      }
      for (int left = places.length; left > 0; left--) {
        int drawn = random.nextInt(left);
        fold[places[drawn]] = dealt++ % folds;
        places[drawn] = places[left - 1];
      }
    }
    return fold;
  }

  /**
   * The size of a fold, and how many of its pictures were judged wrong by the classifier that was
   * trained on the other folds.
   */
  public record Fold(int digits, int wrong) {

    /** The share of wrong answers, 0 to 1. */
    public double error() {
      return Shares.of(wrong, digits);
    }
  }

  /**
   * Every picture judged by a classifier that has not seen it.
   *
   * @param scores the margins, in the order of the digits (scikit-learn's {@code cross_val_predict}
   *     with {@code method="decision_function"})
   * @param folds the errors in each fold
   */
  public record OutOfFold(Scores scores, List<Fold> folds) {

    /** The mean of the folds' errors, 0 to 1. */
    public double error() {
      return folds.stream().mapToDouble(Fold::error).average().orElseThrow();
    }

    /** The sample standard deviation of the folds' errors. */
    public double deviation() {
      double mean = error();
      double squares = folds.stream().mapToDouble(f -> Math.pow(f.error() - mean, 2)).sum();
      return Math.sqrt(squares / (folds.size() - 1));
    }

    /** One row per fold: digits, wrong answers, and their share. */
    public Table table() {
      return Table.create(
          "each fold by a model that has not seen it",
          IntColumn.create("fold", IntStream.rangeClosed(1, folds.size())),
          IntColumn.create("digits", folds.stream().mapToInt(Fold::digits)),
          IntColumn.create("wrong", folds.stream().mapToInt(Fold::wrong)),
          Shares.percent("error %", folds.stream().mapToDouble(Fold::error)));
    }

    /** One line with the accuracy. */
    @Override
    public String toString() {
      return Message.of(
          "is it a %d? accuracy in %d folds: %.2f %% +- %.2f %%",
          scores.digit(), folds.size(), 100 * (1 - error()), 100 * deviation());
    }
  }
}
