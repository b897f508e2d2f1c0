package digits.evaluate;

import digits.model.BinaryClassifier;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import smile.classification.PlattScaling;

/**
 * Turns a classifier's score into a probability that can be taken at face value: of the pictures
 * with 70 %, seven in ten are the digit. It is the logistic function, shifted and scaled. Fit it on
 * digits that the classifier was not trained on, and judge it with {@link Reliability} on yet other
 * digits.
 *
 * <p>J. Platt: Probabilistic outputs for support vector machines. Advances in Large Margin
 * Classifiers, 1999. Smile fits it as in H.-T. Lin, C.-J. Lin, R. Weng: A note on Platt's
 * probabilistic outputs for support vector machines. Machine Learning 68, 2007.
 */
public final class Calibration {

  private final DoubleUnaryOperator function;

  private Calibration(DoubleUnaryOperator function) {
    this.function = function;
  }

  /** The plain logistic function of the margin, for comparison. */
  public static Calibration none() {
    return new Calibration(BinaryClassifier::sigmoid);
  }

  /**
   * Fits Platt's calibration. Since it has only two parameters, a few hundred digits are enough.
   *
   * @param heldOut margins of digits that the classifier was not trained on
   * @throws IllegalArgumentException if all pictures are the digit, or none is
   */
  public static Calibration platt(Scores heldOut) {
    heldOut.requireBoth("Platt's calibration");
    // With mean 0 and standard deviation 1, both parameters have the same scale.
    double mean = Arrays.stream(heldOut.values()).average().orElseThrow();
    double variance =
        Arrays.stream(heldOut.values()).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double scale = variance == 0 ? 1 : Math.sqrt(variance);
    DoubleUnaryOperator standardized = score -> (score - mean) / scale;
    PlattScaling fitted =
        PlattScaling.fit(
            heldOut.map(standardized).values(),
            IntStream.range(0, heldOut.size()).map(i -> heldOut.truth(i) ? 1 : -1).toArray());
    return new Calibration(score -> fitted.scale(standardized.applyAsDouble(score)));
  }

  /** The probability that a picture with this score is the digit, 0 to 1. */
  public double probability(double score) {
    return function.applyAsDouble(score);
  }

  /** The probabilities of many pictures. */
  public Scores apply(Scores scores) {
    return scores.map(function);
  }
}
