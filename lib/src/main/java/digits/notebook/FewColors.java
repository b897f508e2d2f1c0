package digits.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A picture reduced to few colours, one byte a pixel. A PNG of it is a third of the size, which
 * counts in a saved notebook.
 *
 * <p>Transparent and the most frequent colours stay exactly as they are. The rest, which are the
 * soft edges of letters, go to the nearest that stays.
 */
public final class FewColors {

  /** As many as fit into one byte a pixel. */
  public static final int MOST = 256;

  private static final int TRANSPARENT = 0;

  private FewColors() {}

  /** A copy with 2 to 256 colours; the same picture always gives the same bytes. */
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
