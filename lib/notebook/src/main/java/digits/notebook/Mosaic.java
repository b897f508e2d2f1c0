package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.model.Prediction;
import digits.notebook.Sheet.Style;
import java.awt.image.BufferedImage;
import java.util.List;

/** Many small digits, row by row. */
final class Mosaic {

  /** Width of a digit in pixels, without its frame. */
  static final int TILE = 2 * Digit.SIDE;

  private static final int MOST = 2_500;
  private static final int GAP = 6;

  /** The line below a judged digit: an arrow and a mark, each with some space. */
  private static final int CAPTION = 18;

  private static final int ARROW = 9;
  private static final int SPACE = 4;
  private static final int MARK = 12;
  private static final int MARK_SPACE = 6;

  private static final int LEGEND = 32;

  private static final int LEAST_WIDTH = 370;

  /** Levels of grey besides paper; with all 255 the file would be twice as large. */
  private static final int GREYS = 7;

  private static final int COLORS = 24;

  private Mosaic() {}

  static BufferedImage plain(List<Digit> digits, int columns) {
    Grid grid = new Grid(digits.size(), columns, TILE, TILE);
    Sheet sheet = new Sheet(grid.width(), grid.height());
    for (int i = 0; i < digits.size(); i++) {
      draw(sheet, digits.get(i), grid.x(i), grid.y(i));
    }
    return sheet.finish(COLORS);
  }

  static BufferedImage verdicts(List<Prediction> predictions, int columns) {
    Grid grid = new Grid(predictions.size(), columns, TILE + 6, TILE + CAPTION + 6);
    int width = Math.max(grid.width(), LEAST_WIDTH);
    Sheet sheet = new Sheet(width, grid.height() + LEGEND);
    for (int i = 0; i < predictions.size(); i++) {
      verdict(sheet, predictions.get(i), grid.x(i) + 3, grid.y(i) + 2);
    }
    legend(sheet, predictions, grid.height() + LEGEND - Sheet.PADDING);
    return sheet.finish(COLORS);
  }

  /** Draws a digit in few levels of grey, which look the same at this size. */
  static void draw(Sheet sheet, Digit digit, int x, int y) {
    byte[] pixels = digit.pixels();
    sheet.squares(x, y, TILE / Digit.SIDE, i -> Palette.grey(few(pixels[i] & 0xFF)));
  }

  private static int few(int grey) {
    return (int) Math.round(Math.rint(grey * GREYS / 255.0) * 255 / GREYS);
  }

  /** A judged digit, and below it "7 → 9" with a mark for right or wrong. */
  private static void verdict(Sheet sheet, Prediction prediction, int x, int y) {
    draw(sheet, prediction.digit(), x, y);
    if (prediction.digit().isBlank()) {
      sheet.centred("no ink", x + TILE / 2.0, y + TILE / 2.0 + 4, Style.QUIET);
    }
    boolean labelled = Words.isLabelled(prediction);
    boolean wrong = labelled && !prediction.correct();
    if (wrong) {
      sheet.frame(x, y, TILE, TILE, 2, Palette.WRONG);
    }
    Style style = new Style(13, true, wrong ? Palette.WRONG : Palette.INK);
    String actual = Words.label(prediction.digit());
    String predicted = String.valueOf(prediction.predicted());
    double width = Sheet.width(actual, style) + Sheet.width(predicted, style) + ARROW + 2 * SPACE;
    width += labelled ? MARK + MARK_SPACE : 0;
    double baseline = y + TILE + 17;
    double end = sheet.text(actual, x + (TILE - width) / 2, baseline, style) + SPACE;
    Marks.arrow(sheet, end, baseline - 4.5, ARROW);
    end = sheet.text(predicted, end + ARROW + SPACE, baseline, style);
    if (labelled) {
      Marks.verdict(sheet, !wrong, Math.rint(end) + MARK_SPACE, baseline - 11, MARK);
    }
  }

  private static void legend(Sheet sheet, List<Prediction> predictions, double baseline) {
    double x = sheet.text("actual", Sheet.PADDING, baseline, Style.QUIET) + 5;
    Marks.arrow(sheet, x, baseline - 4, 11);
    x = sheet.text("predicted", x + 16, baseline, Style.QUIET) + 20;
    long judged = predictions.stream().filter(Words::isLabelled).count();
    if (judged == 0) {
      return;
    }
    long right = predictions.stream().filter(Words::isLabelled).filter(p -> p.correct()).count();
    Marks.verdict(sheet, true, Math.rint(x), baseline - 10, MARK);
    x = sheet.text(right + " right", x + 17, baseline, Style.QUIET) + 16;
    Marks.verdict(sheet, false, Math.rint(x), baseline - 10, MARK);
    sheet.text(judged - right + " wrong", x + 17, baseline, Style.QUIET);
  }

  /** The layout of the cells, which all have one size. */
  private record Grid(int count, int columns, int cellWidth, int cellHeight) {

    Grid {
      if (count == 0) {
        throw new IllegalArgumentException("a mosaic needs at least one digit, and there is none");
      }
      if (count > MOST) {
        throw new IllegalArgumentException(
            Message.of(
                "a mosaic shows at most %,d digits, not %,d; take some, such as the first 100",
                MOST, count));
      }
      if (columns < 1) {
        throw new IllegalArgumentException("a mosaic has at least 1 column, not " + columns);
      }
    }

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
