package digits.linalg;

import org.bytedeco.openblas.presets.openblas_nolapack;

/**
 * The number of threads of OpenBLAS, which is one setting of the whole process: one thread from the
 * first taker on, and what it was before once the last has given it back.
 */
final class OpenBlasThreads {

  private static int takers;
  private static int before;

  private OpenBlasThreads() {}

  static synchronized void take() {
    if (takers++ == 0) {
      before = openblas_nolapack.blas_get_num_threads();
      openblas_nolapack.blas_set_num_threads(1);
    }
  }

  static synchronized void giveBack() {
    if (--takers == 0) {
      openblas_nolapack.blas_set_num_threads(before);
    }
  }
}
