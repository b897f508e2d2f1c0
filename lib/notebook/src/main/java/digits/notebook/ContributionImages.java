package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.model.BinaryClassifier;
import digits.model.LinearClassifier;
import digits.notebook.Sheet.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** How a linear classifier gets from the pixels of a digit to its margin, one row per digit. */
final class ContributionImages {

  private static final int SCALE = 4;
  private static final int SIDE = SCALE * Digit.SIDE;
  private static final int SIGN = 30;
  private static final int CAPTION = 22;
  private static final int GAP = 18;
  private static final int BARS = Sheet.PADDING + 3 * (SIDE + SIGN) + 100;
  private static final int LONGEST = 84;
  private static final int ZERO = BARS + LONGEST;
  private static final int NUMBERS = 62;
  private static final int WIDTH = ZERO + LONGEST + NUMBERS + Sheet.PADDING;
  private static final int ROW = 26;
  private static final int THICK = 12;

  private static final Style LARGE = new Style(20, false, Palette.QUIET);

  private ContributionImages() {}

  /** What a margin is made of: ink that speaks for the digit, ink against it, the intercept. */
  private record Parts(double[] products, double forIt, double against, double intercept) {

    static Parts of(LinearClassifier classifier, Digit digit) {
      double[] products = classifier.weights();
      float[] pixels = classifier.features().map(digit);
      for (int i = 0; i < products.length; i++) {
        products[i] *= pixels[i];
      }
      return new Parts(
          products,
          DoubleStream.of(products).filter(p -> p > 0).sum(),
          DoubleStream.of(products).filter(p -> p < 0).sum(),
          classifier.intercept());
    }

    double margin() {
      return forIt + against + intercept;
    }
  }

  static BufferedImage of(BinaryClassifier classifier, List<Digit> digits) {
    LinearClassifier linear = WeightImages.onPixels(classifier);
    List<Parts> parts = digits.stream().map(digit -> Parts.of(linear, digit)).toList();
    double weight = WeightImages.limit(List.of(linear)).doubleValue();
    double most =
        parts.stream()
            .flatMapToDouble(p -> DoubleStream.of(p.forIt, -p.against, Math.abs(p.margin())))
            .max()
            .orElseThrow(() -> new IllegalArgumentException("there is no digit to explain"));
    // A few large products would leave the others pale.
    double product =
        0.5
            * parts.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.products))
                .map(Math::abs)
                .max()
                .orElseThrow();
    int height = SIDE + CAPTION + GAP;
    Sheet sheet = new Sheet(WIDTH, parts.size() * height - GAP + 2 * Sheet.PADDING);
    double[] weights = linear.weights();
    for (int i = 0; i < parts.size(); i++) {
      Parts of = parts.get(i);
      int y = Sheet.PADDING + i * height;
      sheet.squares(left(0), y, SCALE, FeatureImages.ink(digits.get(i).intensities()));
      sheet.squares(left(1), y, SCALE, p -> Palette.diverging(weights[p] / weight));
      sheet.squares(left(2), y, SCALE, p -> Palette.diverging(of.products[p] / product));
      caption(sheet, 0, y, "the digit");
      caption(sheet, 1, y, "the weights");
      caption(sheet, 2, y, "their product");
      sheet.centred("×", left(1) - SIGN / 2.0, y + SIDE / 2.0 + 7, LARGE);
      sheet.centred("=", left(2) - SIGN / 2.0, y + SIDE / 2.0 + 7, LARGE);
      bars(sheet, of, y + 4, LONGEST / most);
    }
    return sheet.finish(FewColors.MOST);
  }

  private static int left(int tile) {
    return Sheet.PADDING + tile * (SIDE + SIGN);
  }

  private static void caption(Sheet sheet, int tile, int y, String words) {
    sheet.centred(words, left(tile) + SIDE / 2.0, y + SIDE + CAPTION - 5, Style.QUIET);
  }

  private static void bars(Sheet sheet, Parts parts, int y, double scale) {
    bar(sheet, "ink for it", parts.forIt, y, scale, false);
    bar(sheet, "ink against it", parts.against, y + ROW, scale, false);
    bar(sheet, "intercept", parts.intercept, y + 2 * ROW, scale, false);
    sheet.box(left(3) - 4, y + 3 * ROW + 1, WIDTH - Sheet.PADDING - left(3), 1, Palette.LINE);
    bar(sheet, "margin", parts.margin(), y + 3 * ROW + 6, scale, true);
    sheet.box(ZERO - 1, y - 4, 2, 4 * ROW + 10, Palette.INK);
    int side = parts.margin() > 0 ? 16 : -14;
    sheet.centred(Words.yesOrNo(parts.margin()), ZERO + side, y + 4 * ROW + 22, Style.BOLD);
  }

  private static void bar(
      Sheet sheet, String name, double value, int y, double scale, boolean sum) {
    Style style = sum ? Style.BOLD : Style.TEXT;
    sheet.rightAligned(name, BARS - 10, y + 15, style);
    int length = Math.max(1, (int) Math.rint(Math.abs(value) * scale));
    Color color = value > 0 ? Palette.YES : Palette.NO;
    sheet.box(value > 0 ? ZERO : ZERO - length, y + 4, length, THICK, color);
    sheet.rightAligned(Message.of("%+.1f", value), WIDTH - Sheet.PADDING - 4, y + 15, style);
  }

  /** The same in words, one line per digit. */
  static String words(BinaryClassifier classifier, List<Digit> digits) {
    LinearClassifier linear = WeightImages.onPixels(classifier);
    return digits.stream()
        .map(
            digit -> {
              Parts of = Parts.of(linear, digit);
              return Message.of(
                  "digit %d, a %s: ink for it %+.1f, ink against it %+.1f, intercept %+.1f,"
                      + " margin %+.1f: %s",
                  digit.index(),
                  Words.label(digit),
                  of.forIt,
                  of.against,
                  of.intercept,
                  of.margin(),
                  Words.yesOrNo(of.margin()));
            })
        .collect(Collectors.joining("\n"));
  }
}
