/**
 * The linear algebra that training needs: a float32 matrix outside the Java heap, work shared among
 * all cores in a fixed order, a symmetric matrix and its Cholesky factor. Products run on the
 * OpenBLAS that comes with Smile.
 *
 * <p>Every sum is taken in an order that does not depend on the number of threads, so that the same
 * seed gives the same bits on one core and on sixty-four.
 */
package digits.linalg;
