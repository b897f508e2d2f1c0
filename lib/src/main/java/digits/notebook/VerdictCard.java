package digits.notebook;

import digits.model.Decision;
import digits.model.Prediction;
import digits.notebook.Lettering.Style;
import java.awt.image.BufferedImage;

/** One judged digit: the digit and the verdict at the left, the margins at the right. */
final class VerdictCard {

  static final int WIDTH = 580;
  static final int HEIGHT = 316;

  private static final int LEFT = 24;
  private static final int TOP = 24;
  private static final int SCALE = 6;
  private static final int BARS = 218;
  private static final int LAST_LINE = 291;

  private static final Style TEXT = new Style(13, false, Palette.INK);
  private static final Style QUIET = new Style(12, false, Palette.QUIET);

  private VerdictCard() {}

  static BufferedImage of(Prediction prediction, Lettering lettering) {
    Sheet sheet = new Sheet(WIDTH, HEIGHT, lettering);
    EnlargedDigit.draw(sheet, prediction.digit(), LEFT, TOP, SCALE);
    sheet.text(EnlargedDigit.name(prediction.digit()), LEFT, 210, QUIET);
    if (VerdictTile.labelled(prediction)) {
      judged(sheet, prediction);
    } else {
      unjudged(sheet, prediction);
    }
    int bottom = MarginBars.draw(sheet, prediction, BARS, TOP, WIDTH - LEFT);
    sheet.text(Words.whoSaysYes(prediction, Decision.ARG_MAX), BARS, bottom + 30, TEXT);
    return sheet.finish(FewColors.MOST);
  }

  private static void judged(Sheet sheet, Prediction prediction) {
    boolean right = prediction.correct();
    Style big = new Style(24, true, right ? Palette.RIGHT : Palette.WRONG);
    Marks.verdict(sheet, right, LEFT, 222, 23);
    sheet.text(right ? "Correct" : "Wrong", LEFT + 31, 242, big);
    predicted(sheet, prediction, 269);
    sheet.text("actual", LEFT, LAST_LINE, TEXT);
    Marks.actual(sheet, prediction.actual(), LEFT + 82, LAST_LINE - 4.5);
  }

  private static void unjudged(Sheet sheet, Prediction prediction) {
    sheet.text("Reads " + prediction.predicted(), LEFT, 242, new Style(24, true, Palette.INK));
    predicted(sheet, prediction, 269);
    sheet.text("actual", LEFT, LAST_LINE, TEXT);
    sheet.text("unknown", LEFT + 73, LAST_LINE, QUIET);
  }

  private static void predicted(Sheet sheet, Prediction prediction, int baseline) {
    sheet.text("predicted", LEFT, baseline, TEXT);
    Marks.answer(sheet, prediction.predicted(), LEFT + 82, baseline - 4.5);
  }
}
