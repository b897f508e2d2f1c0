package digits.notebook;

import digits.model.Prediction;
import digits.notebook.Sheet.Style;
import digits.paper.Page;
import digits.paper.PageDigit;
import digits.paper.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Pages of digits, with a box around each digit and perhaps an answer above it. */
final class PageImages {

  /** The longer side of a page, in pixels, if it stands alone. */
  private static final int SIDE = 680;

  /** The same if there are several side by side. */
  private static final int SMALL = 320;

  private static final int COLORS = 48;
  private static final int CAPTION = 30;

  private PageImages() {}

  static BufferedImage page(Page page) {
    return drawn(page.picture(), page.found(), page.toString(), place -> Palette.YES, place -> "");
  }

  static BufferedImage reading(Reading reading) {
    List<Prediction> answers = reading.predictions();
    long doubtful = IntStream.range(0, answers.size()).filter(reading::isDoubtful).count();
    String caption =
        reading.about() + (doubtful == 0 ? "" : "; " + doubtful + " doubtful, marked with ?");
    return drawn(
        reading.picture(),
        reading.found(),
        caption,
        place -> reading.isDoubtful(place) ? Palette.NO : Palette.RIGHT,
        place -> answers.get(place).predicted() + (reading.isDoubtful(place) ? "?" : ""));
  }

  private static BufferedImage drawn(
      BufferedImage picture,
      List<PageDigit> found,
      String caption,
      IntFunction<Color> color,
      IntFunction<String> answer) {
    double scale = scale(picture, SIDE);
    int width = (int) Math.round(picture.getWidth() * scale);
    int height = (int) Math.round(picture.getHeight() * scale);
    int needed = (int) Math.ceil(Sheet.width(caption, Style.QUIET));
    Sheet sheet =
        new Sheet(
            2 * Sheet.PADDING + Math.max(width, needed), 2 * Sheet.PADDING + height + CAPTION);
    sheet.picture(picture, Sheet.PADDING, Sheet.PADDING, width, height);
    for (int place = 0; place < found.size(); place++) {
      PageDigit digit = found.get(place);
      int x = Sheet.PADDING + (int) (digit.left() * scale) - 2;
      int y = Sheet.PADDING + (int) (digit.top() * scale) - 2;
      int wide = (int) Math.ceil(digit.width() * scale) + 4;
      int high = (int) Math.ceil(digit.height() * scale) + 4;
      sheet.frame(x, y, wide, high, 2, color.apply(place));
      String text = answer.apply(place);
      if (!text.isEmpty()) {
        Style style = new Style(13, true, Palette.PAPER);
        int label = (int) Math.ceil(Sheet.width(text, style)) + 8;
        sheet.box(x - 2, y - 18, label, 16, color.apply(place));
        sheet.text(text, x + 2, y - 5.0, style);
      }
    }
    sheet.text(caption, Sheet.PADDING, Sheet.PADDING + height + 22.0, Style.QUIET);
    return sheet.finish(COLORS);
  }

  /** The steps from a picture to its digits, two in a row. */
  static BufferedImage steps(Map<String, BufferedImage> steps) {
    BufferedImage first = steps.values().iterator().next();
    double scale = scale(first, SMALL);
    int width = (int) Math.round(first.getWidth() * scale);
    int height = (int) Math.round(first.getHeight() * scale);
    int rows = (steps.size() + 1) / 2;
    Sheet sheet =
        new Sheet(
            2 * width + 3 * Sheet.PADDING,
            rows * (height + CAPTION + Sheet.PADDING) + Sheet.PADDING);
    int place = 0;
    for (Map.Entry<String, BufferedImage> step : steps.entrySet()) {
      int x = Sheet.PADDING + place % 2 * (width + Sheet.PADDING);
      int y = Sheet.PADDING + place / 2 * (height + CAPTION + Sheet.PADDING);
      sheet.picture(step.getValue(), x, y, width, height);
      place++;
      sheet.text(place + ". " + step.getKey(), x, y + height + 20.0, Style.TEXT);
    }
    return sheet.finish(COLORS);
  }

  private static double scale(BufferedImage picture, int side) {
    return Math.min(1, side / (double) Math.max(picture.getWidth(), picture.getHeight()));
  }
}
