package digits.learn;

import digits.linalg.Cholesky;
import digits.linalg.FloatMatrix;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import java.util.List;
import java.util.Map;

/**
 * Trains yes/no classifiers, one for each requested digit. A learner only holds hyper-parameters,
 * so that it can be used many times.
 */
public sealed interface Learner permits LinearLearner, Ridge, SmileLearner {

  /** A short name, such as "logistic". */
  String name();

  /** The hyper-parameters: values by name. */
  Map<String, String> options();

  /**
   * Trains one classifier for each requested digit.
   *
   * @param wanted the digits to detect, ascending
   * @return one classifier per digit, in the order of {@code wanted}
   */
  List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener);

  /**
   * Loads OpenBLAS in the background and solves a small problem with it, so that the first training
   * finds its classes and libraries loaded.
   */
  static void prepare() {
    Thread thread = new Thread(Learner::solveSmallProblem, "digits-prepare");
    thread.setDaemon(true);
    // What keeps it from loading is reported by the training that needs it.
    thread.setUncaughtExceptionHandler((itself, failure) -> {});
    thread.start();
  }

  private static void solveSmallProblem() {
    int size = 500; // More than a tile, so that every routine is called.
    try (Workers workers = new Workers()) {
      SymmetricMatrix gram = SymmetricMatrix.gram(new FloatMatrix(1, size), workers);
      gram.addDiagonal(size, 1);
      Cholesky.of(gram, workers).solve(new double[size]);
    }
  }
}
