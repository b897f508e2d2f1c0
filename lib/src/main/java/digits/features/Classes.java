package digits.features;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Where the digits of each class stand in a sample.
 *
 * @param places for each class that occurs, the rows of its digits
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

  /** One row of a class. */
  int draw(int number, SplittableRandom random) {
    return places[number][random.nextInt(places[number].length)];
  }
}
