package digits.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds ink that hangs together; pixels that touch at a corner do. */
final class Blob {

  /** Fewer pixels are noise. */
  private static final int LEAST_PIXELS = 4;

  private Blob() {}

  static List<Figure> find(InkMap ink) {
    boolean[] found = new boolean[ink.share().length];
    int[] pixels = new int[1024];
    List<Figure> blobs = new ArrayList<>();
    for (int place = 0; place < found.length; place++) {
      if (!ink.isInk(place) || found[place]) {
        continue;
      }
      found[place] = true;
      pixels[0] = place;
      int end = 1;
      for (int i = 0; i < end; i++) {
        if (end + 8 > pixels.length) {
          pixels = Arrays.copyOf(pixels, 2 * pixels.length);
        }
        end = addNeighbours(ink, pixels[i], found, pixels, end);
      }
      if (end >= LEAST_PIXELS) {
        blobs.add(new Figure(ink, Arrays.copyOf(pixels, end)));
      }
    }
    return blobs;
  }

  private static int addNeighbours(
      InkMap ink, int place, boolean[] found, int[] pixels, int count) {
    int end = count;
    int column = place % ink.width();
    int row = place / ink.width();
    for (int y = Math.max(0, row - 1); y <= Math.min(ink.height() - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(ink.width() - 1, column + 1); x++) {
        int next = y * ink.width() + x;
        if (ink.isInk(next) && !found[next]) {
          found[next] = true;
          pixels[end++] = next;
        }
      }
    }
    return end;
  }
}
