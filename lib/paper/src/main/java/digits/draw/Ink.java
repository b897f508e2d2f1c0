package digits.draw;

import digits.data.Digit;
import java.util.Arrays;

/**
 * Ink on paper in fine pixels, row by row, each 0 (paper) to 1 (ink), before it is scaled and moved
 * as MNIST's digits are.
 */
public final class Ink {

  /** Pixels of the longer side of a digit's ink, as in MNIST. */
  private static final int BOX = 20;

  /** Fine pixels that the longer side of a drawing's ink should have. */
  static final int FINE = 10 * BOX;

  private final int width;
  private final int height;
  private final float[] cover;

  /**
   * Some ink.
   *
   * @param cover one number per pixel, row by row, 0 to 1; not copied
   */
  public Ink(int width, int height, float[] cover) {
    this.width = width;
    this.height = height;
    this.cover = cover;
  }

  /** Draws a line with round ends; a pixel at its edge is covered in part. */
  void line(double x, double y, double toX, double toY, double radius) {
    double dx = toX - x;
    double dy = toY - y;
    double squares = dx * dx + dy * dy;
    int left = Math.max(0, (int) (Math.min(x, toX) - radius - 1));
    int right = Math.min(width, (int) (Math.max(x, toX) + radius + 2));
    int top = Math.max(0, (int) (Math.min(y, toY) - radius - 1));
    int bottom = Math.min(height, (int) (Math.max(y, toY) + radius + 2));
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double px = column + 0.5 - x;
        double py = row + 0.5 - y;
        double along = squares == 0 ? 0 : (px * dx + py * dy) / squares;
        double share = Math.max(0, Math.min(1, along));
        double edge = radius + 0.5 - Math.hypot(px - share * dx, py - share * dy);
        int at = row * width + column;
        cover[at] = Math.max(cover[at], (float) Math.max(0, Math.min(1, edge)));
      }
    }
  }

  /** The ink at the size and place of a digit of MNIST; a blank digit if there is none. */
  public Digit normalized() {
    int[] rows = span(height, width, width, 1);
    int[] columns = span(width, height, 1, width);
    boolean blank = rows[0] >= rows[1];
    byte[] pixels = blank ? new byte[Digit.PIXELS] : centred(scaled(rows, columns));
    return Digit.of(pixels, Digit.UNLABELLED);
  }

  /** The picture with its centre of mass moved, by whole pixels, to the middle of a digit. */
  private static byte[] centred(float[][] small) {
    double[] rowMass = new double[small.length];
    double[] columnMass = new double[small[0].length];
    for (int row = 0; row < rowMass.length; row++) {
      for (int column = 0; column < columnMass.length; column++) {
        rowMass[row] += small[row][column];
        columnMass[column] += small[row][column];
      }
    }
    int down = shift(rowMass);
    int right = shift(columnMass);
    byte[] pixels = new byte[Digit.PIXELS];
    for (int row = 0; row < rowMass.length; row++) {
      for (int column = 0; column < columnMass.length; column++) {
        int y = row + down;
        int x = column + right;
        if (y >= 0 && y < Digit.SIDE && x >= 0 && x < Digit.SIDE) {
          pixels[y * Digit.SIDE + x] = (byte) Math.round(255 * small[row][column]);
        }
      }
    }
    return pixels;
  }

  /** The pixels to move by, so that the centre of mass comes to the middle of the digit. */
  private static int shift(double[] mass) {
    double moment = 0;
    for (int i = 0; i < mass.length; i++) {
      moment += i * mass[i];
    }
    return (int) Math.round(Digit.SIDE / 2 - moment / Arrays.stream(mass).sum());
  }

  /** First line with ink, and the one after the last. */
  private int[] span(int lines, int length, int lineStep, int step) {
    int first = lines;
    int end = 0;
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < length; i++) {
        if (cover[line * lineStep + i * step] > 0) {
          first = Math.min(first, line);
          end = line + 1;
        }
      }
    }
    return new int[] {first, end};
  }

  /**
   * The box around the ink, scaled to {@code BOX} pixels along its longer side; each pixel is the
   * mean of its area.
   */
  private float[][] scaled(int[] rows, int[] columns) {
    int tall = rows[1] - rows[0];
    int wide = columns[1] - columns[0];
    double size = Math.max(tall, wide) / (double) BOX;
    int smallRows = (int) Math.ceil(tall / size - 1e-9);
    int smallColumns = (int) Math.ceil(wide / size - 1e-9);
    float[][] small = new float[smallRows][smallColumns];
    // A width that is not a whole number of pixels is centred.
    double top = rows[0] - (smallRows * size - tall) / 2;
    double left = columns[0] - (smallColumns * size - wide) / 2;
    for (int row = 0; row < smallRows; row++) {
      for (int column = 0; column < smallColumns; column++) {
        small[row][column] = mean(top + row * size, left + column * size, size);
      }
    }
    return small;
  }

  private float mean(double top, double left, double size) {
    double sum = 0;
    for (int y = Math.max(0, (int) top); y < Math.min(height, top + size); y++) {
      double tall = Math.min(y + 1, top + size) - Math.max(y, top);
      for (int x = Math.max(0, (int) left); x < Math.min(width, left + size); x++) {
        double wide = Math.min(x + 1, left + size) - Math.max(x, left);
        sum += tall * wide * cover[y * width + x];
      }
    }
    return (float) Math.min(1, sum / (size * size));
  }
}
