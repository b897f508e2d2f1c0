package digits.notebook;

import static digits.notebook.Pictures.colors;
import static digits.notebook.Pictures.dot;
import static digits.notebook.Pictures.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import digits.data.Digit;
import digits.model.Prediction;
import digits.notebook.Pictures.Part;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static final int STEP = 68;

  private final Prediction right = prediction(7, -1, 2);
  private final Prediction wrong = prediction(7, 2, -1);
  private final Prediction unknown = prediction(Digit.UNLABELLED, 2, -1);
  private final BufferedImage picture =
      DigitImages.verdicts(List.of(right, wrong, unknown, right, right), 5);

  @Test
  void rightAndWrongDifferInColour() {
    assertThat(tile(0)).contains(Palette.RIGHT).doesNotContain(Palette.WRONG);
    assertThat(tile(1)).contains(Palette.WRONG).doesNotContain(Palette.RIGHT);
    assertThat(tile(3)).isEqualTo(tile(0));
  }

  @Test
  void withoutALabelThereIsNoVerdict() {
    assertThat(tile(2)).doesNotContain(Palette.WRONG, Palette.RIGHT).contains(Palette.INK);
  }

  @Test
  void blankPaperIsSaidToHaveNoInk() {
    Prediction blank =
        new Prediction(Digit.of(new byte[Digit.PIXELS], 7), new int[] {1, 7}, new double[] {-1, 2});
    BufferedImage verdicts = DigitImages.verdicts(List.of(blank), 5);
    assertThat(colors(verdicts, x(0) + 2, y() + 2, 52, 52)).hasSizeGreaterThan(1);
  }

  @Test
  void rightAndWrongDifferInShapeToo() {
    assertThat(widthAtTheTop(0)).as("a disc").isBetween(3L, 8L);
    assertThat(widthAtTheTop(1)).as("a square").isBetween(10L, 12L);
  }

  @Test
  void onlyAWrongDigitHasAThickFrame() {
    assertThat(colors(picture, x(1), y() - 2, 56, 2)).containsExactly(Palette.WRONG);
    assertThat(colors(picture, x(0), y() - 2, 56, 2))
        .containsExactlyInAnyOrder(Palette.LINE, Palette.CARD);
  }

  @Test
  void theCaptionDependsOnActualAndPredicted() {
    Prediction swapped = prediction(1, -1, 2);
    BufferedImage captions = DigitImages.verdicts(List.of(wrong, wrong, swapped, right), 5);
    assertThat(caption(captions, 1)).isEqualTo(caption(captions, 0));
    assertThat(caption(captions, 2)).isNotEqualTo(caption(captions, 0));
    assertThat(caption(captions, 3)).isNotEqualTo(caption(captions, 0));
  }

  @Test
  void theLineBelowCountsRightAndWrong() {
    BufferedImage other = DigitImages.verdicts(List.of(right, right, unknown, right, right), 5);
    int top = y() + 56 + 26;
    int height = picture.getHeight() - top - 2;
    assertThat(part(picture, 0, top, picture.getWidth(), height))
        .isNotEqualTo(part(other, 0, top, picture.getWidth(), height));
  }

  @Test
  void noPredictionsAreSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DigitImages.verdicts(List.of(), 5))
        .withMessageContaining("at least one digit");
  }

  private Set<Color> tile(int place) {
    return colors(picture, x(place) - 3, y() - 2, 62, 80);
  }

  private static Part caption(BufferedImage picture, int place) {
    return part(picture, x(place), y() + 58, 56, 20);
  }

  /** How wide the sign is in its uppermost row of pixels. */
  private long widthAtTheTop(int place) {
    return part(picture, x(place) + 41, y() + 62, 16, 1).ink().stream().filter(ink -> ink).count();
  }

  private static int x(int place) {
    return 23 + place * STEP;
  }

  private static int y() {
    return 22;
  }

  private static Prediction prediction(int label, double one, double seven) {
    return new Prediction(dot(5, 5, label), new int[] {1, 7}, new double[] {one, seven});
  }
}
