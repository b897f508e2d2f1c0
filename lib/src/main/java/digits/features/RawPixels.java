package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;

/**
 * The 784 pixels as they are in the file, 0 to 255, as the Python original takes them: to see what
 * scaling is good for. A model on these cannot be saved.
 */
public record RawPixels() implements FeatureMap {

  @Override
  public String name() {
    return "raw pixels";
  }

  @Override
  public int size() {
    return Digit.PIXELS;
  }

  @Override
  public void map(DigitSet digits, int place, float[] out, int at) {
    digits.copyPixels(place, 1, out, at);
  }
}
