package digits.evaluate;

import java.util.Arrays;
import java.util.Locale;

/**
 * Turns a classifier's score into a probability that can be taken at its word: of the pictures that
 * get 70 %, seven in ten are the digit. It is the logistic function, moved and stretched: 1 / (1 +
 * exp(a score + b)). Fit it on digits that the classifier was not trained on, and judge it on
 * others again with {@link Reliability}.
 *
 * <p>J. Platt: Probabilistic outputs for support vector machines. Advances in Large Margin
 * Classifiers, 1999. Fitted by Newton's method as in H.-T. Lin, C.-J. Lin, R. Weng: A note on
 * Platt's probabilistic outputs for support vector machines. Machine Learning 68, 2007.
 *
 * @param a below 0 where a larger score means yes; -1 leaves a logistic classifier as it is
 * @param b where 0 leaves it as it is
 */
public record Calibration(double a, double b) {

  private static final int STEPS = 100;

  /** A step this small changes nothing. */
  private static final double SMALLEST_STEP = 1e-12;

  /** Keeps the Hessian positive where all scores are equal. */
  private static final double RIDGE = 1e-12;

  /** The logistic function of the margin as it is, to compare with. */
  public static Calibration none() {
    return new Calibration(-1, 0);
  }

  /**
   * Platt's calibration. Only two numbers are fitted, so a few hundred digits are enough.
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
    // Scores of mean 0 and deviation 1 make the two directions alike.
    Calibration fitted = minimize(heldOut.map(score -> (score - mean) / scale));
    return new Calibration(fitted.a / scale, fitted.b - fitted.a * mean / scale);
  }

  private static Calibration minimize(Scores scores) {
    double yes = scores.positives();
    double no = scores.size() - yes;
    // Not quite 1 and 0: Platt's targets keep few digits from being believed too much.
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

  /** Newton's step from here. */
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

  /** The step, or the largest of its halves, quarters and so on that does not lead uphill. */
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

  /** The same pictures with probabilities for scores. */
  public Scores apply(Scores scores) {
    return scores.map(this::probability);
  }

  /** The formula with its numbers. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "1 / (1 + exp(%.4f score %+.4f))", a, b);
  }
}
