package digits.notebook;

import digits.data.Digit;
import digits.notebook.Lettering.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

/** A card to draw one picture on: opaque, with round corners on a transparent page. */
final class Sheet {

  /** Free space inside the edge of a card, in pixels. */
  static final int PADDING = 20;

  private static final int CORNER = 16;

  private final BufferedImage image;
  private final Graphics2D canvas;
  private final Lettering lettering;

  /** An empty card, so many pixels wide and high. */
  Sheet(int width, int height, Lettering lettering) {
    this.lettering = lettering;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Shape card = new RoundRectangle2D.Double(0.5, 0.5, width - 1, height - 1, CORNER, CORNER);
    fill(card, Palette.CARD);
    outline(card, Palette.LINE, 1);
  }

  /** Fills whole pixels. */
  void box(int x, int y, int width, int height, Color color) {
    canvas.setColor(color);
    canvas.fillRect(x, y, width, height);
  }

  /** Draws a frame of whole pixels just outside a box. */
  void frame(int x, int y, int width, int height, int thickness, Color color) {
    box(x - thickness, y - thickness, width + 2 * thickness, thickness, color);
    box(x - thickness, y + height, width + 2 * thickness, thickness, color);
    box(x - thickness, y, thickness, height, color);
    box(x + width, y, thickness, height, color);
  }

  /** Fills a shape. */
  void fill(Shape shape, Color color) {
    canvas.setColor(color);
    canvas.fill(shape);
  }

  /** Draws along a shape. */
  void outline(Shape shape, Color color, double thickness) {
    canvas.setColor(color);
    canvas.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(shape);
  }

  /** Draws straight lines from point to point: x, y, x, y, ... */
  void lines(Color color, double thickness, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    outline(path, color, thickness);
  }

  /** Draws 28 x 28 crisp squares, row-major from the top left, each of so many pixels. */
  void squares(int x, int y, int side, IntFunction<Color> color) {
    for (int i = 0; i < Digit.PIXELS; i++) {
      int left = x + i % Digit.SIDE * side;
      int top = y + i / Digit.SIDE * side;
      box(left, top, side, side, color.apply(i));
    }
  }

  /** How wide a text is, in pixels. */
  double width(String text, Style style) {
    return lettering.width(text, style);
  }

  /**
   * Writes a text that starts at x; returns where it ends. Starting on a whole pixel, the same word
   * always gets the same pixels, which makes smaller files.
   */
  double text(String text, double x, double baseline, Style style) {
    lettering.draw(canvas, text, Math.rint(x), Math.rint(baseline), style);
    return x + width(text, style);
  }

  /** Writes a text around x. */
  void centred(String text, double x, double baseline, Style style) {
    text(text, x - width(text, style) / 2, baseline, style);
  }

  /** Writes a text that ends at x. */
  void rightAligned(String text, double x, double baseline, Style style) {
    text(text, x - width(text, style), baseline, style);
  }

  /** The finished picture, in at most so many colours. */
  BufferedImage finish(int colors) {
    canvas.dispose();
    return FewColors.of(image, colors);
  }
}
