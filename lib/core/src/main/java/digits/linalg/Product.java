package digits.linalg;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import java.util.Locale;
import smile.math.blas.BLAS;
import smile.math.blas.Layout;
import smile.math.blas.Transpose;

/** Products of float32 matrices. Several threads may each compute one at the same time. */
public final class Product {

  private Product() {}

  /** C = A B', where A is m x k, B is n x k, and C, which is overwritten, is m x n. */
  public static void withTransposed(FloatMatrix a, FloatMatrix b, FloatMatrix c) {
    multiply(a, Transpose.NO_TRANSPOSE, b, Transpose.TRANSPOSE, 0, c);
  }

  /** C = A' B + beta C, where A is k x m, B is k x n, and C is m x n. */
  public static void ofTransposed(FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c) {
    multiply(a, Transpose.TRANSPOSE, b, Transpose.NO_TRANSPOSE, beta, c);
  }

  /** C = A' A, of which only the numbers that are not above the diagonal are computed. */
  static void gram(FloatMatrix a, FloatMatrix c) {
    cblas_ssyrk(
        CblasRowMajor,
        CblasLower,
        CblasTrans,
        a.columns(),
        a.rows(),
        1,
        a.from(0, 0),
        a.stride(),
        0,
        c.from(0, 0),
        c.stride());
  }

  private static void multiply(
      FloatMatrix a, Transpose opA, FloatMatrix b, Transpose opB, float beta, FloatMatrix c) {
    int inner = opA == Transpose.TRANSPOSE ? a.rows() : a.columns();
    int rows = opA == Transpose.TRANSPOSE ? a.columns() : a.rows();
    int innerB = opB == Transpose.TRANSPOSE ? b.columns() : b.rows();
    int columns = opB == Transpose.TRANSPOSE ? b.rows() : b.columns();
    if (inner != innerB || rows != c.rows() || columns != c.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a product of %d x %d by %d x %d does not fit in %d x %d",
              rows,
              inner,
              innerB,
              columns,
              c.rows(),
              c.columns()));
    }
    if (rows == 0) {
      return;
    }
    BLAS.engine.gemm(
        Layout.ROW_MAJOR,
        opA,
        opB,
        rows,
        columns,
        inner,
        1f,
        a.from(0, 0),
        a.stride(),
        b.from(0, 0),
        b.stride(),
        beta,
        c.from(0, 0),
        c.stride());
  }
}
