package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.linalg.FloatMatrix;
import digits.linalg.Workers;

/**
 * Training digits on which features are fitted.
 *
 * @param rows one per digit, as the previous stage makes them
 * @param labels one per digit, 0 to 9
 * @param workers threads to use
 */
public record Sample(FloatMatrix rows, byte[] labels, Workers workers) {

  /** How many digits one thread maps at a time. */
  private static final int BLOCK = 128;

  /** The pixels of digits, each scaled to [0, 1]: 784 columns. */
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

  /** The same digits after another stage. */
  public Sample through(FeatureMap map) {
    FloatMatrix mapped = new FloatMatrix(rows.rows(), map.size());
    workers.forEachSlice(
        rows.rows(),
        BLOCK,
        (first, count) -> map.map(rows.rows(first, count), mapped.rows(first, count)));
    return new Sample(mapped, labels, workers);
  }
}
