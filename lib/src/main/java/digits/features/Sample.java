package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;

/**
 * Some training digits on which features are fitted.
 *
 * @param rows one a digit, as the stage before makes them
 * @param labels one a digit, 0 to 9
 * @param workers threads to share
 */
public record Sample(FloatMatrix rows, byte[] labels, Workers workers) {

  /** Digits that one thread maps at a time. */
  private static final int BLOCK = 128;

  /**
   * The pixels of digits, each scaled to [0, 1].
   *
   * @param digits any set
   * @param workers threads to share
   * @return a sample with 784 columns
   */
  public static Sample of(DigitSet digits, Workers workers) {
    FloatMatrix rows = new FloatMatrix(digits.size(), Digit.PIXELS);
    byte[] labels = new byte[digits.size()];
    float[] row = new float[Digit.PIXELS];
    for (int i = 0; i < labels.length; i++) {
      digits.copyIntensities(i, row);
      rows.setRow(i, row);
      labels[i] = (byte) digits.label(i);
    }
    return new Sample(rows, labels, workers);
  }

  /**
   * The same digits one stage on.
   *
   * @param map what to make of them
   * @return a sample with as many columns as the map makes
   */
  public Sample through(FeatureMap map) {
    FloatMatrix mapped = new FloatMatrix(rows.rows(), map.size());
    workers.forEachSlice(
        rows.rows(),
        BLOCK,
        (first, count) -> map.map(rows.rows(first, count), mapped.rows(first, count)));
    return new Sample(mapped, labels, workers);
  }
}
