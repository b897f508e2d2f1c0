package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;

/**
 * Turns a digit into the row of numbers that a classifier sees. Immutable, so that many threads can
 * share one.
 */
public interface FeatureMap {

  /**
   * What it is called, also inside a saved model.
   *
   * @return the name, such as "pixels"
   */
  String name();

  /**
   * How many numbers it makes of one digit.
   *
   * @return the length of a row
   */
  int size();

  /**
   * Maps one digit of a set.
   *
   * @param digits the set
   * @param place which of its digits, from 0
   * @param out where to write {@link #size()} numbers
   * @param at the first place in {@code out}
   */
  void map(DigitSet digits, int place, float[] out, int at);

  /**
   * Maps one digit.
   *
   * @param digit any digit
   * @return {@link #size()} numbers
   */
  default float[] map(Digit digit) {
    float[] row = new float[size()];
    byte label = (byte) Math.max(0, digit.label());
    map(DigitSet.of("one digit", digit.pixels(), new byte[] {label}), 0, row, 0);
    return row;
  }
}
