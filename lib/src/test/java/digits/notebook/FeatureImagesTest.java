package digits.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.features.Augmentation;
import digits.features.Hog;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureImagesTest {

  private static final int BESIDE = Sheet.PADDING + 8 * Digit.SIDE + 16;

  /** Ink in the columns from one to before another, on all rows. */
  private static Digit bar(int from, int to) {
    byte[] pixels = new byte[Digit.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      int column = i % Digit.SIDE;
      pixels[i] = (byte) (column >= from && column < to ? 255 : 0);
    }
    return Digit.of(pixels, 1);
  }

  private static int color(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xFFFFFF;
  }

  @Test
  void anEnlargedDigitHasItsInkWhereItWas() {
    BufferedImage picture = DigitImages.enlarged(bar(14, 15));
    assertThat(color(picture, Sheet.PADDING + 14 * 8, 100)).isEqualTo(0x1F2328);
    assertThat(color(picture, Sheet.PADDING + 14 * 8 - 1, 100)).isEqualTo(0xFFFFFF);
    assertThat(color(picture, Sheet.PADDING + 15 * 8, 100)).isEqualTo(0xFFFFFF);
    assertThat(picture.getRGB(0, 0)).as("a round corner").isZero();
  }

  @Test
  void aBarIsMovedToTheMiddle() {
    BufferedImage picture = DigitImages.upright(List.of(bar(0, 4)));
    int x = Sheet.PADDING + 52;
    int after = Sheet.PADDING + 84 + 8 + 42;
    assertThat(color(picture, x + 4, Sheet.PADDING + 42)).isEqualTo(0x1F2328);
    assertThat(color(picture, x + 4, after)).isEqualTo(0xFFFFFF);
    assertThat(color(picture, x + 42, after)).isEqualTo(0x1F2328);
    assertThat(picture.toString()).isEqualTo("before and after standing upright: 1");
  }

  @Test
  void strokesPointToWhereTheInkGrows() {
    BufferedImage picture = DigitImages.gradients(bar(14, 28), new Hog(14));
    int middle = Sheet.PADDING + 56;
    assertThat(color(picture, BESIDE + 56 + 20, middle)).isNotEqualTo(0xFFFFFF);
    assertThat(color(picture, BESIDE + 56 - 20, middle)).isEqualTo(0xFFFFFF);
    assertThat(picture.toString()).endsWith("9 strokes in each of 2 x 2 cells");
  }

  @Test
  void aDifferenceIsBlueForTheFirstAndOrangeForTheSecond() {
    BufferedImage picture = DigitImages.difference(bar(0, 10), bar(18, 28));
    int left = Sheet.PADDING + 2 * (8 * Digit.SIDE + 16);
    assertThat(color(picture, left + 20, 100)).isEqualTo(0x0072B2);
    assertThat(color(picture, left + 112, 100)).isEqualTo(0xFFFFFF);
    assertThat(color(picture, left + 200, 100)).isEqualTo(0xD55E00);
    assertThat(picture.toString()).contains(" less ");
  }

  @Test
  void copiesDifferAndTheDigitComesFirst() {
    List<Digit> all = FeatureImages.warped(bar(10, 14), new Augmentation(1), 4);
    assertThat(all).doesNotHaveDuplicates().first().isEqualTo(bar(10, 14));
    assertThat(DigitImages.warped(bar(10, 14), new Augmentation(1), 4, 2).toString())
        .endsWith("3 warped copies of it");
  }
}
