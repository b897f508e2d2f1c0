package digits.notebook;

import digits.model.Decision;
import digits.model.Prediction;
import digits.notebook.Sheet.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * One judged digit: on the left the digit and the verdict, on the right one row per classifier with
 * a bar from the yes line. The panels draw the same card with {@code verdict.js}.
 */
final class VerdictCard {

  static final int WIDTH = 580;
  static final int HEIGHT = 316;

  private static final int LEFT = 24;
  private static final int TOP = 24;
  private static final int SCALE = 6;

  /** The rows: positions of the digits, the yes line, the end of the margins, and the words. */
  private static final int BARS = 218;

  private static final int YES_LINE = BARS + 134;
  private static final int MARGIN_END = BARS + 292;
  private static final int WORD = BARS + 304;
  private static final int FIRST = TOP + 20;
  private static final int ROW = 20;

  /** The bars: their longest and shortest length, and their height. The yes line hides a pixel. */
  private static final int LONGEST = 100;

  private static final int SHORTEST = 3;
  private static final int THICK = 12;
  private static final double PALE = 0.22;

  private final Sheet sheet = new Sheet(WIDTH, HEIGHT);
  private final Prediction prediction;
  private final int limit;

  private VerdictCard(Prediction prediction) {
    this.prediction = prediction;
    this.limit = MarginScale.limit(prediction.margins());
  }

  static BufferedImage of(Prediction prediction) {
    VerdictCard card = new VerdictCard(prediction);
    card.verdict();
    card.rows();
    return card.sheet.finish(FewColors.MOST);
  }

  private void verdict() {
    sheet.squares(LEFT, TOP, SCALE, FeatureImages.ink(prediction.digit().intensities()));
    sheet.text(Words.name(prediction.digit()), LEFT, 210, Style.QUIET);
    String headline = Words.headline(prediction, Decision.ARG_MAX);
    sheet.text("predicted", LEFT, 269, Style.TEXT);
    Marks.answer(sheet, prediction.predicted(), LEFT + 82, 264.5);
    sheet.text("actual", LEFT, 291, Style.TEXT);
    if (Words.isLabelled(prediction)) {
      Marks.verdict(sheet, prediction.correct(), LEFT, 222, 23);
      Style big = new Style(24, true, prediction.correct() ? Palette.RIGHT : Palette.WRONG);
      sheet.text(headline, LEFT + 31, 242, big);
      Marks.actual(sheet, prediction.actual(), LEFT + 82, 286.5);
    } else {
      sheet.text(headline, LEFT, 242, new Style(24, true, Palette.INK));
      sheet.text("unknown", LEFT + 73, 291, Style.QUIET);
    }
  }

  private void rows() {
    int[] classes = prediction.classes();
    double[] margins = prediction.margins();
    int height = classes.length * ROW;
    int below = FIRST + height + 17;
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == prediction.predicted()) {
        sheet.box(BARS - 6, FIRST + i * ROW, WIDTH - LEFT - BARS + 6, ROW, Palette.ANSWER);
      }
    }
    sheet.box(YES_LINE - LONGEST, FIRST, 1, height, Palette.LINE);
    sheet.box(YES_LINE + LONGEST, FIRST, 1, height, Palette.LINE);
    for (int i = 0; i < classes.length; i++) {
      row(classes[i], margins[i], FIRST + i * ROW);
    }
    sheet.box(YES_LINE - 1, FIRST - 4, 2, height + 8, Palette.INK);
    sheet.rightAligned("no", YES_LINE - 10, FIRST - 8, Style.QUIET);
    sheet.text("yes", YES_LINE + 10, FIRST - 8, new Style(12, true, Palette.YES));
    sheet.rightAligned("margin", MARGIN_END, FIRST - 8, Style.QUIET);
    sheet.centred("-" + limit, YES_LINE - LONGEST, below, Style.QUIET);
    sheet.centred("yes line", YES_LINE, below, Style.QUIET);
    sheet.centred("+" + limit, YES_LINE + LONGEST, below, Style.QUIET);
    sheet.text(Words.whoSaysYes(prediction, Decision.ARG_MAX), BARS, below + 30, Style.TEXT);
  }

  private void row(int digit, double margin, int y) {
    if (digit == prediction.predicted()) {
      Marks.answer(sheet, digit, BARS + 9, y + ROW / 2.0);
    } else if (digit == prediction.actual()) {
      Marks.actual(sheet, digit, BARS + 9, y + ROW / 2.0);
    } else {
      sheet.centred(String.valueOf(digit), BARS + 9, y + 14.5, Style.TEXT);
    }
    bar(margin, y + (ROW - THICK) / 2);
    boolean yes = margin > 0;
    sheet.rightAligned(
        MarginScale.text(margin), MARGIN_END, y + 15, new Style(13, yes, Palette.INK));
    Style word = new Style(13, yes, yes ? Palette.YES : Palette.QUIET);
    sheet.text(Words.yesOrNo(margin), WORD, y + 15, word);
  }

  /** A solid bar to the right for yes, a pale one to the left for no; a cut one ends in a point. */
  private void bar(double margin, int y) {
    int length =
        Math.max(SHORTEST, (int) Math.rint(Math.abs(MarginScale.share(margin, limit)) * LONGEST));
    if (margin > 0) {
      sheet.box(YES_LINE, y, length, THICK, Palette.YES);
    } else if (margin < 0) {
      sheet.box(YES_LINE - length, y, length, THICK, Palette.NO);
      sheet.box(
          YES_LINE - length + 1,
          y + 1,
          length - 1,
          THICK - 2,
          Palette.mix(Palette.CARD, Palette.NO, PALE));
    }
    if (MarginScale.isCut(margin, limit)) {
      double side = Math.signum(margin);
      double from = YES_LINE + side * (LONGEST + 4);
      Color color = margin > 0 ? Palette.YES : Palette.NO;
      sheet.lines(color, 2, from, y + 2, from + 4 * side, y + THICK / 2.0, from, y + 10);
    }
  }
}
