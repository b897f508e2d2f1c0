package digits.notebook;

import static digits.notebook.Pictures.at;
import static digits.notebook.Pictures.colors;
import static digits.notebook.Pictures.dot;
import static digits.notebook.Pictures.part;
import static digits.notebook.Pictures.pngSize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.notebook.Pictures.Part;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MosaicTest {

  private static final int STEP = 62;

  /** Each digit has its ink at another place: row 5, column i. */
  private final List<Digit> seven = IntStream.range(0, 7).mapToObj(i -> dot(5, i, i)).toList();

  @Test
  void digitsGoFromLeftToRightThenDown() {
    BufferedImage picture = DigitImages.mosaic(seven, 3);

    assertThat(picture.getWidth()).isEqualTo(40 + 3 * STEP - 6);
    assertThat(picture.getHeight()).isEqualTo(40 + 3 * STEP - 6);
    for (int i = 0; i < 7; i++) {
      int x = 20 + i % 3 * STEP;
      int y = 20 + i / 3 * STEP;
      assertThat(colors(picture, x + 2 * i, y + 10, 2, 2)).containsExactly(Palette.INK);
      assertThat(colors(picture, x, y + 12, 56, 44)).containsExactly(Palette.PAPER);
    }
    assertThat(colors(picture, 20 + STEP, 20 + 2 * STEP, 56, 56)).containsExactly(Palette.CARD);
  }

  @Test
  void moreColumnsThanDigitsMakeOneRowOfThatWidth() {
    BufferedImage picture = DigitImages.mosaic(seven, 100);
    assertThat(picture.getWidth()).isEqualTo(40 + 7 * STEP - 6);
    assertThat(picture.getHeight()).isEqualTo(96);
  }

  @Test
  void aSetOfDigitsIsShownAsItIs() {
    DigitSet set = DigitSet.of("one", dot(5, 0, 0).pixels(), new byte[] {0});
    assertThat(pixels(DigitImages.mosaic(set, 1)))
        .isEqualTo(pixels(DigitImages.mosaic(seven.subList(0, 1), 1)));
  }

  @Test
  void eachDigitHasItsOwnCaptionBelow() {
    BufferedImage picture = DigitImages.mosaic(seven, 7, d -> d.label() == 3 ? "" : "8");
    Part eight = caption(picture, 0);
    for (int i : new int[] {1, 2, 4, 5, 6}) {
      assertThat(caption(picture, i)).isEqualTo(eight);
    }
    assertThat(colors(picture, 20 + 3 * STEP, 80, 56, 12)).containsExactly(Palette.CARD);
    assertThat(caption(picture, 3)).isNotEqualTo(eight);
  }

  @Test
  void longCaptionsMoveTheDigitsApart() {
    int narrow = DigitImages.mosaic(seven, 7, d -> "8").getWidth();
    int wide = DigitImages.mosaic(seven, 7, d -> "digit 59999 of 60000").getWidth();
    assertThat(wide - narrow).isGreaterThan(7 * 30);
  }

  @Test
  void greysKeepTheirOrder() {
    byte[] pixels = new byte[Digit.PIXELS];
    int[] levels = {0, 60, 120, 190, 255};
    for (int i = 0; i < levels.length; i++) {
      pixels[i] = (byte) levels[i];
    }
    BufferedImage picture = DigitImages.mosaic(List.of(Digit.of(pixels, 0)), 1);
    for (int i = 1; i < levels.length; i++) {
      assertThat(at(picture, 20 + 2 * i, 20).getRed())
          .isLessThan(at(picture, 18 + 2 * i, 20).getRed() - 30);
    }
  }

  @Test
  void aHundredDigitsMakeASmallFile() {
    List<Digit> hundred =
        IntStream.range(0, 100).mapToObj(i -> Pictures.scribble(i, i % 10)).toList();
    assertThat(pngSize(DigitImages.mosaic(hundred, 10))).isBetween(10_000, 25_000);
    assertThat(pngSize(DigitImages.mosaic(hundred, 10, d -> "" + d.label()))).isLessThan(25_000);
  }

  @Test
  void noDigitsTooManyOrNoColumnsAreSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.mosaic(List.of(), 5))
        .withMessage("a mosaic needs at least one digit, and there is none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.mosaic(Collections.nCopies(60_000, seven.get(0)), 5))
        .withMessage(
            "a mosaic shows at most 2,500 digits, not 60,000; take some, such as the first 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.mosaic(seven, 0))
        .withMessage("a mosaic has at least 1 column, not 0");
  }

  private static Part caption(BufferedImage picture, int place) {
    return part(picture, 20 + place * STEP, 80, 56, 12);
  }

  private static Part pixels(BufferedImage picture) {
    return part(picture, 0, 0, picture.getWidth(), picture.getHeight());
  }
}
