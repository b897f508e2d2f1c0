package digits.notebook;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/**
 * A picture whose {@link #toString} says in words what it shows, for screen readers, text consoles,
 * and everybody if Java finds no font.
 */
final class Picture extends BufferedImage {

  private static final String NO_FONT =
      "\n(no picture: Java finds no font; install fontconfig and a font such as DejaVu Sans, then"
          + " restart the kernel)";

  private final String words;
  private final boolean drawn;

  private Picture(BufferedImage pixels, String words, boolean drawn) {
    super(pixels.getColorModel(), pixels.getRaster(), pixels.isAlphaPremultiplied(), null);
    this.words = words;
    this.drawn = drawn;
  }

  /** Draws a picture; if Java finds no font, only the words remain. */
  static Picture of(Supplier<BufferedImage> drawing, Supplier<String> words) {
    try {
      return new Picture(drawing.get(), words.get(), true);
    } catch (Sheet.NoFontException e) {
      BufferedImage nothing = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
      return new Picture(nothing, words.get() + NO_FONT, false);
    }
  }

  /** Whether there is a picture, not only words. */
  boolean isDrawn() {
    return drawn;
  }

  @Override
  public String toString() {
    return words;
  }
}
