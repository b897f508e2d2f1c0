package digits.learn;

import digits.data.DigitSet;
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
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** The training error is measured on at most this many training digits, drawn at random. */
  private static final int JUDGED = 10_000;

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
  public DigitClassifier train(DigitSet training) {
    return train(training, ProgressListener.NONE);
  }

  /**
   * Trains one classifier for each digit that occurs among the training digits.
   *
   * @throws IllegalArgumentException if there are too few digits, or all are the same
   * @throws CancellationException if the thread is interrupted; no thread keeps running. A {@link
   *     SmileLearner} ends after the current digit
   */
  public DigitClassifier train(DigitSet training, ProgressListener listener) {
    return timed(training, listener).model();
  }

  /** A model and the seconds that its training took, features included. */
  public record Timed(DigitClassifier model, double seconds) {}

  /** As {@link #train(DigitSet, ProgressListener)}, with the seconds. */
  public Timed timed(DigitSet training, ProgressListener listener) {
    DigitSet used = used(training);
    Fit fit = fit(used, occurring(used), listener);
    return new Timed(withProvenance(fit.classifiers, learner, used), fit.seconds);
  }

  /**
   * Trains {@link Ridge} in place of this trainer's learner, once for each penalty. One pass over
   * the digits serves all penalties.
   *
   * @param penalties each above 0
   * @return one model per penalty
   * @throws IllegalArgumentException as for {@link #train(DigitSet, ProgressListener)}, and if a
   *     penalty is too small for a unique solution
   */
  public List<DigitClassifier> ridges(
      DigitSet training, ProgressListener listener, double... penalties) {
    // Rejects a penalty out of range before the pass over the digits.
    List<Ridge> learners = DoubleStream.of(penalties).mapToObj(Ridge::new).toList();
    DigitSet used = used(training);
    List<DigitClassifier> models = new ArrayList<>();
    try (Workers workers = new Workers()) {
      TrainingData data = data(used, workers);
      Ridge.Statistics all = Ridge.Statistics.of(data, workers, listener);
      for (Ridge ridge : learners) {
        List<BinaryClassifier> ten = ridge.solve(all.copy(), occurring(used), data.map(), workers);
        models.add(withProvenance(ten, ridge, used));
      }
    }
    return models;
  }

  /** Trains a single classifier without progress reports. */
  public BinaryClassifier trainOne(DigitSet training, int digit) {
    return trainOne(training, digit, ProgressListener.NONE);
  }

  /**
   * Trains a single classifier: one digit against all others. Its numbers are the same as when all
   * classifiers are trained together.
   *
   * @throws IllegalArgumentException if the digit does not occur, or no other does
   * @throws CancellationException if the thread is interrupted; no thread keeps running
   */
  public BinaryClassifier trainOne(DigitSet training, int digit, ProgressListener listener) {
    DigitSet used = used(training);
    if (IntStream.of(occurring(used)).noneMatch(d -> d == digit)) {
      throw new IllegalArgumentException("there is no " + digit + " in " + used);
    }
    return fit(used, new int[] {digit}, listener).classifiers.get(0);
  }

  private DigitSet used(DigitSet training) {
    return digits == 0 ? training : training.sample(digits, seed);
  }

  private static int[] occurring(DigitSet used) {
    int[] counts = used.counts();
    return IntStream.range(0, 10).filter(digit -> counts[digit] > 0).toArray();
  }

  private record Fit(List<BinaryClassifier> classifiers, double seconds) {}

  private Fit fit(DigitSet used, int[] wanted, ProgressListener listener) {
    try (Workers workers = new Workers()) {
      long start = System.nanoTime();
      List<BinaryClassifier> classifiers =
          learner.fit(data(used, workers), wanted, workers, listener);
      double seconds = (System.nanoTime() - start) / 1e9;
      listener.finished(seconds);
      return new Fit(classifiers, seconds);
    }
  }

  private TrainingData data(DigitSet used, Workers workers) {
    int different = occurring(used).length;
    if (different < 2) {
      throw new IllegalArgumentException(
          "training requires at least two different digits; found " + different + " in " + used);
    }
    return new TrainingData(used, recipe, augmentation, seed, workers);
  }

  /** Measures the training error with the model itself, on at most {@link #JUDGED} digits. */
  private DigitClassifier withProvenance(
      List<BinaryClassifier> classifiers, Learner by, DigitSet used) {
    // Not every n-th: MNIST's file alternates between harder and easier digits.
    DigitSet some = used.size() <= JUDGED ? used : used.sample(JUDGED, seed);
    Provenance made = provenance(by, used);
    long wrong =
        new DigitClassifier(classifiers, made)
            .predict(some).stream().filter(prediction -> !prediction.correct()).count();
    return new DigitClassifier(classifiers, made.withTrainingError((double) wrong / some.size()));
  }

  private Provenance provenance(Learner by, DigitSet used) {
    Map<String, String> options = new TreeMap<>(by.options());
    options.put("features", recipe.name());
    options.putAll(augmentation.options());
    return new Provenance(
        by.name(),
        options,
        seed,
        used.name(),
        used.size(),
        used.checksum(),
        Provenance.libraryVersion(),
        0);
  }
}
