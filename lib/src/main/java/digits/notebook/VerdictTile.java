package digits.notebook;

import digits.data.Digit;
import digits.model.Prediction;
import digits.notebook.Lettering.Style;

/** One judged digit of a mosaic: "7 → 9" below it, and a sign for right or wrong. */
final class VerdictTile {

  private static final int ARROW = 9;
  private static final int SPACE = 4;
  private static final int MARK = 12;
  private static final int MARK_SPACE = 6;

  private static final Style QUIET = new Style(12, false, Palette.QUIET);

  private VerdictTile() {}

  /** Whether there is a label to judge by. */
  static boolean labelled(Prediction prediction) {
    return prediction.actual() != Digit.UNLABELLED;
  }

  /** Draws the tile with the digit's left top pixel at a point. */
  static void draw(Sheet sheet, Prediction prediction, int x, int y) {
    Mosaic.draw(sheet, prediction.digit(), x, y);
    if (prediction.digit().isBlank()) {
      sheet.centred("no ink", x + Mosaic.TILE / 2.0, y + Mosaic.TILE / 2.0 + 4, QUIET);
    }
    boolean wrong = labelled(prediction) && !prediction.correct();
    if (wrong) {
      sheet.frame(x, y, Mosaic.TILE, Mosaic.TILE, 2, Palette.WRONG);
    }
    Style style = new Style(13, true, wrong ? Palette.WRONG : Palette.INK);
    String actual = labelled(prediction) ? String.valueOf(prediction.actual()) : "?";
    String predicted = String.valueOf(prediction.predicted());
    double width = sheet.width(actual, style) + sheet.width(predicted, style) + ARROW + 2 * SPACE;
    width += labelled(prediction) ? MARK + MARK_SPACE : 0;
    double baseline = y + Mosaic.TILE + 17;
    double end = sheet.text(actual, x + (Mosaic.TILE - width) / 2, baseline, style) + SPACE;
    Marks.arrow(sheet, end, baseline - 4.5, ARROW);
    end = sheet.text(predicted, end + ARROW + SPACE, baseline, style);
    if (labelled(prediction)) {
      Marks.verdict(sheet, prediction.correct(), Math.rint(end) + MARK_SPACE, baseline - 11, MARK);
    }
  }
}
