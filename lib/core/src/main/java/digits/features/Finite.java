package digits.features;

import digits.linalg.FloatMatrix;

/** Checks the numbers of a map that was loaded or passed in. */
final class Finite {

  private Finite() {}

  /** Checks that each number of the directions is finite, and that each has a finite offset. */
  static void check(FloatMatrix directions, float[] offsets) {
    float[] row = new float[directions.columns()];
    for (int i = 0; i < directions.rows(); i++) {
      directions.getRow(i, row);
      check("directions", row, row.length);
    }
    check("offsets", offsets, directions.rows());
  }

  /** Checks that there are as many numbers as wanted, and that each is finite. */
  static void check(String what, float[] numbers, int wanted) {
    if (numbers.length != wanted) {
      throw new IllegalArgumentException(
          "the number of " + what + " must be " + wanted + ", not " + numbers.length);
    }
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("the " + what + " are not all finite numbers");
      }
    }
  }
}
