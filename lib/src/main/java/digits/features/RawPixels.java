package digits.features;

import digits.data.Digit;
import digits.linalg.FloatMatrix;

/**
 * The 784 pixels as they are in the file, 0 to 255, as in the Python original: they show what
 * scaling is good for. A model trained on them cannot be saved.
 */
public record RawPixels() implements FeatureMap {

  @Override
  public String name() {
    return "raw pixels";
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
    RowMap.map(
        in,
        out,
        (pixels, row) -> {
          for (int i = 0; i < row.length; i++) {
            row[i] = Math.round(pixels[i] * 255);
          }
        });
  }
}
