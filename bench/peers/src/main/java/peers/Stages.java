package peers;

import digits.data.DigitSet;
import digits.data.Mnist;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pca;
import digits.features.RandomUnits;
import digits.features.Sample;
import digits.features.Standardize;
import digits.learn.Trainer;
import digits.linalg.Cholesky;
import digits.linalg.FloatMatrix;
import digits.linalg.Product;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.linalg.Workers.PairWork;
import digits.model.DigitClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How close the stages of a training come to the machine's limit: best of several, once warm. */
final class Stages {

  private static final int SQUARE = 2048;
  private static final int UNITS = 5_000;
  private static final int DIGITS = 60_000;

  private Stages() {}

  /** A part of the work. */
  @FunctionalInterface
  interface Stage {
    void run();
  }

  public static void main(String[] arguments) {
    DigitSet train = Mnist.load().train();
    try (Workers workers = new Workers()) {
      int cores = Runtime.getRuntime().availableProcessors();
      System.out.printf(
          Locale.ROOT,
          "%s, kernels: %s; Java %s, %d threads%n%n| stage | time | speed, share of the limit |%n|---|---|---|%n",
          Contest.openBlas(),
          System.getenv().getOrDefault("OPENBLAS_CORETYPE", "as OpenBLAS chooses"),
          System.getProperty("java.version"),
          cores);
      double limit = limit(workers, cores);
      gram(workers, limit);
      factor(workers, limit);
      features(train, workers, limit);
    }
    logistic(train);
    predict(train);
  }

  private static double limit(Workers workers, int cores) {
    List<FloatMatrix> squares = new ArrayList<>();
    for (int i = 0; i < 3 * cores; i++) {
      squares.add(random(SQUARE, SQUARE));
    }
    double seconds =
        best(
            5,
            () ->
                workers.forEach(
                    cores,
                    i ->
                        Product.withTransposed(
                            squares.get(3 * i), squares.get(3 * i + 1), squares.get(3 * i + 2))));
    double limit = 2.0 * SQUARE * SQUARE * SQUARE * cores / seconds / 1e9;
    row("the limit: one float32 product of 2048 x 2048 x 2048 on each core", seconds, limit, limit);
    return limit;
  }

  private static void gram(Workers workers, double limit) {
    FloatMatrix block = random(SQUARE, UNITS);
    SymmetricMatrix gram = new SymmetricMatrix(UNITS);
    double seconds = best(8, () -> gram.addGram(block, workers, 0)) * DIGITS / SQUARE;
    row("Gram matrix of 5,000 units", seconds, 1.0 * DIGITS * UNITS * UNITS / seconds / 1e9, limit);
  }

  private static void factor(Workers workers, double limit) {
    SymmetricMatrix matrix = SymmetricMatrix.gram(random(SQUARE, UNITS), workers);
    matrix.addDiagonal(UNITS, 10);
    long start = System.nanoTime();
    Cholesky.of(matrix, workers);
    double seconds = (System.nanoTime() - start) / 1e9;
    double speed = Math.pow(UNITS, 3) / 3 / seconds / 1e9;
    row("Cholesky factor of 5,000, float64, whose limit is half", seconds, speed, limit / 2);
  }

  private static void features(DigitSet train, Workers workers, double limit) {
    Sample pixels = Sample.of(train.head(10_000), workers);
    long start = System.nanoTime();
    FeatureMap upright = new Deskew(5);
    FeatureMap gradients = new Hog().concat(new Hog(7));
    Sample seen = gradients.map(upright.map(pixels));
    double mapped = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    FeatureMap components = new Pca(200).fit(seen, 1);
    double fitted = (System.nanoTime() - start) / 1e9;
    Sample few = components.map(seen);
    FeatureMap units = new RandomUnits(UNITS).fit(few, 1);
    FeatureMap standard = units.andThen(new Standardize().fit(units.map(few), 1));
    stage("upright digits of one width", upright, pixels, 0, limit);
    stage("gradients on top", gradients, upright.map(pixels), 0, limit);
    stage("200 components on top", components, seen, 2.0 * 1620 * 200, limit);
    stage("5,000 units on top, standardized", standard, few, 2.0 * 200 * UNITS, limit);
    row("components fitted on 10,000 digits, cold", fitted, 0, limit);
    row("those digits mapped to gradients, cold", mapped, 0, limit);
  }

  /** The time for all training digits, with the results in memory that is already in use. */
  private static void stage(String name, FeatureMap map, Sample sample, double work, double limit) {
    FloatMatrix in = sample.rows();
    FloatMatrix out = new FloatMatrix(in.rows(), map.size());
    PairWork part = (first, count) -> map.map(in.rows(first, count), out.rows(first, count));
    Stage all = () -> sample.workers().forEachSlice(in.rows(), FeatureMap.BLOCK, part);
    double seconds = best(6, all) * DIGITS / in.rows();
    row(name, seconds, work * DIGITS / seconds / 1e9, limit);
  }

  /** Three trainings; the shortest time between two reports of the last is that of a pass. */
  private static void logistic(DigitSet train) {
    double[] pass = {Double.POSITIVE_INFINITY};
    for (int i = 0; i < 3; i++) {
      long[] last = {System.nanoTime()};
      Trainer.logistic()
          .train(
              train,
              progress -> {
                long now = System.nanoTime();
                boolean whole = progress.stage().equals("steps") && progress.done() > 1;
                pass[0] = Math.min(pass[0], whole ? (now - last[0]) / 1e9 : pass[0]);
                last[0] = now;
              });
    }
    row("one pass of ten logistic fits", pass[0], 4.0 * DIGITS * 785 * 10 / pass[0] / 1e9, 0);
  }

  private static void predict(DigitSet train) {
    answers("answers on pixels", Trainer.logistic(), train);
    answers("answers on gradients", Trainer.features(), train);
    answers("answers on 5,000 units", Trainer.best(), train);
  }

  private static void answers(String name, Trainer trainer, DigitSet train) {
    DigitClassifier model = trainer.digits(6_000).train(train);
    DigitSet some = train.head(20_000);
    row(name, best(12, () -> model.predict(some)) * DIGITS / some.size(), 0, 0);
  }

  private static double best(int times, Stage stage) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      stage.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static FloatMatrix random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(rows + columns);
    FloatMatrix matrix = new FloatMatrix(rows, columns);
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) (random.nextDouble() - 0.5);
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }

  private static void row(String name, double seconds, double speed, double limit) {
    String shown = speed == 0 ? "" : String.format(Locale.ROOT, "%.0f GFLOP/s", speed);
    String share = speed == 0 || limit == 0 ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * speed / limit);
    System.out.printf(Locale.ROOT, "| %s | %.3f s | %s%s |%n", name, seconds, shown, share);
  }
}
