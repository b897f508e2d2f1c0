package digits.learn;

import digits.data.DigitSet;
import digits.data.HeldOut;
import digits.features.Augmentation;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;
import digits.model.LinearClassifier;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The errors of {@link Ridge} with each of several penalties on held-out training digits, which is
 * how to choose a penalty. One pass over the training digits serves all penalties.
 *
 * @param points one per penalty, in the order given
 */
public record RidgePath(List<Point> points) {

  private static final int SLICE = 256;

  public RidgePath {
    points = List.copyOf(points);
  }

  /**
   * One penalty and its errors.
   *
   * @param penalty of the squared weights
   * @param trainingError share of errors by arg max on as many training digits as are held out
   * @param heldOutError share of errors by arg max on the held-out digits
   */
  public record Point(double penalty, double trainingError, double heldOutError) {}

  /**
   * Tries penalties on the features of a trainer.
   *
   * @param trainer its features, digits, copies and seed are used; its learner is not
   * @param training the last sixth of these digits is held out
   * @param penalties one or more, each above 0
   * @throws IllegalArgumentException if there are no penalties or one is not above 0, if one is too
   *     small for a unique solution, or if there are fewer than 6 digits
   * @throws CancellationException if the thread is interrupted
   */
  public static RidgePath of(
      Trainer trainer, DigitSet training, ProgressListener listener, double... penalties) {
    if (penalties.length == 0) {
      throw new IllegalArgumentException("at least one penalty is required");
    }
    // Rejects a penalty out of range before the pass over the digits.
    List<Ridge> learners = Arrays.stream(penalties).mapToObj(Ridge::new).toList();
    DigitSet used = trainer.used(training);
    HeldOut parts = HeldOut.of(used);
    int judgedToo = parts.heldOut().size();
    try (Workers workers = new Workers()) {
      TrainingData data =
          TrainingData.of(
              parts.training(), trainer.recipe(), trainer.augmentation(), trainer.seed(), workers);
      TrainingData judged =
          TrainingData.of(parts.heldOut(), data.map(), Augmentation.NONE, trainer.seed(), workers);
      TrainingData same =
          TrainingData.of(
              parts.training().head(judgedToo),
              data.map(),
              Augmentation.NONE,
              trainer.seed(),
              workers);
      SufficientStatistics statistics = Ridge.statistics(data, workers, listener);
      int[] wanted = IntStream.range(0, 10).toArray();
      List<Point> points = new ArrayList<>();
      for (Ridge learner : learners) {
        double penalty = learner.penalty();
        List<LinearClassifier> ten = statistics.solve(penalty, wanted, data.map(), workers);
        points.add(new Point(penalty, error(ten, same, workers), error(ten, judged, workers)));
      }
      return new RidgePath(points);
    }
  }

  /** The share of errors by arg max on some digits, whose features are mapped once. */
  private static double error(List<LinearClassifier> ten, TrainingData digits, Workers workers) {
    AtomicInteger wrong = new AtomicInteger();
    FloatMatrix features = digits.features();
    int[] classes = ten.stream().mapToInt(LinearClassifier::digit).toArray();
    workers.forEachSlice(
        digits.rows(),
        SLICE,
        (first, count) -> {
          float[] row = new float[digits.map().size()];
          for (int i = first; i < first + count; i++) {
            features.getRow(i, row);
            double[] margins = ten.stream().mapToDouble(c -> c.margin(row)).toArray();
            if (!new Prediction(digits.digit(i), classes, margins).correct()) {
              wrong.incrementAndGet();
            }
          }
        });
    return wrong.doubleValue() / digits.rows();
  }

  /** The penalty with the smallest error on the held-out digits; of several, the largest. */
  public Point best() {
    return points.stream()
        .min(
            Comparator.comparingDouble(Point::heldOutError)
                .thenComparing(Comparator.comparingDouble(Point::penalty).reversed()))
        .orElseThrow();
  }
}
