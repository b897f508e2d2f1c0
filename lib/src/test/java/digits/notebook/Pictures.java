package digits.notebook;

import digits.data.Digit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Digits to draw, and ways to look at what was drawn. */
final class Pictures {

  private Pictures() {}

  /** A digit with full ink at one place only. */
  static Digit dot(int row, int column, int label) {
    byte[] pixels = new byte[Digit.PIXELS];
    pixels[row * Digit.SIDE + column] = (byte) 255;
    return Digit.of(pixels, label);
  }

  /** A smooth scribble about as rich as a handwritten digit, the same for the same seed. */
  static Digit scribble(long seed, int label) {
    Random random = new Random(seed);
    BufferedImage paper = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 2; i++) {
      double[] p = random.doubles(8, 4, 24).toArray();
      pen.draw(new CubicCurve2D.Double(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]));
    }
    byte[] pixels = new byte[Digit.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) paper.getRaster().getSample(i % 28, i / 28, 0);
    }
    return Digit.of(pixels, label);
  }

  static Color at(BufferedImage picture, int x, int y) {
    return new Color(picture.getRGB(x, y), true);
  }

  /** All colours in a box. */
  static Set<Color> colors(BufferedImage picture, int x, int y, int width, int height) {
    return IntStream.range(0, width * height)
        .mapToObj(i -> at(picture, x + i % width, y + i / width))
        .collect(Collectors.toSet());
  }

  static Set<Color> colors(BufferedImage picture) {
    return colors(picture, 0, 0, picture.getWidth(), picture.getHeight());
  }

  /** How many pixels of a line have a colour. */
  static long count(BufferedImage picture, int row, Color color) {
    return IntStream.range(0, picture.getWidth())
        .filter(x -> at(picture, x, row).equals(color))
        .count();
  }

  /** A part of a picture, to be compared with another. */
  static Part part(BufferedImage picture, int x, int y, int width, int height) {
    return new Part(
        Arrays.stream(picture.getRGB(x, y, width, height, new int[width * height], 0, width))
            .boxed()
            .toList());
  }

  /** Pixels, which a failed comparison does not spell out. */
  record Part(List<Integer> pixels) {

    /** Which of them are not of the card, whatever their colour. */
    List<Boolean> ink() {
      return pixels.stream().map(pixel -> pixel != Palette.CARD.getRGB()).toList();
    }

    @Override
    public String toString() {
      return "pixels " + Integer.toHexString(pixels.hashCode());
    }
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
