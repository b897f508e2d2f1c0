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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
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
   * gradients in cells of 4 x 4 and 7 x 7 pixels. Takes a few seconds and makes a seventh of the
   * errors of {@link #logistic()}.
   */
  public static Trainer features() {
    return of(gradients(), new Ridge(0.3));
  }

  /**
   * Ridge regression on 5,000 random units over the features of {@link #features()}. Takes a
   * quarter of a minute and makes half as many errors.
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
    Augmentation warps = new Augmentation(8, 0.5, 0.15, 0.1, 20, 4);
    return of(Views.of(units, warps).andThen(new Standardize()), new Ridge(0.3));
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
    DigitSet used = used(training);
    int[] counts = used.counts();
    int[] wanted = IntStream.range(0, 10).filter(d -> counts[d] > 0).toArray();
    try (Workers workers = new Workers()) {
      Fit fit = fit(used, wanted, workers, listener);
      listener.finished(fit.seconds);
      return withProvenance(fit.classifiers, used);
    }
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
    if (digit < 0 || digit > 9 || used.counts()[digit] == 0) {
      throw new IllegalArgumentException("there is no " + digit + " in " + used);
    }
    try (Workers workers = new Workers()) {
      Fit fit = fit(used, new int[] {digit}, workers, listener);
      listener.finished(fit.seconds);
      return fit.classifiers.get(0);
    }
  }

  /** The training digits that this trainer uses. */
  DigitSet used(DigitSet training) {
    return digits == 0 ? training : training.sample(digits, seed);
  }

  private record Fit(List<BinaryClassifier> classifiers, double seconds) {}

  private Fit fit(DigitSet used, int[] wanted, Workers workers, ProgressListener listener) {
    long different = IntStream.of(used.counts()).filter(count -> count > 0).count();
    if (different < 2) {
      throw new IllegalArgumentException(
          "training requires at least two different digits; found " + different + " in " + used);
    }
    long start = System.nanoTime();
    TrainingData data = TrainingData.of(used, recipe, augmentation, seed, workers);
    List<BinaryClassifier> classifiers = learner.fit(data, wanted, workers, listener);
    return new Fit(classifiers, (System.nanoTime() - start) / 1e9);
  }

  /** Measures the training error with the model itself, on at most {@link #JUDGED} digits. */
  private DigitClassifier withProvenance(List<BinaryClassifier> classifiers, DigitSet used) {
    // Not every n-th: MNIST's file alternates between harder and easier digits.
    DigitSet some = used.size() <= JUDGED ? used : used.sample(JUDGED, seed);
    Provenance made = provenance(used);
    long wrong =
        new DigitClassifier(classifiers, made)
            .predict(some).stream().filter(prediction -> !prediction.correct()).count();
    return new DigitClassifier(classifiers, made.withTrainingError((double) wrong / some.size()));
  }

  private Provenance provenance(DigitSet used) {
    Map<String, String> options = new TreeMap<>(learner.options());
    options.put("features", recipe.name());
    options.putAll(augmentation.options());
    return new Provenance(
        learner.name(), options, seed, used.name(), used.size(), used.checksum(), version(), 0);
  }

  private static String version() {
    Properties properties = new Properties();
    try (var in = Trainer.class.getResourceAsStream("/digits/library.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
