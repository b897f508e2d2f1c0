package digits.notebook;

import digits.model.Prediction;
import digits.notebook.Lettering.Style;

/** One row a classifier: its digit, a bar from the yes line, the margin, and yes or no. */
final class MarginBars {

  /** Height of a row. */
  static final int ROW = 20;

  /** Length of the longest bar. */
  static final int LONGEST = 100;

  /** From the left edge to the yes line. */
  static final int YES_LINE = 134;

  /** From the top to the first row. */
  static final int HEAD = 20;

  /** Length of the shortest bar, of which the yes line hides a pixel. */
  private static final int LEAST = 3;

  private static final int THICK = 12;
  private static final int NUMBER_END = 292;
  private static final int WORD = 304;
  private static final double PALE = 0.22;
  private static final Style QUIET = new Style(12, false, Palette.QUIET);
  private static final Style PLAIN = new Style(13, false, Palette.INK);

  private MarginBars() {}

  /** Draws the rows; returns the baseline of the last words, those below the rows. */
  static int draw(Sheet sheet, Prediction prediction, int left, int top, int right) {
    double[] margins = prediction.margins();
    int[] classes = prediction.classes();
    MarginScale scale = MarginScale.of(margins);
    int line = left + YES_LINE;
    int first = top + HEAD;
    int below = first + classes.length * ROW + 17;
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == prediction.predicted()) {
        sheet.box(left - 6, first + i * ROW, right - left + 6, ROW, Palette.ANSWER);
      }
    }
    sheet.box(line - LONGEST, first, 1, classes.length * ROW, Palette.LINE);
    sheet.box(line + LONGEST, first, 1, classes.length * ROW, Palette.LINE);
    for (int i = 0; i < classes.length; i++) {
      int y = first + i * ROW;
      name(sheet, prediction, classes[i], left + 9, y);
      bar(sheet, scale, margins[i], line, y + (ROW - THICK) / 2);
      numbers(sheet, scale, margins[i], left, y + 15);
    }
    sheet.box(line - 1, first - 4, 2, classes.length * ROW + 8, Palette.INK);
    sheet.rightAligned("no", line - 10, first - 8, QUIET);
    sheet.text("yes", line + 10, first - 8, new Style(12, true, Palette.YES));
    sheet.rightAligned("margin", left + NUMBER_END, first - 8, QUIET);
    sheet.centred("-" + scale.limitText(), line - LONGEST, below, QUIET);
    sheet.centred("yes line", line, below, QUIET);
    sheet.centred("+" + scale.limitText(), line + LONGEST, below, QUIET);
    return below;
  }

  private static void name(Sheet sheet, Prediction prediction, int digit, int x, int y) {
    double middle = y + ROW / 2.0;
    if (digit == prediction.predicted()) {
      Marks.answer(sheet, digit, x, middle);
    } else if (digit == prediction.actual()) {
      Marks.actual(sheet, digit, x, middle);
    } else {
      sheet.centred(String.valueOf(digit), x, middle + 4.5, PLAIN);
    }
  }

  /** A full bar to the right for yes, a hollow one to the left for no; cut ones get a point. */
  private static void bar(Sheet sheet, MarginScale scale, double margin, int line, int y) {
    int length = (int) Math.round(Math.abs(scale.share(margin)) * LONGEST);
    if (margin > 0) {
      sheet.box(line, y, Math.max(LEAST, length), THICK, Palette.YES);
    } else if (margin < 0) {
      int shown = Math.max(LEAST, length);
      sheet.box(line - shown, y, shown, THICK, Palette.NO);
      sheet.box(
          line - shown + 1,
          y + 1,
          shown - 1,
          THICK - 2,
          Palette.mix(Palette.CARD, Palette.NO, PALE));
    }
    if (scale.beyond(margin)) {
      double from = margin > 0 ? line + LONGEST + 4 : line - LONGEST - 4;
      double tip = margin > 0 ? from + 4 : from - 4;
      sheet.lines(
          margin > 0 ? Palette.YES : Palette.NO,
          2,
          from,
          y + 2,
          tip,
          y + THICK / 2.0,
          from,
          y + 10);
    }
  }

  private static void numbers(Sheet sheet, MarginScale scale, double margin, int left, int line) {
    boolean yes = margin > 0;
    Style number = new Style(13, yes, Palette.INK);
    sheet.rightAligned(scale.text(margin), left + NUMBER_END, line, number);
    Style word = yes ? new Style(13, true, Palette.YES) : new Style(13, false, Palette.QUIET);
    sheet.text(yes ? "yes" : "no", left + WORD, line, word);
  }
}
