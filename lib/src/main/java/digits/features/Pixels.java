package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;

/** The 784 pixels themselves, each scaled to [0, 1], row-major from the top left. */
public record Pixels() implements FeatureMap {

  public static final String NAME = "pixels";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int inputs() {
    return Digit.PIXELS;
  }

  @Override
  public int size() {
    return Digit.PIXELS;
  }

  @Override
  public void map(FloatMatrix in, FloatMatrix out) {
    RowMap.map(in, out, (pixels, row) -> System.arraycopy(pixels, 0, row, 0, row.length));
  }
}
