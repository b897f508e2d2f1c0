package digits.features;

import digits.data.Digit;
import digits.data.DigitSet;

/** The 784 pixels themselves, each scaled to [0, 1], row-major from the top left. */
public record Pixels() implements FeatureMap {

  /** What it is called. */
  public static final String NAME = "pixels";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int size() {
    return Digit.PIXELS;
  }

  @Override
  public void map(DigitSet digits, int place, float[] out, int at) {
    digits.copyPixels(place, 1 / 255f, out, at);
  }
}
