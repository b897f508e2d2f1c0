package digits.linalg;

/** The Cholesky factor L of a symmetric positive definite matrix A = L L'. */
public sealed interface Factor permits Cholesky, SymmetricFactor {

  /**
   * Solves A x = b.
   *
   * @param b as many numbers as A has rows; overwritten by x
   */
  void solve(double[] b);
}
