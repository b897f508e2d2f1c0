package digits.notebook;

import static digits.notebook.Pictures.at;
import static digits.notebook.Pictures.colors;
import static digits.notebook.Pictures.dot;
import static digits.notebook.Pictures.part;
import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.notebook.Pictures.Part;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class EnlargedDigitTest {

  private static final int SCALE = EnlargedDigit.SCALE;
  private static final int SIDE = SCALE * Digit.SIDE;

  @Test
  void inkIsWhereTheDigitHasItAndNowhereElse() {
    BufferedImage picture = DigitImages.enlarged(dot(3, 20, 7));

    assertThat(colors(picture, x(20), y(3), SCALE, SCALE)).containsExactly(Palette.INK);
    assertThat(colors(picture, x(0), y(0), SIDE, y(3) - y(0))).containsExactly(Palette.PAPER);
    assertThat(colors(picture, x(0), y(4), SIDE, SIDE - 4 * SCALE)).containsExactly(Palette.PAPER);
    assertThat(at(picture, x(20) - 1, y(3))).isEqualTo(Palette.PAPER);
    assertThat(at(picture, x(21), y(3))).isEqualTo(Palette.PAPER);
  }

  @Test
  void everyGreyIsCrispAndAboutAsDarkAsItsPixel() {
    byte[] pixels = new byte[Digit.PIXELS];
    for (int i = 0; i < 256; i++) {
      pixels[i] = (byte) i;
    }
    BufferedImage picture = DigitImages.enlarged(Digit.of(pixels, 0));
    for (int i = 0; i < 256; i++) {
      var block = colors(picture, x(i % 28), y(i / 28), SCALE, SCALE);
      assertThat(block).hasSize(1);
      int drawn = block.iterator().next().getRed();
      assertThat(drawn).isBetween(Palette.grey(i).getRed() - 4, Palette.grey(i).getRed() + 4);
    }
  }

  @Test
  void aThinFrameSurroundsThePaper() {
    BufferedImage picture = DigitImages.enlarged(dot(3, 20, 7));

    assertThat(colors(picture, x(0) - 1, y(0) - 1, SIDE + 2, 1)).containsExactly(Palette.LINE);
    assertThat(colors(picture, x(0) - 1, y(0) - 1, 1, SIDE + 2)).containsExactly(Palette.LINE);
    assertThat(at(picture, x(0) - 2, y(0))).isEqualTo(Palette.CARD);
  }

  @Test
  void theCaptionSaysPlaceAndLabel() {
    byte[] pixels = new byte[2 * Digit.PIXELS];
    DigitSet set = DigitSet.of("two", pixels, new byte[] {7, 7});

    Part first = caption(set.get(0));
    assertThat(caption(set.get(1))).as("another place").isNotEqualTo(first);
    assertThat(caption(dot(3, 20, 7))).as("same place and label").isEqualTo(first);
    assertThat(caption(dot(3, 20, 1))).as("another label").isNotEqualTo(first);
    assertThat(caption(dot(3, 20, Digit.UNLABELLED))).as("no label").isNotEqualTo(first);
  }

  @Test
  void theCardIsOpaqueAndItsCornersAreNot() {
    BufferedImage picture = DigitImages.enlarged(dot(3, 20, 7));
    int right = picture.getWidth() - 1;
    int bottom = picture.getHeight() - 1;

    for (Color corner :
        new Color[] {
          at(picture, 0, 0),
          at(picture, right, 0),
          at(picture, 0, bottom),
          at(picture, right, bottom)
        }) {
      assertThat(corner.getAlpha()).isZero();
    }
    assertThat(colors(picture, 8, 8, right - 16, bottom - 16))
        .allMatch(color -> color.getAlpha() == 255);
  }

  private static Part caption(Digit digit) {
    BufferedImage picture = DigitImages.enlarged(digit);
    int top = y(28) + 4;
    return part(picture, 0, top, picture.getWidth(), picture.getHeight() - top);
  }

  private static int x(int column) {
    return Sheet.PADDING + column * SCALE;
  }

  private static int y(int row) {
    return Sheet.PADDING + row * SCALE;
  }
}
