package digits.notebook;

import java.awt.image.BufferedImage;

/**
 * A picture that says in words what it shows: {@link #toString} is what a page without pictures, a
 * screen reader or a text console gets in its place.
 */
final class Picture extends BufferedImage {

  private final String words;

  /** The same pixels, with words. */
  Picture(BufferedImage pixels, String words) {
    super(pixels.getColorModel(), pixels.getRaster(), pixels.isAlphaPremultiplied(), null);
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
