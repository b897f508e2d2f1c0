package digits.evaluate;

/**
 * Turns a classifier's score into a probability that is meant as said: of the pictures that get 70
 * %, seven in ten are the digit. Fit it on digits that the classifier was not trained on, and judge
 * it on others again, by {@link Reliability}.
 *
 * <p>B. Zadrozny, C. Elkan: Transforming classifier scores into accurate multiclass probability
 * estimates. KDD 2002.
 */
public sealed interface Calibration permits PlattCalibration, IsotonicCalibration {

  /**
   * No calibration: the logistic function of the margin, as the classifiers have it.
   *
   * @return what to compare with
   */
  static Calibration none() {
    return new PlattCalibration(-1, 0);
  }

  /**
   * Platt's calibration: the logistic function, moved and stretched. Two numbers, so few digits are
   * enough.
   *
   * @param heldOut margins of digits that the classifier was not trained on
   * @return the fitted calibration
   * @throws IllegalArgumentException if all pictures are the digit, or none is
   */
  static PlattCalibration platt(Scores heldOut) {
    return PlattCalibration.fit(heldOut);
  }

  /**
   * Isotonic calibration: any function that never falls. It bends to the data, so it wants many
   * digits, a thousand or more.
   *
   * @param heldOut margins of digits that the classifier was not trained on
   * @return the fitted calibration
   * @throws IllegalArgumentException if all pictures are the digit, or none is
   */
  static IsotonicCalibration isotonic(Scores heldOut) {
    return IsotonicCalibration.fit(heldOut);
  }

  /**
   * The probability that a picture with this score is the digit.
   *
   * @param score the classifier's margin
   * @return 0 to 1, never falling as the score rises
   */
  double probability(double score);

  /**
   * The probabilities of many pictures.
   *
   * @param scores the classifier's margins
   * @return the same pictures with probabilities, 0 to 1
   */
  default Scores apply(Scores scores) {
    return scores.map(this::probability);
  }
}
