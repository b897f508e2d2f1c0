package digits.notebook;

import digits.data.Digit;
import digits.features.Augmentation;
import digits.features.Deskew;
import digits.features.Hog;
import digits.notebook.Sheet.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Enlarged digits, and what features make of them. */
final class FeatureImages {

  private static final int SCALE = 3;
  private static final int SIDE = SCALE * Digit.SIDE;
  private static final int LARGE = 8;
  private static final int LARGE_SIDE = LARGE * Digit.SIDE;
  private static final int GAP = 8;
  private static final int MARGIN = 52;
  private static final int CAPTION = 24;
  private static final int COLORS = 48;

  private FeatureImages() {}

  static BufferedImage enlarged(Digit digit) {
    Sheet sheet = large(1);
    boolean labelled = digit.label() != Digit.UNLABELLED;
    String label = labelled ? " · label " + digit.label() : "";
    tile(sheet, 0, Words.name(digit) + label, ink(digit.intensities()));
    return sheet.finish(FewColors.MOST);
  }

  static BufferedImage upright(List<Digit> digits) {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a row of pairs needs at least one digit");
    }
    int width = 2 * Sheet.PADDING + MARGIN + digits.size() * (SIDE + GAP) - GAP;
    Sheet sheet = new Sheet(width, 2 * (Sheet.PADDING + SIDE) + GAP);
    Deskew deskew = new Deskew(5);
    int below = Sheet.PADDING + SIDE + GAP;
    sheet.text("before", Sheet.PADDING, Sheet.PADDING + SIDE / 2.0 + 4, Style.TEXT);
    sheet.text("after", Sheet.PADDING, below + SIDE / 2.0 + 4, Style.TEXT);
    for (int i = 0; i < digits.size(); i++) {
      int x = Sheet.PADDING + MARGIN + i * (SIDE + GAP);
      sheet.squares(x, Sheet.PADDING, SCALE, ink(digits.get(i).intensities()));
      sheet.squares(x, below, SCALE, ink(deskew.map(digits.get(i))));
    }
    return sheet.finish(COLORS);
  }

  static BufferedImage gradients(Digit digit, Hog hog) {
    Sheet sheet = large(2);
    tile(sheet, 0, "the digit", ink(digit.intensities()));
    tile(sheet, 1, "where its ink grows", pixel -> Palette.PAPER);
    float[] votes = hog.histograms(digit.intensities());
    float most = 1e-6f;
    for (float vote : votes) {
      most = Math.max(most, vote);
    }
    int cell = LARGE * hog.cell();
    for (int i = 0; i < votes.length; i++) {
      double length = 0.75 * cell * votes[i] / most;
      if (length >= 1) {
        int place = i / Hog.DIRECTIONS;
        double angle = 2 * Math.PI * (i % Hog.DIRECTIONS) / Hog.DIRECTIONS;
        double x = left(1) + (place % hog.cells() + 0.5) * cell;
        double y = Sheet.PADDING + (place / hog.cells() + 0.5) * cell;
        double tipX = x + length * Math.cos(angle);
        sheet.lines(Palette.YES, 1.4, x, y, tipX, y + length * Math.sin(angle));
      }
    }
    return sheet.finish(COLORS);
  }

  static BufferedImage difference(Digit one, Digit other) {
    Sheet sheet = large(3);
    float[] first = one.intensities();
    float[] second = other.intensities();
    tile(sheet, 0, "one digit", ink(first));
    tile(sheet, 1, "another", ink(second));
    tile(sheet, 2, "what the unit looks at", i -> Palette.diverging(first[i] - second[i]));
    return sheet.finish(COLORS);
  }

  static List<Digit> warped(Digit digit, Augmentation augmentation, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i == 0 ? digit : augmentation.warp(digit, i))
        .toList();
  }

  /** Intensities from 0 (paper) to 1 (ink) as colours. */
  static IntFunction<Color> ink(float[] intensities) {
    return pixel -> Palette.grey(level(intensities[pixel]));
  }

  private static int level(float intensity) {
    return Math.round(255 * Math.max(0, Math.min(1, intensity)));
  }

  /** A card for large digits side by side. */
  private static Sheet large(int count) {
    int width = left(count) - 2 * GAP + Sheet.PADDING;
    return new Sheet(width, LARGE_SIDE + CAPTION + 2 * Sheet.PADDING - 4);
  }

  private static void tile(Sheet sheet, int place, String words, IntFunction<Color> color) {
    sheet.squares(left(place), Sheet.PADDING, LARGE, color);
    double middle = left(place) + LARGE_SIDE / 2.0;
    sheet.centred(words, middle, Sheet.PADDING + LARGE_SIDE + CAPTION, Style.TEXT);
  }

  private static int left(int place) {
    return Sheet.PADDING + place * (LARGE_SIDE + 2 * GAP);
  }
}
