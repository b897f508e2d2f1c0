package digits.notebook;

import digits.data.Digit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

/** A card to draw a picture on: opaque, with round corners on a transparent background. */
final class Sheet {

  /** Free space inside the edge of the card, in pixels. */
  static final int PADDING = 20;

  /** Steps between the shades of a picture; finer ones would only make the file larger. */
  private static final int SHADE = 17;

  private static final int CORNER = 16;
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  private final BufferedImage image;
  private final Graphics2D canvas;

  /** Text of a size in pixels, in the machine's own sans-serif font. */
  record Style(int size, boolean bold, Color color) {

    static final Style TEXT = new Style(13, false, Palette.INK);
    static final Style BOLD = new Style(13, true, Palette.INK);
    static final Style QUIET = new Style(12, false, Palette.QUIET);

    private Font font() {
      return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
    }
  }

  /** Java finds no font on this machine. */
  static final class NoFontException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoFontException(Throwable cause) {
      super(cause);
    }
  }

  Sheet(int width, int height) {
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

  /** Draws a grey picture, reduced to a size, in few shades and a thin frame. */
  void picture(BufferedImage picture, int x, int y, int width, int height) {
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    // Halving keeps every pixel's share; one large step would skip most of them.
    BufferedImage source = picture;
    while (source.getWidth() > 2 * width) {
      BufferedImage half =
          new BufferedImage(
              source.getWidth() / 2, source.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHints(canvas.getRenderingHints());
      graphics.drawImage(source, 0, 0, half.getWidth(), half.getHeight(), null);
      graphics.dispose();
      source = half;
    }
    canvas.drawImage(source, x, y, width, height, null);
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        int shade = ((image.getRGB(column, row) & 0xFF) + SHADE / 2) / SHADE * SHADE * 0x10101;
        image.setRGB(column, row, 0xFF000000 | shade);
      }
    }
    frame(x, y, width, height, 1, Palette.LINE);
  }

  void fill(Shape shape, Color color) {
    canvas.setColor(color);
    canvas.fill(shape);
  }

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

  /** Draws 28 x 28 crisp squares in a thin frame, row-major from the top left. */
  void squares(int x, int y, int side, IntFunction<Color> color) {
    for (int i = 0; i < Digit.PIXELS; i++) {
      int left = x + i % Digit.SIDE * side;
      int top = y + i / Digit.SIDE * side;
      box(left, top, side, side, color.apply(i));
    }
    frame(x, y, side * Digit.SIDE, side * Digit.SIDE, 1, Palette.LINE);
  }

  /**
   * The width of a text in pixels.
   *
   * @throws NoFontException if Java finds no font; depending on its version, Java itself throws an
   *     InternalError, a plain Error, a NoClassDefFoundError or a RuntimeException
   */
  static double width(String text, Style style) {
    try {
      return style.font().getStringBounds(text, SMOOTH).getWidth();
    } catch (RuntimeException | Error noFont) {
      throw new NoFontException(noFont);
    }
  }

  /**
   * Writes a text that starts at x; returns where it ends. It starts on a whole pixel, so that the
   * same word always gets the same pixels, which makes smaller files.
   */
  double text(String text, double x, double baseline, Style style) {
    double end = x + width(text, style);
    canvas.setFont(style.font());
    canvas.setColor(style.color());
    canvas.drawString(text, (float) Math.rint(x), (float) Math.rint(baseline));
    return end;
  }

  void centred(String text, double x, double baseline, Style style) {
    text(text, x - width(text, style) / 2, baseline, style);
  }

  void rightAligned(String text, double x, double baseline, Style style) {
    text(text, x - width(text, style), baseline, style);
  }

  /** Ends drawing; returns the picture in at most this many colours. */
  BufferedImage finish(int colors) {
    canvas.dispose();
    return FewColors.of(image, colors);
  }
}
