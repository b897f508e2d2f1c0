package digits.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** Allocates large matrices. When one does not fit, the exception names it. */
public final class Memory {

  private Memory() {}

  /**
   * Zeros outside the heap, where OpenBLAS reads them without a copy.
   *
   * @param all the bytes of everything that these are a part of
   * @param what describes everything, as the subject of the message
   * @throws NotEnoughMemoryException if Java cannot provide them
   */
  static ByteBuffer outside(int bytes, int all, String what) {
    try {
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(what, all, "outside the heap", refusal.getMessage());
    }
  }

  /**
   * Rows of zeros in the heap. Their total is checked before the first row is allocated: Java
   * refuses a single array that is too large, but many small ones fill the heap to the last byte,
   * and then everything else in the process, such as the kernel, runs out of memory too.
   *
   * @param what describes the contents, as the subject of the message
   * @throws NotEnoughMemoryException if Java cannot provide them
   */
  public static double[][] inside(int rows, int columns, String what) {
    long bytes = (long) rows * columns * Double.BYTES;
    if (bytes > left()) {
      System.gc(); // Until then garbage counts as used.
    }
    long left = left();
    if (bytes > left) {
      String reason = String.format(Locale.ROOT, "%,d bytes are left", left);
      throw new NotEnoughMemoryException(what, bytes, "of heap", reason);
    }
    try {
      return new double[rows][columns];
    } catch (OutOfMemoryError refusal) {
      throw new NotEnoughMemoryException(what, bytes, "of heap", refusal.getMessage());
    }
  }

  private static long left() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory();
  }
}
