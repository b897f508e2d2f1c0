package digits.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The number of threads of OpenBLAS, a setting of the whole process: 1 as soon as somebody takes
 * it, and restored when the last taker gives it back. This uses the same OpenBLAS class as Smile,
 * so that the library is loaded only once.
 */
final class OpenBlasThreads {

  private static int takers;
  private static int before;

  private OpenBlasThreads() {}

  static synchronized void take() {
    if (takers++ == 0) {
      before = openblas.blas_get_num_threads();
      openblas.blas_set_num_threads(1);
    }
  }

  static synchronized void giveBack() {
    if (--takers == 0) {
      openblas.blas_set_num_threads(before);
    }
  }
}
