package digits.evaluate;

import java.util.Locale;

/**
 * Where to put the threshold of a yes/no classifier, and what that gives.
 *
 * @param threshold the lowest score that says yes
 * @param precision of the yeses, the share that is right; 0 to 1
 * @param recall of the digit's pictures, the share that gets a yes; 0 to 1
 */
public record OperatingPoint(double threshold, double precision, double recall) {

  /** One line, such as {@code yes from 1.25 on: precision 90.00 %, recall 81.20 %}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "yes from %.4g on: precision %.2f %%, recall %.2f %%",
        threshold,
        100 * precision,
        100 * recall);
  }
}
