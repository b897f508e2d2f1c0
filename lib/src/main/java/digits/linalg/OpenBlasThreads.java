package digits.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The number of threads of OpenBLAS, which is one setting of the whole process: one thread from the
 * first taker on, and what it was before once the last has given it back. It goes by the same class
 * of OpenBLAS that Smile uses, so that the library is loaded once.
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
