package digits.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture in shades of grey.
 *
 * @param pixels one byte per pixel, row by row, 0 (black) to 255 (white); not copied
 */
record Grey(int width, int height, byte[] pixels) {

  /**
   * A decoded picture, turned upright.
   *
   * @param orientation how the camera was held, 1 to 8 as EXIF counts; any other counts as 1
   */
  static Grey of(BufferedImage image, int orientation) {
    byte[] onWhite = drawn(image, orientation, Color.WHITE);
    boolean seen = !image.getColorModel().hasAlpha() || range(onWhite) > 32;
    // White ink on transparent paper shows on black.
    byte[] pixels = seen ? onWhite : drawn(image, orientation, Color.BLACK);
    return orientation < 5 || orientation > 8
        ? new Grey(image.getWidth(), image.getHeight(), pixels)
        : new Grey(image.getHeight(), image.getWidth(), pixels);
  }

  private static byte[] drawn(BufferedImage image, int orientation, Color paper) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    boolean turned = orientation > 4 && orientation < 9;
    BufferedImage upright =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = upright.createGraphics();
    graphics.setBackground(paper);
    graphics.clearRect(0, 0, upright.getWidth(), upright.getHeight());
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    int[] colours = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
    byte[] grey = new byte[colours.length];
    for (int i = 0; i < grey.length; i++) {
      int rgb = colours[i];
      grey[i] =
          (byte) ((77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) >> 8);
    }
    return grey;
  }

  private static int range(byte[] pixels) {
    int least = 255;
    int most = 0;
    for (byte pixel : pixels) {
      least = Math.min(least, pixel & 0xFF);
      most = Math.max(most, pixel & 0xFF);
    }
    return most - least;
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  int longerSide() {
    return Math.max(width, height);
  }
}
