package digits.notebook;

import digits.data.Digit;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Digits to draw, and ways to look at what was drawn. */
final class Pictures {

  private Pictures() {}

  /** A ring of ink in all greys, about as rich as a handwritten digit. */
  static Digit ring(int label) {
    byte[] pixels = new byte[Digit.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      double radius = Math.hypot(i % Digit.SIDE - 14, i / Digit.SIDE - 13);
      pixels[i] = (byte) Math.max(0, 255 - 70 * Math.abs(radius - 7));
    }
    return Digit.of(pixels, label);
  }

  static Color at(BufferedImage picture, int x, int y) {
    return new Color(picture.getRGB(x, y), true);
  }

  static Set<Color> colors(BufferedImage picture) {
    int width = picture.getWidth();
    return IntStream.range(0, width * picture.getHeight())
        .mapToObj(i -> at(picture, i % width, i / width))
        .collect(Collectors.toSet());
  }

  static int pngSize(BufferedImage picture) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", file);
      return file.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
