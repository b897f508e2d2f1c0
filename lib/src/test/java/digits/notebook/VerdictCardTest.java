package digits.notebook;

import static digits.notebook.Pictures.at;
import static digits.notebook.Pictures.colors;
import static digits.notebook.Pictures.count;
import static digits.notebook.Pictures.part;
import static digits.notebook.Pictures.pngSize;
import static digits.notebook.Pictures.scribble;
import static org.assertj.core.api.Assertions.assertThat;

import digits.data.Digit;
import digits.model.Prediction;
import digits.notebook.Pictures.Part;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictCardTest {

  private static final int LINE = 218 + MarginBars.YES_LINE;
  private static final int FIRST_ROW = 24 + MarginBars.HEAD;

  /** The limit of their scale is 10, so a margin of 1 is a bar of 10 pixels. */
  private static final double[] MARGINS = {-10, -9, -8, 4, -7, -6, -2.5, 8, -9, -5};

  private final BufferedImage card = card(7, MARGINS);

  @Test
  void theCardHasItsSizeAndTheDigitAtTheLeft() {
    assertThat(card.getWidth()).isEqualTo(580);
    assertThat(card.getHeight()).isEqualTo(316);
    BufferedImage dot =
        DigitImages.verdict(
            new Prediction(Pictures.dot(3, 20, 7), new int[] {7}, new double[] {1}));
    assertThat(colors(dot, 24 + 6 * 20, 24 + 6 * 3, 6, 6)).containsExactly(Palette.INK);
    assertThat(at(dot, 24 + 6 * 3, 24 + 6 * 20)).isEqualTo(Palette.PAPER);
  }

  @Test
  void aYesIsAFullBarToTheRightInProportion() {
    assertThat(colors(card, LINE + 1, middle(3), 39, 1)).containsExactly(Palette.YES);
    assertThat(at(card, LINE + 40, middle(3))).isNotEqualTo(Palette.YES);
    assertThat(at(card, LINE - 2, middle(3))).isNotEqualTo(Palette.YES);
    assertThat(colors(card, LINE + 1, middle(7), 79, 1)).containsExactly(Palette.YES);
    assertThat(at(card, LINE + 80, middle(7))).isNotEqualTo(Palette.YES);
  }

  @Test
  void aNoIsAHollowBarToTheLeftInProportion() {
    assertThat(at(card, LINE - 25, middle(6))).isEqualTo(Palette.NO);
    assertThat(at(card, LINE - 26, middle(6))).isEqualTo(Palette.CARD);
    assertThat(colors(card, LINE - 24, middle(6), 23, 1))
        .hasSize(1)
        .doesNotContain(Palette.NO, Palette.CARD);
    assertThat(at(card, LINE - 100, middle(0))).isEqualTo(Palette.NO);
    assertThat(at(card, LINE + 2, middle(6))).isEqualTo(Palette.CARD);
  }

  @Test
  void theYesLineRunsThroughAllRows() {
    assertThat(colors(card, LINE - 1, FIRST_ROW, 2, 10 * MarginBars.ROW))
        .containsExactly(Palette.INK);
  }

  @Test
  void onlyTheRowOfTheAnswerIsMarked() {
    for (int digit = 0; digit < 10; digit++) {
      long marked = count(card, middle(digit), Palette.ANSWER);
      assertThat(marked > 100).as("row %d", digit).isEqualTo(digit == 7);
    }
  }

  @Test
  void everyRowSaysYesOrNoInWords() {
    Part yes = word(card, 3);
    Part no = word(card, 0);
    assertThat(yes).isNotEqualTo(no);
    for (int digit : new int[] {1, 2, 4, 5, 6, 8, 9}) {
      assertThat(word(card, digit)).as("row %d", digit).isEqualTo(no);
    }
  }

  @Test
  void correctAndWrongDifferInColourAndWord() {
    BufferedImage wrong = card(3, MARGINS);
    assertThat(verdict(card)).contains(Palette.RIGHT).doesNotContain(Palette.WRONG);
    assertThat(verdict(wrong)).contains(Palette.WRONG).doesNotContain(Palette.RIGHT);
    assertThat(part(card, 55, 218, 150, 32).ink())
        .isNotEqualTo(part(wrong, 55, 218, 150, 32).ink());
  }

  @Test
  void aWrongAnswerRingsTheRowOfTheActualDigit() {
    Part plain = part(card, 218, FIRST_ROW + 3 * 20, 20, 20);
    Part ringed = part(card(3, MARGINS), 218, FIRST_ROW + 3 * 20, 20, 20);
    assertThat(ringed).isNotEqualTo(plain);
  }

  @Test
  void anUnlabelledDigitGetsNoVerdict() {
    BufferedImage unlabelled = card(Digit.UNLABELLED, MARGINS);
    assertThat(colors(unlabelled, 20, 215, 190, 95))
        .contains(Palette.INK)
        .doesNotContain(Palette.RIGHT, Palette.WRONG);
  }

  @Test
  void theLineBelowTheBarsSaysHowManySayYes() {
    double[] none = MARGINS.clone();
    none[3] = -4;
    none[7] = -1;
    double[] one = MARGINS.clone();
    one[3] = -4;
    Set<Part> lines =
        Set.of(below(card), below(card(7, none)), below(card(7, one)), below(card(7, allYes())));
    assertThat(lines).hasSize(4);
  }

  @Test
  void theLineBelowTheBarsSaysThatThereIsNoInk() {
    BufferedImage blank =
        DigitImages.verdict(new Prediction(Digit.of(new byte[Digit.PIXELS], 7), digits(), MARGINS));
    assertThat(below(blank).ink()).isNotEqualTo(below(card).ink());
    assertThat(part(blank, 55, 218, 150, 32).ink())
        .as("the answer stays")
        .isEqualTo(part(card, 55, 218, 150, 32).ink());
  }

  @Test
  void aBarThatTheScaleCutsEndsInAPoint() {
    double[] giant = MARGINS.clone();
    giant[7] = 1e9;
    BufferedImage cut = card(7, giant);
    Set<Color> beyond = colors(cut, LINE + 101, middle(7) - 6, 10, 12);
    assertThat(beyond).contains(Palette.YES);
    assertThat(colors(card, LINE + 101, middle(7) - 6, 10, 12)).containsExactly(Palette.ANSWER);
  }

  @Test
  void everyMarginEvenTheSmallestShows() {
    double[] tiny = MARGINS.clone();
    tiny[3] = 1e-9;
    tiny[4] = -1e-9;
    BufferedImage shown = card(7, tiny);
    assertThat(at(shown, LINE + 2, middle(3))).isEqualTo(Palette.YES);
    assertThat(at(shown, LINE - 3, middle(4))).isEqualTo(Palette.NO);
  }

  @Test
  void aModelOfThreeClassifiersHasThreeRows() {
    BufferedImage three =
        DigitImages.verdict(
            new Prediction(scribble(1, 8), new int[] {1, 5, 9}, new double[] {-10, 5, -8}));
    assertThat(at(three, LINE + 30, middle(1))).isEqualTo(Palette.YES);
    assertThat(colors(three, LINE - 1, middle(5), 2, 60)).containsExactly(Palette.CARD);
    assertThat(verdict(three)).contains(Palette.WRONG);
  }

  @Test
  void theCardIsASmallFile() {
    for (int seed = 0; seed < 20; seed++) {
      Prediction prediction = new Prediction(scribble(seed, 3), digits(), MARGINS);
      assertThat(pngSize(DigitImages.verdict(prediction))).isBetween(5_000, 15_000);
    }
  }

  @Test
  void theVerdictIsDrawnWithEnoughContrast() {
    double best =
        verdict(card).stream()
            .mapToDouble(color -> PaletteTest.contrast(color, Palette.CARD))
            .max()
            .orElseThrow();
    assertThat(best).isGreaterThan(4.5);
  }

  private static int middle(int row) {
    return FIRST_ROW + row * MarginBars.ROW + MarginBars.ROW / 2;
  }

  private static Part word(BufferedImage card, int row) {
    return part(card, 520, FIRST_ROW + row * MarginBars.ROW, 36, MarginBars.ROW);
  }

  private static Part below(BufferedImage card) {
    return part(card, 216, 278, 350, 20);
  }

  private static Set<Color> verdict(BufferedImage card) {
    return colors(card, 20, 218, 190, 32);
  }

  private static BufferedImage card(int label, double[] margins) {
    return DigitImages.verdict(new Prediction(scribble(1, label), digits(), margins));
  }

  private static int[] digits() {
    return IntStream.range(0, 10).toArray();
  }

  private static double[] allYes() {
    return IntStream.range(0, 10).mapToDouble(i -> i + 1).toArray();
  }
}
