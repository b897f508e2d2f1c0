package digits.evaluate;

import java.util.Arrays;
import java.util.Locale;

/**
 * The logistic function of a score, moved and stretched: 1 / (1 + exp(a score + b)).
 *
 * <p>J. Platt: Probabilistic outputs for support vector machines. Advances in Large Margin
 * Classifiers, 1999. Fitted by Newton's method as in H.-T. Lin, C.-J. Lin, R. Weng: A note on
 * Platt's probabilistic outputs for support vector machines. Machine Learning 68, 2007.
 *
 * @param a below 0 where a larger score means yes; -1 leaves a logistic classifier as it is
 * @param b where 0 leaves it as it is
 */
public record PlattCalibration(double a, double b) implements Calibration {

  private static final int STEPS = 100;

  /** A step this small changes nothing. */
  private static final double SMALLEST_STEP = 1e-12;

  /** Keeps the Hessian positive where all scores are equal. */
  private static final double RIDGE = 1e-12;

  static PlattCalibration fit(Scores heldOut) {
    heldOut.requireBoth("Platt's calibration");
    double mean = Arrays.stream(heldOut.values()).average().orElseThrow();
    double variance =
        Arrays.stream(heldOut.values()).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double scale = variance == 0 ? 1 : Math.sqrt(variance);
    // Scores of mean 0 and deviation 1 make the two directions alike.
    PlattCalibration fitted = minimize(heldOut.map(score -> (score - mean) / scale));
    return new PlattCalibration(fitted.a / scale, fitted.b - fitted.a * mean / scale);
  }

  private static PlattCalibration minimize(Scores scores) {
    double yes = scores.positives();
    double no = scores.size() - yes;
    // Not quite 1 and 0: Platt's targets keep few digits from being believed too much.
    double high = (yes + 1) / (yes + 2);
    double low = 1 / (no + 2);
    PlattCalibration at = new PlattCalibration(0, Math.log((no + 1) / (yes + 1)));
    double size = 1;
    for (int step = 0; step < STEPS && size > SMALLEST_STEP; step++) {
      PlattCalibration direction = at.newton(scores, high, low);
      PlattCalibration next = at.descend(direction, scores, high, low);
      size = Math.abs(next.a - at.a) + Math.abs(next.b - at.b);
      at = next;
    }
    return at;
  }

  /** Newton's step from here. */
  private PlattCalibration newton(Scores scores, double high, double low) {
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
    return new PlattCalibration(
        (bendAb * slopeB - bendB * slopeA) / determinant,
        (bendAb * slopeA - bendA * slopeB) / determinant);
  }

  /** The step, or the largest of its halves, quarters and so on that does not lead uphill. */
  private PlattCalibration descend(
      PlattCalibration direction, Scores scores, double high, double low) {
    double here = loss(scores, high, low);
    double rounding = 1e-12 * Math.abs(here);
    for (double share = 1; share > SMALLEST_STEP; share /= 2) {
      PlattCalibration next =
          new PlattCalibration(a + share * direction.a, b + share * direction.b);
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

  @Override
  public double probability(double score) {
    return 1 / (1 + Math.exp(a * score + b));
  }

  /** The formula with its numbers. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "1 / (1 + exp(%.4f score %+.4f))", a, b);
  }
}
