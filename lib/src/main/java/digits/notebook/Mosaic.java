package digits.notebook;

import digits.data.Digit;
import digits.model.Prediction;
import digits.notebook.Lettering.Style;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Many small digits in rows, from left to right, then down. */
final class Mosaic {

  /** Pixels of the picture for one pixel of a digit. */
  static final int SCALE = 2;

  /** Width of a tile in pixels, without its frame. */
  static final int TILE = SCALE * Digit.SIDE;

  private static final int MOST = 2_500;
  private static final int GAP = 6;
  private static final int CAPTION = 18;
  private static final int LEGEND = 32;

  /** Room for the legend below verdicts. */
  private static final int LEAST_WIDTH = 370;

  /** Levels of grey above paper. A hundred digits in all 255 make a file of twice the size. */
  private static final int GREYS = 7;

  private static final int COLORS = 24;
  private static final Style NAME = new Style(12, false, Palette.INK);
  private static final Style LEGEND_TEXT = new Style(12, false, Palette.QUIET);

  private Mosaic() {}

  static BufferedImage plain(List<Digit> digits, int columns, Lettering lettering) {
    check(digits.size(), columns);
    Grid grid = new Grid(digits.size(), columns, TILE, TILE);
    Sheet sheet = new Sheet(grid.width(), grid.height(), lettering);
    for (int i = 0; i < digits.size(); i++) {
      draw(sheet, digits.get(i), grid.x(i), grid.y(i));
    }
    return sheet.finish(COLORS);
  }

  static BufferedImage captioned(
      List<Digit> digits,
      int columns,
      Function<? super Digit, String> caption,
      Lettering lettering) {
    check(digits.size(), columns);
    List<String> captions = digits.stream().map(d -> String.valueOf(caption.apply(d))).toList();
    double widest = captions.stream().mapToDouble(c -> lettering.width(c, NAME)).max().orElse(0);
    Grid grid =
        new Grid(
            digits.size(), columns, Math.max(TILE, (int) Math.ceil(widest) + 4), TILE + CAPTION);
    Sheet sheet = new Sheet(grid.width(), grid.height(), lettering);
    for (int i = 0; i < digits.size(); i++) {
      draw(sheet, digits.get(i), grid.x(i) + (grid.cellWidth() - TILE) / 2, grid.y(i));
      double middle = grid.x(i) + grid.cellWidth() / 2.0;
      sheet.centred(captions.get(i), middle, grid.y(i) + TILE + 14, NAME);
    }
    return sheet.finish(COLORS);
  }

  static BufferedImage verdicts(List<Prediction> predictions, int columns, Lettering lettering) {
    check(predictions.size(), columns);
    Grid grid = new Grid(predictions.size(), columns, TILE + 6, TILE + CAPTION + 6);
    int width = Math.max(grid.width(), LEAST_WIDTH);
    Sheet sheet = new Sheet(width, grid.height() + LEGEND, lettering);
    for (int i = 0; i < predictions.size(); i++) {
      VerdictTile.draw(sheet, predictions.get(i), grid.x(i) + 3, grid.y(i) + 2);
    }
    legend(sheet, predictions, grid.height() + LEGEND - Sheet.PADDING);
    return sheet.finish(COLORS);
  }

  /** Draws a digit in a thin frame, in few levels of grey, which at this size look the same. */
  static void draw(Sheet sheet, Digit digit, int x, int y) {
    byte[] pixels = digit.pixels();
    sheet.squares(x, y, SCALE, i -> Palette.grey(few(pixels[i] & 0xFF)));
    sheet.frame(x, y, TILE, TILE, 1, Palette.LINE);
  }

  private static int few(int grey) {
    return (int) Math.round(Math.rint(grey * GREYS / 255.0) * 255 / GREYS);
  }

  private static void legend(Sheet sheet, List<Prediction> predictions, double baseline) {
    double x = sheet.text("actual", Sheet.PADDING, baseline, LEGEND_TEXT) + 5;
    Marks.arrow(sheet, x, baseline - 4, 11);
    x = sheet.text("predicted", x + 16, baseline, LEGEND_TEXT) + 20;
    long judged = predictions.stream().filter(VerdictTile::labelled).count();
    long right =
        predictions.stream().filter(VerdictTile::labelled).filter(Prediction::correct).count();
    Marks.verdict(sheet, true, Math.rint(x), baseline - 10, 12);
    x = sheet.text(right + " right", x + 17, baseline, LEGEND_TEXT) + 16;
    Marks.verdict(sheet, false, Math.rint(x), baseline - 10, 12);
    sheet.text(judged - right + " wrong", x + 17, baseline, LEGEND_TEXT);
  }

  private static void check(int count, int columns) {
    if (count == 0) {
      throw new IllegalArgumentException("a mosaic needs at least one digit, and there is none");
    }
    if (count > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a mosaic shows at most %,d digits, not %,d; take some, such as the first 100",
              MOST,
              count));
    }
    if (columns < 1) {
      throw new IllegalArgumentException("a mosaic has at least 1 column, not " + columns);
    }
  }

  /** Where the cells lie: so many, in rows of at most so many columns, each of one size. */
  private record Grid(int count, int columns, int cellWidth, int cellHeight) {

    int x(int place) {
      return Sheet.PADDING + place % columns * (cellWidth + GAP);
    }

    int y(int place) {
      return Sheet.PADDING + place / columns * (cellHeight + GAP);
    }

    int width() {
      return 2 * Sheet.PADDING + Math.min(columns, count) * (cellWidth + GAP) - GAP;
    }

    int height() {
      return 2 * Sheet.PADDING + ((count - 1) / columns + 1) * (cellHeight + GAP) - GAP;
    }
  }
}
