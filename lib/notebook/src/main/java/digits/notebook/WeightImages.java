package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.features.FeatureMap;
import digits.features.Pixels;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import digits.notebook.Sheet.Style;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;

/** The weights of each classifier as a picture, all on one scale. */
final class WeightImages {

  private static final int SCALE = 4;
  private static final int SIDE = SCALE * Digit.SIDE;
  private static final int GAP = 16;
  private static final int CAPTION = 24;
  private static final int COLUMNS = 5;
  private static final int LEGEND = 52;
  private static final int BAR = 240;
  private static final int LEAST_WIDTH = 460;

  /** The share of the weights that the scale covers; the few largest would wash out the others. */
  private static final double COVERED = 0.99;

  private static final Style NAME = new Style(15, true, Palette.INK);

  private WeightImages() {}

  static BufferedImage of(List<BinaryClassifier> shown) {
    List<LinearClassifier> classifiers = shown.stream().map(WeightImages::onPixels).toList();
    BigDecimal limit = limit(classifiers);
    int columns = Math.min(COLUMNS, classifiers.size());
    int rows = (classifiers.size() + columns - 1) / columns;
    int grid = columns * (SIDE + GAP) - GAP;
    int width = Math.max(LEAST_WIDTH, grid + 2 * Sheet.PADDING);
    int height = rows * (SIDE + CAPTION + GAP) - GAP + LEGEND + 2 * Sheet.PADDING;
    Sheet sheet = new Sheet(width, height);
    int left = (width - grid) / 2;
    for (int i = 0; i < classifiers.size(); i++) {
      int x = left + i % columns * (SIDE + GAP);
      int y = Sheet.PADDING + i / columns * (SIDE + CAPTION + GAP);
      draw(sheet, classifiers.get(i), limit.doubleValue(), x, y);
    }
    legend(sheet, limit, width / 2, height - Sheet.PADDING);
    return sheet.finish(FewColors.MOST);
  }

  static LinearClassifier onPixels(BinaryClassifier classifier) {
    FeatureMap features = classifier.features();
    if (!(features instanceof Pixels)) {
      throw new IllegalArgumentException(
          Message.of(
              "a picture of weights needs classifiers that see the 784 pixels themselves; "
                  + "this model sees %s (%,d features)",
              features.name(), features.size()));
    }
    if (!(classifier instanceof LinearClassifier linear)) {
      throw new IllegalArgumentException(
          "a picture of weights needs linear classifiers; the one for "
              + classifier.digit()
              + " has no weights: "
              + classifier);
    }
    return linear;
  }

  /** The weight at the end of the scale, with two significant digits and never 0. */
  static BigDecimal limit(List<LinearClassifier> classifiers) {
    double[] sizes =
        classifiers.stream()
            .flatMapToDouble(c -> DoubleStream.of(c.weights()))
            .map(Math::abs)
            .filter(size -> size > 0)
            .sorted()
            .toArray();
    double size = sizes.length == 0 ? 1 : sizes[(int) Math.ceil(COVERED * sizes.length) - 1];
    return new BigDecimal(size).round(new MathContext(2, RoundingMode.CEILING));
  }

  private static void draw(Sheet sheet, LinearClassifier classifier, double limit, int x, int y) {
    double[] weights = classifier.weights();
    sheet.squares(x, y, SCALE, i -> Palette.diverging(weights[i] / limit));
    sheet.centred(String.valueOf(classifier.digit()), x + SIDE / 2.0, y + SIDE + 19, NAME);
  }

  private static void legend(Sheet sheet, BigDecimal limit, int centre, int bottom) {
    int left = centre - BAR / 2;
    int top = bottom - 32;
    for (int i = 0; i < BAR; i++) {
      sheet.box(left + i, top, 1, 12, Palette.diverging((i + 0.5) / BAR * 2 - 1));
    }
    sheet.frame(left, top, BAR, 12, 1, Palette.LINE);
    Style words = new Style(12, false, Palette.INK);
    sheet.rightAligned("ink says no", left - 8, top + 10.5, words);
    sheet.text("ink says yes", left + BAR + 8, top + 10.5, words);
    String end = limit.stripTrailingZeros().toPlainString();
    sheet.centred("-" + end, left, bottom - 1, Style.QUIET);
    sheet.centred("0", centre, bottom - 1, Style.QUIET);
    sheet.centred("+" + end, left + BAR, bottom - 1, Style.QUIET);
  }
}
