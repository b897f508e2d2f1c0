package digits.paper;

/**
 * How much ink covers each pixel of a picture.
 *
 * @param share one byte per pixel, row by row, 0 (paper) to 255 (black ink); not copied
 * @param threshold a pixel with a larger share is ink
 */
record InkMap(int width, int height, byte[] share, int threshold) {

  int at(int x, int y) {
    return share[y * width + x] & 0xFF;
  }

  boolean isInk(int place) {
    return (share[place] & 0xFF) > threshold;
  }

  InkMap withThreshold(int other) {
    return new InkMap(width, height, share, other);
  }

  /** The map with rows and columns exchanged. */
  InkMap transposed() {
    byte[] turned = new byte[share.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = share[y * width + x];
      }
    }
    return new InkMap(height, width, turned, threshold);
  }
}
