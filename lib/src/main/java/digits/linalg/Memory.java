package digits.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Large pieces of memory. When one is refused, it is said which. */
public final class Memory {

  private Memory() {}

  /**
   * Zeros outside the heap, where OpenBLAS reads them without a copy.
   *
   * @throws NotEnoughMemoryException if they are refused
   */
  static ByteBuffer outside(int bytes, String what) {
    try {
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(what, bytes, "outside the heap", refusal);
    }
  }

  /**
   * Zeros in the heap.
   *
   * @param count how many
   * @param what is kept there, for the sentence
   * @return so many zeros
   * @throws NotEnoughMemoryException if they are refused
   */
  public static double[] inside(int count, String what) {
    try {
      return new double[count];
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(what, (long) count * Double.BYTES, "of the heap", refusal);
    }
  }

  /**
   * Rows of zeros in the heap.
   *
   * @param count how many rows
   * @param length how many numbers the row at a place has
   * @param what is kept there, for the sentence
   * @return the rows
   * @throws NotEnoughMemoryException if they are refused
   */
  public static double[][] inside(int count, IntUnaryOperator length, String what) {
    try {
      double[][] rows = new double[count][];
      Arrays.setAll(rows, i -> new double[length.applyAsInt(i)]);
      return rows;
    } catch (OutOfMemoryError refusal) {
      long numbers = IntStream.range(0, count).map(length).asLongStream().sum();
      throw new NotEnoughMemoryException(what, numbers * Double.BYTES, "of the heap", refusal);
    }
  }
}
