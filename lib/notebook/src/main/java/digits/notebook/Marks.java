package digits.notebook;

import digits.notebook.Sheet.Style;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;

/** Small marks that say by their shape what their colour says too. */
final class Marks {

  private Marks() {}

  /** A tick on a disc for right, a cross on a square for wrong. */
  static void verdict(Sheet sheet, boolean right, double x, double y, double side) {
    double pen = Math.max(1.4, side / 9);
    if (right) {
      double[] tick = {0.27, 0.53, 0.44, 0.70, 0.74, 0.33};
      for (int i = 0; i < tick.length; i++) {
        tick[i] = tick[i] * side + (i % 2 == 0 ? x : y);
      }
      sheet.fill(new Ellipse2D.Double(x, y, side, side), Palette.RIGHT);
      sheet.lines(Palette.PAPER, pen, tick);
    } else {
      double near = side * 0.28;
      double far = side * 0.72;
      sheet.fill(new RoundRectangle2D.Double(x, y, side, side, side / 4, side / 4), Palette.WRONG);
      sheet.lines(Palette.PAPER, pen, x + near, y + near, x + far, y + far);
      sheet.lines(Palette.PAPER, pen, x + far, y + near, x + near, y + far);
    }
  }

  static void arrow(Sheet sheet, double x, double y, double length) {
    double head = length * 0.32;
    double tip = x + length;
    sheet.lines(Palette.QUIET, 1.2, x, y, tip, y);
    sheet.lines(Palette.QUIET, 1.2, tip - head, y - head, tip, y, tip - head, y + head);
  }

  /** The answer: a digit in a full disc around a point. */
  static void answer(Sheet sheet, int digit, double x, double y) {
    sheet.fill(disc(x, y), Palette.INK);
    sheet.centred(String.valueOf(digit), x, y + 4.5, new Style(13, true, Palette.PAPER));
  }

  /** The actual digit, in a ring around a point. */
  static void actual(Sheet sheet, int digit, double x, double y) {
    sheet.outline(disc(x, y), Palette.INK, 1.4);
    sheet.centred(String.valueOf(digit), x, y + 4.5, Style.BOLD);
  }

  private static Ellipse2D disc(double x, double y) {
    return new Ellipse2D.Double(x - 9, y - 9, 18, 18);
  }
}
