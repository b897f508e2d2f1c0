package digits.paper;

import java.util.Arrays;

/**
 * Tells ink from paper. The paper's brightness may change from place to place, as it does under a
 * lamp or in a shadow, so each part of the picture is compared with the paper around it.
 */
final class Paper {

  /** Tiles along the longer side of a picture. */
  private static final int TILES = 64;

  /** The paper around a tile is looked for among so many tiles each way. */
  private static final int AROUND = 4;

  /** A weaker trace is not ink: 8 % of the paper's brightness. */
  private static final int LEAST_SHARE = 20;

  /** Where paper is darker than this shade, it is too dark to see ink on it. */
  private static final float DARKNESS = 32;

  private final Grey grey;
  private final int tile;
  private final int across;
  private final int down;

  private Paper(Grey grey) {
    this.grey = grey;
    tile = Math.max(8, (grey.longerSide() + TILES - 1) / TILES);
    across = (grey.width() + tile - 1) / tile;
    down = (grey.height() + tile - 1) / tile;
  }

  /** The ink in a picture, dark on light or light on dark. */
  static InkMap ink(Grey grey) {
    Paper paper = new Paper(grey);
    return paper.isDark() ? new Paper(inverted(grey)).ink(true) : paper.ink(false);
  }

  private static Grey inverted(Grey grey) {
    byte[] pixels = new byte[grey.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~grey.pixels()[i];
    }
    return new Grey(grey.width(), grey.height(), pixels);
  }

  /** Whether what stands out from its surroundings is bright. */
  private boolean isDark() {
    float[] paper = around(tiles(0.5), 0.5);
    float[] low = tiles(0.02);
    float[] high = tiles(0.98);
    double dark = 0;
    double bright = 0;
    for (int i = 0; i < paper.length; i++) {
      dark += Math.pow(Math.max(0, paper[i] - low[i]), 2);
      bright += Math.pow(Math.max(0, high[i] - paper[i]), 2);
    }
    return bright > dark;
  }

  /** A quantile of the shades in each tile. */
  private float[] tiles(double share) {
    float[] shades = new float[across * down];
    for (int place = 0; place < shades.length; place++) {
      int left = place % across * tile;
      int top = place / across * tile;
      int right = Math.min(grey.width(), left + tile);
      int bottom = Math.min(grey.height(), top + tile);
      long[] counts = new long[256];
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          counts[grey.at(x, y)]++;
        }
      }
      shades[place] = quantile(counts, share);
    }
    return shades;
  }

  private static int quantile(long[] counts, double share) {
    double left = share * Arrays.stream(counts).sum();
    int value = 0;
    while (value < 255 && left > counts[value]) {
      left -= counts[value++];
    }
    return value;
  }

  /** For each tile a quantile of the tiles around it. */
  private float[] around(float[] tiles, double share) {
    float[] out = new float[tiles.length];
    float[] window = new float[(2 * AROUND + 1) * (2 * AROUND + 1)];
    for (int place = 0; place < tiles.length; place++) {
      int row = place / across;
      int column = place % across;
      int size = 0;
      for (int y = Math.max(0, row - AROUND); y <= Math.min(down - 1, row + AROUND); y++) {
        for (int x = Math.max(0, column - AROUND);
            x <= Math.min(across - 1, column + AROUND);
            x++) {
          window[size++] = tiles[y * across + x];
        }
      }
      Arrays.sort(window, 0, size);
      out[place] = window[(int) (share * (size - 1))];
    }
    return out;
  }

  private InkMap ink(boolean inverted) {
    float[] paper = around(tiles(0.6), 0.7);
    byte[] share = new byte[grey.pixels().length];
    long[] counts = new long[256];
    float[] line = new float[across];
    for (int y = 0; y < grey.height(); y++) {
      for (int column = 0; column < across; column++) {
        line[column] = between(paper, y, down, column, across);
      }
      for (int x = 0; x < grey.width(); x++) {
        int seen = grey.at(x, y);
        float background = between(line, x, across, 0, 1);
        // Light multiplies both, so it is their ratio that a shadow leaves as it is.
        float light = Math.max(DARKNESS, inverted ? 256 - seen : background);
        int ink = (int) Math.max(0, Math.min(255, 255 * (background - seen) / light));
        share[y * grey.width() + x] = (byte) ink;
        counts[ink]++;
      }
    }
    return new InkMap(grey.width(), grey.height(), share, threshold(counts));
  }

  /** A value at a pixel, between those at the middles of two tiles. */
  private float between(float[] values, int pixel, int tiles, int first, int step) {
    float place = Math.max(0, Math.min(tiles - 1, (pixel + 0.5f) / tile - 0.5f));
    int before = Math.min((int) place, Math.max(0, tiles - 2));
    int after = Math.min(before + 1, tiles - 1);
    float part = place - before;
    return values[first + before * step] * (1 - part) + values[first + after * step] * part;
  }

  /** Otsu's threshold (1979) among the shares that are larger than noise makes those of paper. */
  private static int threshold(long[] counts) {
    int least = Math.max(LEAST_SHARE, Math.min(64, 4 * quantile(counts, 0.75)));
    double all = 0;
    double sum = 0;
    for (int i = least; i < 256; i++) {
      all += counts[i];
      sum += (double) i * counts[i];
    }
    int best = least;
    double most = 0;
    double below = 0;
    double sumBelow = 0;
    for (int i = least; i < 255; i++) {
      below += counts[i];
      sumBelow += (double) i * counts[i];
      double means = sumBelow / below - (sum - sumBelow) / (all - below);
      double variance = below * (all - below) * means * means;
      if (variance > most) {
        most = variance;
        best = i;
      }
    }
    return best;
  }
}
