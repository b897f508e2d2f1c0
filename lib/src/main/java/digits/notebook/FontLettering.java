package digits.notebook;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Text in the machine's own sans-serif font. */
final class FontLettering implements Lettering {

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  @Override
  public double width(String text, Style style) {
    return font(style).getStringBounds(text, SMOOTH).getWidth();
  }

  @Override
  public void draw(Graphics2D canvas, String text, double x, double baseline, Style style) {
    canvas.setFont(font(style));
    canvas.setColor(style.color());
    canvas.drawString(text, (float) x, (float) baseline);
  }

  private static Font font(Style style) {
    return new Font(Font.SANS_SERIF, style.bold() ? Font.BOLD : Font.PLAIN, style.size());
  }
}
