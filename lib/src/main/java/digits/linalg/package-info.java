/**
 * The little linear algebra that training needs: a float32 matrix outside the Java heap, work
 * shared among all cores in a fixed order, and a Cholesky factor. The products run on the OpenBLAS
 * that Smile brings.
 *
 * <p>Every sum is taken in an order that does not depend on the number of threads, so the same seed
 * gives the same bits on one core and on sixty-four.
 */
package digits.linalg;
