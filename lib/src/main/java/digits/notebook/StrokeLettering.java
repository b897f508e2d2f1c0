package digits.notebook;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text in a plain stroke font of our own, for machines without fonts.
 *
 * <p>The file {@code strokes.txt} holds one letter a line: the letter, a blank, and its strokes
 * between slashes. A stroke is a row of points, each two digits: x from the left, and y from the
 * top, where 0 is the height of capitals, 2 that of small letters, 6 the baseline and 8 the lowest.
 */
final class StrokeLettering implements Lettering {

  private static final String FILE = "strokes.txt";
  private static final String UNKNOWN = "00 30 36 06 00";
  private static final int BASELINE = 6;
  private static final double UNIT = 0.122;
  private static final double GAP = 1.5;

  private final Map<Character, String> glyphs = read();

  @Override
  public double width(String text, Style style) {
    return text.chars().mapToDouble(letter -> advance((char) letter)).sum() * UNIT * style.size();
  }

  @Override
  public void draw(Graphics2D canvas, String text, double x, double baseline, Style style) {
    double unit = UNIT * style.size();
    Stroke before = canvas.getStroke();
    float pen = (float) (style.size() * (style.bold() ? 0.13 : 0.08));
    canvas.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(style.color());
    double left = x + unit * GAP / 2;
    for (char letter : text.toCharArray()) {
      canvas.draw(outline(letter, left, baseline, unit));
      left += advance(letter) * unit;
    }
    canvas.setStroke(before);
  }

  private Path2D outline(char letter, double left, double baseline, double unit) {
    Path2D path = new Path2D.Double();
    for (String stroke : glyph(letter).split("/")) {
      boolean first = true;
      for (String point : stroke.strip().split(" +")) {
        if (point.isEmpty()) {
          continue;
        }
        double x = left + (point.charAt(0) - '0') * unit;
        double y = baseline + (point.charAt(1) - '0' - BASELINE) * unit;
        if (first) {
          path.moveTo(x, y);
        }
        path.lineTo(x, y);
        first = false;
      }
    }
    return path;
  }

  /** The width of a letter and the gap after it, in units: its rightmost x, or 1 for a blank. */
  private double advance(char letter) {
    String glyph = glyph(letter);
    int right = glyph.isEmpty() ? 1 : 0;
    for (String point : glyph.split("[ /]+")) {
      right = point.isEmpty() ? right : Math.max(right, point.charAt(0) - '0');
    }
    return right + GAP;
  }

  private String glyph(char letter) {
    return letter == ' ' ? "" : glyphs.getOrDefault(letter, UNKNOWN);
  }

  private static Map<Character, String> read() {
    try (InputStream file = StrokeLettering.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .collect(Collectors.toMap(line -> line.charAt(0), line -> line.substring(1).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("the library's own " + FILE + " cannot be read", e);
    }
  }
}
