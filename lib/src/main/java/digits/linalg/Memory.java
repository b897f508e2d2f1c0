package digits.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

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
      throw new NotEnoughMemoryException(what, bytes, "outside the heap", refusal.getMessage());
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
      throw new NotEnoughMemoryException(
          what, (long) count * Double.BYTES, "of the heap", refusal.getMessage());
    }
  }

  /**
   * Rows of zeros in the heap.
   *
   * @param rows how many rows
   * @param columns how many numbers each row has
   * @param what is kept there, for the sentence
   * @throws NotEnoughMemoryException if they are refused
   */
  public static double[][] inside(int rows, int columns, String what) {
    long numbers = (long) rows * columns;
    checkInside(numbers, what);
    try {
      return new double[rows][columns];
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(
          what, numbers * Double.BYTES, "of the heap", refusal.getMessage());
    }
  }

  /**
   * Refuses many pieces before the first is made. Java refuses a single one that is too large; but
   * many fill the heap to the last byte, and then whoever else asks for some, such as the kernel,
   * gets none.
   *
   * @param count how many numbers all pieces have together
   * @param what is kept there, for the sentence
   * @throws NotEnoughMemoryException if the heap has no room for so many
   */
  private static void checkInside(long count, String what) {
    long bytes = count * Double.BYTES;
    if (bytes > left()) {
      System.gc(); // What is garbage counts as taken until then.
      long left = left();
      if (bytes > left) {
        String reason = String.format(Locale.ROOT, "%,d bytes are left", left);
        throw new NotEnoughMemoryException(what, bytes, "of the heap", reason);
      }
    }
  }

  private static long left() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory();
  }
}
