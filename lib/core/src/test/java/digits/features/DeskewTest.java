package digits.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Mnist;
import org.junit.jupiter.api.Test;

/** Straightened digits, checked by their moments. */
class DeskewTest {

  private final FeatureMap deskew = new Deskew();

  @Test
  void realDigitsStandUprightInTheMiddle() {
    DigitSet digits = Mnist.load().test().head(500);
    int leaning = 0;
    for (Digit digit : digits) {
      Moments before = Moments.of(digit.intensities());
      Moments after = Moments.of(deskew.map(digit));
      assertThat(after.centreX()).as("%s", digit).isCloseTo(13.5, within(0.2));
      assertThat(after.centreY()).as("%s", digit).isCloseTo(13.5, within(0.2));
      assertThat(Math.abs(after.slant())).as("%s", digit).isLessThan(0.06);
      leaning += Math.abs(before.slant()) > 0.06 ? 1 : 0;
    }
    assertThat(leaning).as("digits that leaned before").isGreaterThan(300);
  }

  @Test
  void realDigitsAreBroughtToOneWidth() {
    FeatureMap wide = new Deskew(5);
    for (Digit digit : Mnist.load().test().head(500)) {
      Moments upright = Moments.of(deskew.map(digit));
      Moments after = Moments.of(wide.map(digit));
      assertThat(after.centreX()).as("%s", digit).isCloseTo(13.5, within(0.3));
      // A factor of 2.5 is the most, and what grows beyond the picture is cut.
      double expected = Math.min(5, 2.5 * upright.width());
      assertThat(after.width()).as("%s", digit).isCloseTo(expected, within(0.3));
    }
  }

  @Test
  void paperStaysPaper() {
    assertThat(deskew.map(Digit.of(new byte[Digit.PIXELS], 0))).containsOnly(0);
  }

  /** The moments of a picture, summed in float64. */
  private record Moments(double centreX, double centreY, double slant, double width) {

    static Moments of(float[] pixels) {
      double ink = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < pixels.length; i++) {
        ink += pixels[i];
        x += (double) pixels[i] * (i % Digit.SIDE);
        y += (double) pixels[i] * (i / Digit.SIDE);
      }
      x /= ink;
      y /= ink;
      double xy = 0;
      double yy = 0;
      double xx = 0;
      for (int i = 0; i < pixels.length; i++) {
        xy += pixels[i] * (i % Digit.SIDE - x) * (i / Digit.SIDE - y);
        xx += pixels[i] * (i % Digit.SIDE - x) * (i % Digit.SIDE - x);
        yy += pixels[i] * (i / Digit.SIDE - y) * (i / Digit.SIDE - y);
      }
      return new Moments(x, y, xy / yy, Math.sqrt(xx / ink));
    }
  }
}
