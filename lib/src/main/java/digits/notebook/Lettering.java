package digits.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.Supplier;

/** Draws text. */
interface Lettering {

  /** How text looks: its size in pixels, as of a font, its weight and its colour. */
  record Style(int size, boolean bold, Color color) {}

  /** How many pixels wide a text is. */
  double width(String text, Style style);

  /** Draws a text from its left end on its baseline. */
  void draw(Graphics2D canvas, String text, double x, double baseline, Style style);

  /**
   * The best lettering that this machine has: its fonts, or strokes where it has none. A Java
   * without any font throws at the first letter: an InternalError, a plain Error, a
   * NoClassDefFoundError or a RuntimeException, by its version.
   */
  static Lettering available() {
    return firstOf(FontLettering::new, StrokeLettering::new);
  }

  /** The preferred lettering if it can measure a letter, else the other. */
  static Lettering firstOf(Supplier<Lettering> preferred, Supplier<Lettering> other) {
    try {
      Lettering lettering = preferred.get();
      lettering.width("0", new Style(12, false, Palette.INK));
      return lettering;
    } catch (RuntimeException | Error noFonts) {
      return other.get();
    }
  }
}
