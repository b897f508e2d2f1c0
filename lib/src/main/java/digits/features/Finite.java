package digits.features;

import digits.linalg.FloatMatrix;

/** Checks the numbers of a map that was loaded or passed in. */
final class Finite {

  private Finite() {}

  /** Checks that there are as many numbers as wanted, and that each is finite. */
  static void check(String what, float[] numbers, int wanted) {
    if (numbers.length != wanted) {
      throw new IllegalArgumentException(
          "the number of " + what + " must be " + wanted + ", not " + numbers.length);
    }
    check(what, numbers);
  }

  /** Checks that each number of a matrix is finite. */
  static void check(String what, FloatMatrix matrix) {
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.getRow(i, row);
      check(what, row);
    }
  }

  private static void check(String what, float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("the " + what + " are not all finite numbers");
      }
    }
  }
}
