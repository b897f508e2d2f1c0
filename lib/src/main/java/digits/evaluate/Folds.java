package digits.evaluate;

import digits.data.DigitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Digits dealt into folds of equal size, to within one.
 *
 * @param digits all digits
 * @param of the fold of each, from 0
 * @param count how many folds there are
 */
record Folds(DigitSet digits, int[] of, int count) {

  /**
   * Deals the digits at random so that each fold gets its share of every label, to within one.
   *
   * @throws IllegalArgumentException if some label occurs less often than there are folds
   */
  static Folds stratified(DigitSet digits, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] of = new int[digits.size()];
    int dealt = 0;
    for (int label = 0; label < 10; label++) {
      int[] places = places(digits, label);
      if (places.length > 0 && places.length < count) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%d folds need %d or more of each digit; %s has %d of %d",
                count,
                count,
                digits.name(),
                places.length,
                label));
      }
      for (int left = places.length; left > 0; left--) {
        int drawn = random.nextInt(left);
        of[places[drawn]] = dealt++ % count;
        places[drawn] = places[left - 1];
      }
    }
    return new Folds(digits, of, count);
  }

  private static int[] places(DigitSet digits, int label) {
    return IntStream.range(0, digits.size()).filter(i -> digits.label(i) == label).toArray();
  }

  /** Where the digits of one fold are. */
  int[] places(int fold) {
    return IntStream.range(0, of.length).filter(place -> of[place] == fold).toArray();
  }

  /** The digits of one fold. */
  DigitSet heldOut(int fold) {
    return digits.select(IntStream.of(places(fold)));
  }

  /** The digits of all other folds. */
  DigitSet training(int fold) {
    return digits.select(IntStream.range(0, of.length).filter(place -> of[place] != fold));
  }
}
