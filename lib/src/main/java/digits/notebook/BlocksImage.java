package digits.notebook;

import digits.data.Digit;
import digits.evaluate.Evaluation;
import digits.model.Prediction;
import digits.notebook.Lettering.Style;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Two digits that are confused, in four blocks: rows are what the digits are, columns what they
 * were taken for.
 */
final class BlocksImage {

  /** Digits of a block, along each side. */
  static final int SIDE = 5;

  private static final int STEP = Mosaic.TILE + 6;
  private static final int BLOCK = SIDE * STEP - 6;
  private static final int GAP = 22;
  private static final int TOP = 58;
  private static final int LEFT = 84;

  private static final Style NAME = new Style(13, true, Palette.INK);
  private static final Style AXIS = new Style(12, false, Palette.QUIET);

  private BlocksImage() {}

  static BufferedImage of(Evaluation evaluation, int one, int other, Lettering lettering) {
    int size = 2 * BLOCK + GAP;
    Sheet sheet = new Sheet(LEFT + size + Sheet.PADDING, TOP + size + Sheet.PADDING, lettering);
    int[] pair = {one, other};
    sheet.text("actual", Sheet.PADDING, TOP - 10, AXIS);
    for (int row = 0; row < 2; row++) {
      int y = TOP + row * (BLOCK + GAP);
      sheet.text("is a " + pair[row], Sheet.PADDING, y + BLOCK / 2.0, NAME);
      for (int column = 0; column < 2; column++) {
        int x = LEFT + column * (BLOCK + GAP);
        if (row == 0) {
          sheet.centred("taken for a " + pair[column], x + BLOCK / 2.0, TOP - 14, NAME);
        }
        block(sheet, x, y, evaluation, pair[row], pair[column]);
      }
    }
    return sheet.finish(FewColors.MOST);
  }

  private static void block(
      Sheet sheet, int x, int y, Evaluation evaluation, int actual, int predicted) {
    List<Digit> digits = digits(evaluation, actual, predicted);
    for (int i = 0; i < digits.size(); i++) {
      Mosaic.draw(sheet, digits.get(i), x + i % SIDE * STEP, y + i / SIDE * STEP);
    }
    if (actual != predicted) {
      sheet.frame(x - 5, y - 5, BLOCK + 10, BLOCK + 10, 2, Palette.WRONG);
    }
  }

  /** The first digits of a block, in the order of the set. */
  static List<Digit> digits(Evaluation evaluation, int actual, int predicted) {
    return evaluation.predictions().stream()
        .filter(p -> p.actual() == actual && p.predicted() == predicted)
        .map(Prediction::digit)
        .limit((long) SIDE * SIDE)
        .toList();
  }
}
