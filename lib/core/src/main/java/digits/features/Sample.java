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

  /** The pixels of digits, each scaled to [0, 1]: 784 columns. */
  public static Sample of(DigitSet digits, Workers workers) {
    FloatMatrix rows = new FloatMatrix(digits.size(), Digit.PIXELS);
    byte[] labels = new byte[digits.size()];
    float[] row = new float[Digit.PIXELS];
    for (int i = 0; i < labels.length; i++) {
      digits.get(i).copyIntensities(row);
      rows.setRow(i, row);
      labels[i] = (byte) digits.label(i);
    }
    return new Sample(rows, labels, workers);
  }
}
