package digits.learn;

import digits.data.Message;
import digits.features.FeatureMap;
import digits.linalg.Memory;
import digits.linalg.Workers;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import smile.classification.Classifier;
import smile.classification.LogisticRegression;

/**
 * Any of Smile's binary classifiers on rows of numbers, one digit at a time: the digit is +1, any
 * other is -1.
 *
 * <p>The margin is the log-odds of the posterior where the classifier has one (finite: the
 * posterior is kept 1e-15 away from 0 and 1), else its score, which is the decision function of a
 * support vector machine. Classifiers that have neither only say yes or no: their margins are +1
 * and -1, and of several that say yes the lowest digit wins. Such are FLD, RBFNetwork, and SVM
 * unless it is given a kernel ({@code new LinearKernel()} will do).
 *
 * <p>Simple, and slow where Smile is: the rows are copied to float64, and each digit starts afresh.
 * An interrupt is heard between two digits only: Smile itself cannot be stopped. Only its logistic
 * regression can be saved.
 *
 * @param name what to call it
 * @param options its hyper-parameters, to be kept with the model
 * @param fit trains one classifier
 */
public record SmileLearner(String name, Map<String, String> options, SmileFit fit)
    implements Learner {

  public SmileLearner {
    options = Map.copyOf(options);
  }

  /** Trains one of Smile's classifiers. */
  @FunctionalInterface
  public interface SmileFit {

    /**
     * Trains one classifier.
     *
     * @param x the training digits, one row each
     * @param y +1 for the digit, -1 for any other
     */
    Classifier<double[]> fit(double[][] x, int[] y);
  }

  /** Trains a classifier of one's own. */
  @FunctionalInterface
  public interface MarginFit {

    /** From training digits and answers, as for {@link SmileFit}, to the margin of a row. */
    ToDoubleFunction<double[]> fit(double[][] x, int[] y);
  }

  /** A learner of one's own, which needs no more than a function. */
  public static SmileLearner ofMargins(String name, MarginFit fit) {
    return of(name, (x, y) -> new Margins(fit.fit(x, y)));
  }

  private record Margins(ToDoubleFunction<double[]> margin) implements Classifier<double[]> {

    @Override
    public int numClasses() {
      return 2;
    }

    @Override
    public int[] classes() {
      return new int[] {-1, 1};
    }

    @Override
    public double score(double[] row) {
      return margin.applyAsDouble(row);
    }

    @Override
    public int predict(double[] row) {
      return score(row) > 0 ? 1 : -1;
    }
  }

  /** A learner without hyper-parameters to keep. */
  public static SmileLearner of(String name, SmileFit fit) {
    return new SmileLearner(name, Map.of(), fit);
  }

  /**
   * Smile's own logistic regression, the worked example: the same problem that {@link Logistic}
   * solves for all digits at once.
   *
   * @param penalty of the squared weights, 0 or more
   * @param tolerance of Smile's optimiser, above 0
   * @param iterations at most so many, 1 or more
   */
  public static SmileLearner logistic(double penalty, double tolerance, int iterations) {
    return new SmileLearner(
        "smile-logistic",
        Map.of(
            "penalty", String.valueOf(penalty),
            "tolerance", String.valueOf(tolerance),
            "iterations", String.valueOf(iterations)),
        (x, y) -> LogisticRegression.binomial(x, y, penalty, tolerance, iterations));
  }

  @Override
  public List<BinaryClassifier> fit(
      TrainingData data, int[] wanted, Workers workers, ProgressListener listener) {
    double[][] x = rows(data);
    byte[] labels = data.labels(1);
    List<BinaryClassifier> classifiers = new ArrayList<>();
    for (int digit : wanted) {
      Workers.stopIfInterrupted();
      listener.report(new Progress(name, classifiers.size(), wanted.length, Double.NaN));
      int[] y = new int[x.length];
      Arrays.setAll(y, place -> labels[place] == digit ? 1 : -1);
      classifiers.add(classifier(digit, data.map(), fitted(x, y), x[0]));
    }
    listener.report(new Progress(name, wanted.length, wanted.length, Double.NaN));
    return classifiers;
  }

  private static double[][] rows(TrainingData data) {
    int size = data.map().size();
    String what = Message.of("a copy of %,d x %,d numbers for Smile", data.rows(), size);
    double[][] x = Memory.inside(data.rows(), size, what);
    data.prepare();
    float[] row = new float[size];
    for (int i = 0; i < x.length; i++) {
      data.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        x[i][j] = row[j];
      }
    }
    return x;
  }

  private Classifier<double[]> fitted(double[][] x, int[] y) {
    try {
      return fit.fit(x, y);
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      // MLP, QDA and RDA take labels from 0 on only, and look -1 up in vain.
      return fit.fit(x, Arrays.stream(y).map(label -> Math.max(label, 0)).toArray());
    }
  }

  private BinaryClassifier classifier(
      int digit, FeatureMap features, Classifier<double[]> fitted, double[] row) {
    if (fitted instanceof LogisticRegression.Binomial binomial) {
      double[] w = binomial.coefficients();
      double[] weights = Arrays.copyOf(w, w.length - 1);
      return new LinearClassifier(digit, features, weights, w[weights.length]);
    }
    return new Wrapped(name, digit, features, margin(fitted, row));
  }

  /** Smile tells whether there is a posterior, but not whether there is a score. */
  private static ToDoubleFunction<double[]> margin(Classifier<double[]> classifier, double[] row) {
    if (classifier.soft()) {
      return x -> logOdds(classifier, x);
    }
    try {
      classifier.score(row);
      return classifier::score;
    } catch (UnsupportedOperationException e) {
      return x -> classifier.predict(x) > 0 ? 1 : -1;
    }
  }

  private static double logOdds(Classifier<double[]> classifier, double[] x) {
    double[] posteriori = new double[2];
    classifier.predict(x, posteriori);
    double yes = Math.min(Math.max(posteriori[1], 1e-15), 1 - 1e-15);
    return Math.log(yes / (1 - yes));
  }

  private record Wrapped(
      String name, int digit, FeatureMap features, ToDoubleFunction<double[]> function)
      implements BinaryClassifier {

    @Override
    public double margin(float[] row) {
      double[] numbers = new double[row.length];
      Arrays.setAll(numbers, i -> row[i]);
      double value = function.applyAsDouble(numbers);
      if (Double.isNaN(value)) {
        throw new IllegalStateException(
            name + " gives no number for digit " + digit + " (NaN): try other features for it");
      }
      return value;
    }
  }
}
