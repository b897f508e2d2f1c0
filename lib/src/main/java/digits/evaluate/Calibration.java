package digits.evaluate;

import java.util.Arrays;

/**
 * Turns a classifier's score into a probability that can be taken at face value: of the pictures
 * with 70 %, seven in ten are the digit. It is the logistic function, shifted and scaled: 1 / (1 +
 * exp(a score + b)). Fit it on digits that the classifier was not trained on, and judge it with
 * {@link Reliability} on yet other digits.
 *
 * <p>J. Platt: Probabilistic outputs for support vector machines. Advances in Large Margin
 * Classifiers, 1999. Fitted by Newton's method as in H.-T. Lin, C.-J. Lin, R. Weng: A note on
 * Platt's probabilistic outputs for support vector machines. Machine Learning 68, 2007.
 *
 * @param a below 0 if a larger score means yes; -1 in the plain logistic function
 * @param b 0 in the plain logistic function
 */
public record Calibration(double a, double b) {

  private static final int STEPS = 100;

  /** Newton's method ends with a step smaller than this. */
  private static final double SMALLEST_STEP = 1e-12;

  /** Keeps the Hessian positive definite when all scores are equal. */
  private static final double RIDGE = 1e-12;

  /** The plain logistic function of the margin, for comparison. */
  public static Calibration none() {
    return new Calibration(-1, 0);
  }

  /**
   * Fits Platt's calibration. Since it has only two parameters, a few hundred digits are enough.
   *
   * @param heldOut margins of digits that the classifier was not trained on
   * @throws IllegalArgumentException if all pictures are the digit, or none is
   */
  public static Calibration platt(Scores heldOut) {
    heldOut.requireBoth("Platt's calibration");
    double mean = Arrays.stream(heldOut.values()).average().orElseThrow();
    double variance =
        Arrays.stream(heldOut.values()).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double scale = variance == 0 ? 1 : Math.sqrt(variance);
    // With mean 0 and standard deviation 1, both parameters have the same scale.
    Calibration fitted = minimize(heldOut.map(score -> (score - mean) / scale));
    return new Calibration(fitted.a / scale, fitted.b - fitted.a * mean / scale);
  }

  private static Calibration minimize(Scores scores) {
    double yes = scores.positives();
    double no = scores.size() - yes;
    // Not quite 1 and 0: Platt's targets avoid overconfidence when there are few digits.
    double high = (yes + 1) / (yes + 2);
    double low = 1 / (no + 2);
    Calibration at = new Calibration(0, Math.log((no + 1) / (yes + 1)));
    double size = 1;
    for (int step = 0; step < STEPS && size > SMALLEST_STEP; step++) {
      Calibration direction = at.newton(scores, high, low);
      Calibration next = at.descend(direction, scores, high, low);
      size = Math.abs(next.a - at.a) + Math.abs(next.b - at.b);
      at = next;
    }
    return at;
  }

  /** The Newton step from here. */
  private Calibration newton(Scores scores, double high, double low) {
    double slopeA = 0;
    double slopeB = 0;
    double bendA = RIDGE;
    double bendB = RIDGE;
    double bendAb = 0;
    for (int i = 0; i < scores.size(); i++) {
      double score = scores.value(i);
      double p = probability(score);
      double slope = (scores.truth(i) ? high : low) - p;
      double bend = p * (1 - p);
      slopeA += slope * score;
      slopeB += slope;
      bendA += bend * score * score;
      bendAb += bend * score;
      bendB += bend;
    }
    double determinant = bendA * bendB - bendAb * bendAb;
    return new Calibration(
        (bendAb * slopeB - bendB * slopeA) / determinant,
        (bendAb * slopeA - bendA * slopeB) / determinant);
  }

  /** Takes the step, or its largest half, quarter and so on that does not increase the loss. */
  private Calibration descend(Calibration direction, Scores scores, double high, double low) {
    double here = loss(scores, high, low);
    double rounding = 1e-12 * Math.abs(here);
    for (double share = 1; share > SMALLEST_STEP; share /= 2) {
      Calibration next = new Calibration(a + share * direction.a, b + share * direction.b);
      if (next.loss(scores, high, low) <= here + rounding) {
        return next;
      }
    }
    return this;
  }

  private double loss(Scores scores, double high, double low) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double z = a * scores.value(i) + b;
      double softplus = Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
      sum += (scores.truth(i) ? high : low) * z + softplus;
    }
    return sum;
  }

  /** The probability, 0 to 1, that a picture with this score is the digit. */
  public double probability(double score) {
    return 1 / (1 + Math.exp(a * score + b));
  }

  /** The same pictures with probabilities instead of scores. */
  public Scores apply(Scores scores) {
    return scores.map(this::probability);
  }
}
