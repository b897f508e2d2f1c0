package digits.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduces a picture to one byte per pixel, which makes its PNG, and so a saved notebook, about a
 * third of the size.
 *
 * <p>Transparent pixels and the most frequent colours stay exact. The others, mostly smooth edges
 * of letters, become the nearest colour that stays.
 */
public final class FewColors {

  /** The most colours that fit into one byte per pixel. */
  public static final int MOST = 256;

  private static final int TRANSPARENT = 0;

  private FewColors() {}

  /** A copy with at most 2 to 256 colours. The same picture always gives the same bytes. */
  public static BufferedImage of(BufferedImage picture, int colors) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    int[] kept = mostFrequent(pixels, colors);
    IndexColorModel model =
        new IndexColorModel(8, kept.length, kept, 0, true, -1, DataBuffer.TYPE_BYTE);
    BufferedImage reduced =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    reduced.setRGB(0, 0, width, height, pixels, 0, width);
    return reduced;
  }

  private static int[] mostFrequent(int[] pixels, int colors) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    counts.computeIfPresent(TRANSPARENT, (color, count) -> Integer.MAX_VALUE);
    Comparator<Map.Entry<Integer, Integer>> byCount = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .sorted(byCount.reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(colors)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }
}
