package digits.data;

import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Labelled digits in a fixed order, perhaps more than fit into memory. The digit at a place is the
 * same whenever and wherever it is read, so that any part of a source can be worked on anywhere,
 * and again. A {@link DigitSet} is in memory; a {@link DigitStream} is read when it is asked for.
 */
public sealed interface DigitSource extends Serializable permits DigitSet, DigitStream {

  String name();

  /** How many digits there are. */
  long count();

  /**
   * Digits that follow each other.
   *
   * @param first the place of the first, from 0
   * @throws DataException if they cannot be read
   */
  DigitSet read(long first, int count);

  /** Which digits occur, ascending. */
  int[] classes();

  /** A SHA-256 in hexadecimal that is the same for the same digits in the same order. */
  String checksum();

  /** Digits drawn at random, without replacement; the same for the same seed. */
  default DigitSet sample(int count, long seed) {
    DigitSet.checkCount(this, count);
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> places = new TreeSet<>();
    while (places.size() < count) {
      places.add(random.nextLong(count()));
    }
    return DigitSet.joined(name(), places.stream().map(place -> read(place, 1)).toList());
  }
}
