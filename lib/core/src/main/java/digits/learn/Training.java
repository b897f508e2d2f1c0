package digits.learn;

import digits.data.DigitSet;
import digits.data.DigitSource;
import digits.features.Augmentation;
import digits.features.FeatureRecipe;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.DigitClassifier;
import digits.model.Provenance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The work of a trainer on certain digits. */
record Training(
    FeatureRecipe recipe,
    Learner learner,
    Augmentation augmentation,
    long seed,
    DigitSource digits) {

  /** The training error is measured on at most this many training digits, drawn at random. */
  private static final int JUDGED = 10_000;

  /** Classifiers without their provenance, and the seconds that their training took. */
  record Fit(List<BinaryClassifier> classifiers, double seconds) {}

  /** Makes the classifiers for the wanted digits. */
  Fit fit(int[] wanted, ProgressListener listener) {
    try (Workers workers = new Workers()) {
      long start = System.nanoTime();
      List<BinaryClassifier> classifiers = learner.fit(data(workers), wanted, workers, listener);
      double seconds = (System.nanoTime() - start) / 1e9;
      listener.finished(seconds);
      return new Fit(classifiers, seconds);
    }
  }

  List<DigitClassifier> ridges(List<Ridge> learners, ProgressListener listener) {
    List<DigitClassifier> models = new ArrayList<>();
    try (Workers workers = new Workers()) {
      TrainingData data = data(workers);
      Ridge.Statistics all = Ridge.Statistics.of(data, Part.WHOLE, workers, listener);
      for (Ridge ridge : learners) {
        List<BinaryClassifier> ten = ridge.solve(all.copy(), digits.classes(), data.map(), workers);
        models.add(judged(ten, provenance(ridge)));
      }
    }
    return models;
  }

  RidgeStatistics statistics(Part part, ProgressListener listener) {
    Ridge ridge = ridge();
    try (Workers workers = new Workers()) {
      long start = System.nanoTime();
      TrainingData data = data(workers);
      Ridge.Statistics numbers = Ridge.Statistics.of(data, part, workers, listener);
      listener.finished((System.nanoTime() - start) / 1e9);
      BitSet done = new BitSet(part.of());
      done.set(part.number() - 1);
      return new RidgeStatistics(data.map(), numbers, provenance(ridge), done, part.of());
    }
  }

  /** Fits the features, and does no more. */
  RidgeStatistics begin(int parts) {
    Ridge ridge = ridge();
    try (Workers workers = new Workers()) {
      return new RidgeStatistics(data(workers).map(), provenance(ridge), parts);
    }
  }

  DigitClassifier solve(RidgeStatistics statistics) {
    try (Workers workers = new Workers()) {
      List<BinaryClassifier> ten = statistics.solve(ridge(), workers);
      return judged(ten, statistics.provenance());
    }
  }

  private Ridge ridge() {
    if (learner instanceof Ridge ridge) {
      return ridge;
    }
    throw new IllegalArgumentException(
        "what is learned from parts adds up for ridge regression only, not for "
            + learner.name()
            + ": use Ridge as the learner, or train on all digits at once");
  }

  private TrainingData data(Workers workers) {
    int different = digits.classes().length;
    if (different < 2) {
      throw new IllegalArgumentException(
          "training requires at least two different digits; found " + different + " in " + digits);
    }
    return new TrainingData(digits, recipe, augmentation, seed, workers);
  }

  /** Measures the training error with the model itself, on at most {@link #JUDGED} digits. */
  DigitClassifier judged(List<BinaryClassifier> classifiers, Provenance made) {
    // Not every n-th: MNIST's file alternates between harder and easier digits.
    DigitSet some =
        digits instanceof DigitSet all && all.size() <= JUDGED
            ? all
            : digits.sample((int) Math.min(JUDGED, digits.count()), seed);
    long wrong =
        new DigitClassifier(classifiers, made)
            .predict(some).stream().filter(prediction -> !prediction.correct()).count();
    return new DigitClassifier(classifiers, made.withTrainingError((double) wrong / some.size()));
  }

  Provenance provenance(Learner by) {
    Map<String, String> options = new TreeMap<>(by.options());
    options.put("features", recipe.name());
    options.putAll(augmentation.options());
    return new Provenance(
        by.name(),
        options,
        seed,
        digits.name(),
        Math.toIntExact(digits.count()),
        digits.checksum(),
        Provenance.libraryVersion(),
        0);
  }
}
