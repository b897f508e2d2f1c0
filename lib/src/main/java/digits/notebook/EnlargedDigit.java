package digits.notebook;

import digits.data.Digit;
import digits.notebook.Lettering.Style;
import java.awt.image.BufferedImage;

/** One digit, large, with a line below that says which it is. */
final class EnlargedDigit {

  /** Pixels of the picture for one pixel of the digit. */
  static final int SCALE = 8;

  private static final int SIDE = SCALE * Digit.SIDE;
  private static final int CAPTION = 24;

  private EnlargedDigit() {}

  static BufferedImage of(Digit digit, Lettering lettering) {
    int width = SIDE + 2 * Sheet.PADDING;
    Sheet sheet = new Sheet(width, width + CAPTION - 4, lettering);
    draw(sheet, digit, Sheet.PADDING, Sheet.PADDING, SCALE);
    Style style = new Style(13, false, Palette.INK);
    sheet.centred(caption(digit), width / 2.0, Sheet.PADDING + SIDE + CAPTION, style);
    return sheet.finish(FewColors.MOST);
  }

  /** Draws a digit in a thin frame, with all its levels of grey. */
  static void draw(Sheet sheet, Digit digit, int x, int y, int scale) {
    byte[] pixels = digit.pixels();
    sheet.squares(x, y, scale, i -> Palette.grey(pixels[i] & 0xFF));
    sheet.frame(x, y, scale * Digit.SIDE, scale * Digit.SIDE, 1, Palette.LINE);
  }

  /** What to call a digit: by its place in its set, which only a labelled one is sure to have. */
  static String name(Digit digit) {
    return digit.label() == Digit.UNLABELLED ? "unlabelled digit" : "digit " + digit.index();
  }

  private static String caption(Digit digit) {
    return digit.label() == Digit.UNLABELLED
        ? name(digit)
        : name(digit) + " · label " + digit.label();
  }
}
