package digits.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import digits.data.Digit;
import digits.data.Mnist;
import org.junit.jupiter.api.Test;

/** Warped copies: where the ink ends up. */
class AugmentationTest {

  private final float[] digit = Mnist.load().train().get(7).intensities();

  @Test
  void withoutAnyWarpTheCopyIsTheDigit() {
    assertThat(new Augmentation(1, 0, 0, 0, 0, 4).warp(digit, 1)).containsExactly(digit);
  }

  @Test
  void aShiftMovesTheCentre() {
    Augmentation shift = new Augmentation(1, 3, 0, 0, 0, 4);
    double most = 0;
    for (long seed = 0; seed < 50; seed++) {
      double[] before = centre(digit);
      double[] after = centre(shift.warp(digit, seed));
      assertThat(after[2]).as("ink").isCloseTo(before[2], within(0.5));
      assertThat(Math.abs(after[0] - before[0])).isLessThan(3.01);
      most = Math.max(most, Math.abs(after[0] - before[0]));
    }
    assertThat(most).isGreaterThan(2);
  }

  @Test
  void aRotationTurnsAroundTheMiddle() {
    float[] bar = new float[Digit.PIXELS];
    for (int y = 4; y < 24; y++) {
      bar[y * Digit.SIDE + 13] = 1;
      bar[y * Digit.SIDE + 14] = 1;
    }
    Augmentation turn = new Augmentation(1, 0, 0.3, 0, 0, 4);
    double most = 0;
    for (long seed = 0; seed < 50; seed++) {
      float[] warped = turn.warp(bar, seed);
      double[] centre = centre(warped);
      assertThat(centre[0]).isCloseTo(13.5, within(0.1));
      double angle = Math.abs(lean(warped, centre));
      assertThat(angle).isLessThan(0.32);
      most = Math.max(most, angle);
    }
    assertThat(most).isGreaterThan(0.2);
  }

  @Test
  void aScaleChangesTheInk() {
    Augmentation scale = new Augmentation(1, 0, 0, 0.2, 0, 4);
    double least = 1e9;
    double most = 0;
    for (long seed = 0; seed < 50; seed++) {
      double share = centre(scale.warp(digit, seed))[2] / centre(digit)[2];
      assertThat(share).isBetween(0.8 * 0.8 - 0.05, 1.2 * 1.2 + 0.05);
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    assertThat(least).isLessThan(0.8);
    assertThat(most).isGreaterThan(1.2);
  }

  @Test
  void rubberBendsALittleAndTheSameForTheSameSeed() {
    Augmentation rubber = new Augmentation(1, 0, 0, 0, 10, 4);
    float[] one = rubber.warp(digit, 5);
    assertThat(rubber.warp(digit, 5)).containsExactly(one);
    assertThat(rubber.warp(digit, 6)).isNotEqualTo(one);
    double moved = 0;
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isBetween(0f, 1.0001f);
      moved += Math.abs(one[i] - digit[i]);
    }
    double ink = centre(digit)[2];
    assertThat(moved).isBetween(0.02 * ink, 1.2 * ink);
    assertThat(centre(one)[2]).isCloseTo(ink, within(0.3 * ink));
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Augmentation(-1)).hasMessage("copies must be 0 to 1,000, not -1");
    assertThatThrownBy(() -> new Augmentation(Integer.MAX_VALUE))
        .hasMessage("copies must be 0 to 1,000, not 2,147,483,647");
    assertThatThrownBy(() -> new Augmentation(1, 0, 4, 0, 0, 4))
        .hasMessage("rotation must be 0.0 to 3.2, not 4.0");
    assertThatThrownBy(() -> new Augmentation(1, Double.NaN, 0, 0, 0, 4))
        .hasMessage("shift must be 0.0 to 10.0, not NaN");
  }

  /** Column, row and ink. */
  private static double[] centre(float[] pixels) {
    double[] sums = new double[3];
    for (int i = 0; i < pixels.length; i++) {
      sums[0] += (double) pixels[i] * (i % Digit.SIDE);
      sums[1] += (double) pixels[i] * (i / Digit.SIDE);
      sums[2] += pixels[i];
    }
    return new double[] {sums[0] / sums[2], sums[1] / sums[2], sums[2]};
  }

  /** The angle between the longer axis and the vertical. */
  private static double lean(float[] pixels, double[] centre) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < pixels.length; i++) {
      double x = i % Digit.SIDE - centre[0];
      double y = i / Digit.SIDE - centre[1];
      xx += pixels[i] * x * x;
      xy += pixels[i] * x * y;
      yy += pixels[i] * y * y;
    }
    return Math.atan2(2 * xy, yy - xx) / 2;
  }
}
