package digits.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Large pieces of memory. When one is refused, it is said which. */
final class Memory {

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
   * @throws NotEnoughMemoryException if they are refused
   */
  static double[] inside(int count, String what) {
    try {
      return new double[count];
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(what, (long) count * Double.BYTES, "of the heap", refusal);
    }
  }
}
