package digits.learn;

import digits.data.DigitSource;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.FeatureRecipe;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.Pixels;
import digits.features.RandomUnits;
import digits.features.Standardize;
import digits.features.Views;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Trains a model: fits the features, then lets a learner make the classifiers. Immutable; the
 * methods that change a setting return another trainer.
 *
 * @param recipe what the classifiers shall see of a digit
 * @param learner makes the classifiers
 * @param digits how many training digits to use, drawn at random; 0 for all, in their order
 * @param augmentation how the training digits are copied and warped
 * @param seed of every random choice
 */
public record Trainer(
    FeatureRecipe recipe, Learner learner, int digits, Augmentation augmentation, long seed) {

  public Trainer {
    if (digits < 0) {
      throw new IllegalArgumentException(
          "the number of training digits must be at least 1, or 0 for all, not " + digits);
    }
  }

  /** Logistic regression on pixels, with the settings that suit MNIST. Takes seconds. */
  public static Trainer logistic() {
    return of(new Logistic());
  }

  /**
   * Ridge regression on features: straightened digits of one width, and histograms of oriented
   * gradients in cells of 4 x 4 and 7 x 7 pixels. Takes a few seconds and makes a ninth of the
   * errors of {@link #logistic()}.
   */
  public static Trainer features() {
    return of(gradients(), new Ridge(0.3));
  }

  /**
   * Ridge regression on 5,000 random units over the features of {@link #features()}. Takes a
   * quarter of a minute and makes less than half as many errors.
   */
  public static Trainer best() {
    FeatureRecipe units =
        gradients()
            .andThen(new Pca(200))
            .andThen(new RandomUnits(5_000))
            .andThen(new Standardize());
    return of(units, new Ridge(0.3));
  }

  /**
   * Like {@link #best()}, but with 10,000 units, averaged over the digit and eight warped views of
   * it. Takes minutes.
   */
  public static Trainer warped() {
    FeatureRecipe units = gradients().andThen(new Pca(200)).andThen(new RandomUnits(10_000));
    Augmentation warps = new Augmentation(8, 0.3, 0.06, 0.06, 12, 4);
    return of(Views.of(units, warps).andThen(new Standardize()), new Ridge(0.1));
  }

  private static FeatureMap gradients() {
    return new Deskew(5).andThen(new Hog().concat(new Hog(7)));
  }

  /** A learner on pixels. */
  public static Trainer of(Learner learner) {
    return of(new Pixels(), learner);
  }

  /** A learner on any features. */
  public static Trainer of(FeatureRecipe recipe, Learner learner) {
    return new Trainer(recipe, learner, 0, Augmentation.NONE, 0);
  }

  /** The same trainer with this many training digits, drawn at random; 0 for all. */
  public Trainer digits(int count) {
    return new Trainer(recipe, learner, count, augmentation, seed);
  }

  /** The same trainer with warped copies of the training digits. */
  public Trainer augmentation(Augmentation value) {
    return new Trainer(recipe, learner, digits, value, seed);
  }

  /** The same trainer with another seed. */
  public Trainer seed(long value) {
    return new Trainer(recipe, learner, digits, augmentation, value);
  }

  /** Trains without progress reports. */
  public DigitClassifier train(DigitSource training) {
    return train(training, ProgressListener.NONE);
  }

  /**
   * Trains one classifier for each digit that occurs among the training digits. {@link Ridge} takes
   * a source of any size, block by block; the other learners need all digits in memory at once, and
   * their features, too, unless a {@link LinearLearner} gets pixels.
   *
   * @throws IllegalArgumentException if there are too few digits, or all are the same, or there are
   *     more than the learner can take
   * @throws CancellationException if the thread is interrupted; no thread keeps running. A {@link
   *     SmileLearner} ends after the current digit
   */
  public DigitClassifier train(DigitSource training, ProgressListener listener) {
    return timed(training, listener).model();
  }

  /** A model and the seconds that its training took, features included. */
  public record Timed(DigitClassifier model, double seconds) {}

  /** As {@link #train(DigitSource, ProgressListener)}, with the seconds. */
  public Timed timed(DigitSource training, ProgressListener listener) {
    Training work = work(training);
    // First, because its checksum needs no OpenBLAS, which may still be loading.
    Provenance made = work.provenance(learner);
    Training.Fit fit = work.fit(work.digits().classes(), listener);
    return new Timed(work.judged(fit.classifiers(), made), fit.seconds());
  }

  /**
   * Trains {@link Ridge} in place of this trainer's learner, once for each penalty. One pass over
   * the digits serves all penalties.
   *
   * @param penalties each above 0
   * @return one model per penalty
   * @throws IllegalArgumentException as for {@link #train(DigitSource, ProgressListener)}, and if a
   *     penalty is too small for a unique solution
   */
  public List<DigitClassifier> ridges(
      DigitSource training, ProgressListener listener, double... penalties) {
    // Rejects a penalty out of range before the pass over the digits.
    List<Ridge> learners = DoubleStream.of(penalties).mapToObj(Ridge::new).toList();
    return work(training).ridges(learners, listener);
  }

  /**
   * What {@link Ridge}, which must be the learner, needs to know about a part of the training
   * digits. The parts can be worked on anywhere, each once; they add up to the same model in any
   * order.
   */
  public RidgeStatistics statistics(DigitSource training, Part part, ProgressListener listener) {
    return work(training).statistics(part, listener);
  }

  /** The statistics of no digits yet, with the features fitted. */
  public RidgeStatistics begin(DigitSource training, int parts) {
    return work(training).begin(parts);
  }

  /**
   * The model for all training digits, from the statistics of all parts, which are used up.
   *
   * @throws IllegalArgumentException if a part is missing
   */
  public DigitClassifier solve(RidgeStatistics statistics, DigitSource training) {
    return work(training).solve(statistics);
  }

  /**
   * As {@link #train(DigitSource, ProgressListener)} with {@link Ridge}, but part by part. After
   * each part, all that has been learned is saved to a file; when a training that was stopped is
   * started again, it goes on from there.
   *
   * @param parts the same number each time
   * @throws IllegalArgumentException also if the file is of another training
   */
  public DigitClassifier train(
      DigitSource training, int parts, Path file, ProgressListener listener) {
    RidgeStatistics all = Files.exists(file) ? StatisticsFile.load(file) : begin(training, parts);
    // With the features as they are, so that they are not fitted again for each part.
    Trainer fitted = new Trainer(all.features(), learner, digits, augmentation, seed);
    for (Part part : all.missing(work(training).provenance(learner), parts)) {
      all.add(fitted.statistics(training, part, listener));
      StatisticsFile.save(all, file);
    }
    return solve(all, training);
  }

  /** Trains a single classifier without progress reports. */
  public BinaryClassifier trainOne(DigitSource training, int digit) {
    return trainOne(training, digit, ProgressListener.NONE);
  }

  /**
   * Trains a single classifier: one digit against all others. Its numbers are the same as when all
   * classifiers are trained together.
   *
   * @throws IllegalArgumentException if the digit does not occur, or no other does
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public BinaryClassifier trainOne(DigitSource training, int digit, ProgressListener listener) {
    Training work = work(training);
    if (IntStream.of(work.digits().classes()).noneMatch(d -> d == digit)) {
      throw new IllegalArgumentException("there is no " + digit + " in " + work.digits());
    }
    return work.fit(new int[] {digit}, listener).classifiers().get(0);
  }

  private Training work(DigitSource training) {
    DigitSource used = digits == 0 ? training : training.sample(digits, seed);
    return new Training(recipe, learner, augmentation, seed, used);
  }
}
