package digits.features;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The rows of each class in a sample.
 *
 * @param places for each class that occurs, its row numbers
 */
record Classes(int[][] places) {

  static Classes of(byte[] labels) {
    int[][] places =
        IntStream.range(0, 10)
            .mapToObj(
                digit ->
                    IntStream.range(0, labels.length).filter(i -> labels[i] == digit).toArray())
            .filter(rows -> rows.length > 0)
            .toArray(int[][]::new);
    return new Classes(places);
  }

  /** How many classes occur. */
  int count() {
    return places.length;
  }

  /** A random row of one of these classes. */
  int draw(int number, SplittableRandom random) {
    return places[number][random.nextInt(places[number].length)];
  }
}
