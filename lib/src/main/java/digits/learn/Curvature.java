package digits.learn;

import digits.linalg.Cholesky;
import digits.linalg.Factor;
import digits.linalg.FloatMatrix;
import digits.linalg.Gram;
import digits.linalg.Memory;
import digits.linalg.SymmetricFactor;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import java.util.Locale;
import org.bytedeco.openblas.global.openblas;

/**
 * Approximate Hessians of a penalised loss, as Cholesky factors. They steer the steps and do not
 * change the minimum, so a part of the rows is enough.
 */
final class Curvature {

  /** Rows that a Hessian is made of, for each of its columns. */
  private static final int ROWS_PER_COLUMN = 4;

  /** This share of the bound's largest entry is added to each diagonal, above float32's noise. */
  private static final double RIDGE = 1e-5;

  /** With more columns than these the bound is left for all, and its factor made by all cores. */
  private static final int COLUMNS_OF_TEN = 1_500;

  /** Rows gathered before they are multiplied: they stay in the cache. */
  private static final int BLOCK = 256;

  private final TrainingData data;
  private final LinearFit fit;
  private final int columns;
  private final double ridge;
  private final Factor bound;

  /**
   * Makes the bound on all ten: the Gram matrix of rows spread evenly, times the largest curvature
   * of the loss, plus the penalty (Boehning and Lindsay 1988). For the logistic loss it is the
   * Hessian at zero.
   *
   * @param data the training digits
   * @param fit loss and penalty
   * @param columns how many columns of the features are used
   * @param workers do the tiles
   */
  Curvature(TrainingData data, LinearFit fit, int columns, Workers workers) {
    this.data = data;
    this.fit = fit;
    this.columns = columns;
    int every = Math.max(1, data.features().rows() / (ROWS_PER_COLUMN * columns));
    double[] hessian = Gram.of(data.features(), columns, every, workers);
    double largest = 0;
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        hessian[i * columns + j] *= fit.loss().largestCurvature();
      }
      largest = Math.max(largest, hessian[i * columns + i]);
    }
    this.ridge = largest > 0 ? RIDGE * largest : 1;
    raise(hessian);
    this.bound =
        isWorthTen()
            ? Cholesky.of(hessian, columns)
            : SymmetricFactor.of(SymmetricMatrix.of(hessian, columns), workers);
  }

  /** Whether a Hessian for each problem costs less than the passes that it spares. */
  boolean isWorthTen() {
    return columns <= COLUMNS_OF_TEN;
  }

  /** The bound on all ten. */
  Factor bound() {
    return bound;
  }

  /**
   * Refuses Hessians that the heap has no room for, before the first is made.
   *
   * @param problems for how many
   */
  void checkMemory(int problems) {
    long factor = (long) columns * (columns + 1) / 2;
    Memory.checkInside(
        problems * factor + (long) columns * columns,
        String.format(
            Locale.ROOT, "keeping a Hessian of %,d rows for each of %d digits", columns, problems));
  }

  /**
   * The Hessian of one problem, of the rows that bend it most: a row is drawn with a chance that
   * goes with its curvature, and stands for as many as it was drawn from. The draw is systematic:
   * no random numbers.
   *
   * @param margins of all rows, positive where the classifier is right
   */
  Factor at(float[] margins) {
    double[] curvatures = new double[margins.length];
    double sum = 0;
    for (int i = 0; i < margins.length; i++) {
      curvatures[i] = fit.loss().curvature(margins[i]);
      sum += curvatures[i];
    }
    double share = sum / (ROWS_PER_COLUMN * columns);
    FloatMatrix block = new FloatMatrix(BLOCK, columns);
    FloatMatrix product = new FloatMatrix(columns, columns);
    float[] row = new float[columns];
    double drawn = 0.5;
    int filled = 0;
    for (int i = 0; i < margins.length; i++) {
      drawn += curvatures[i] < share ? curvatures[i] / share : 1;
      if (drawn >= 1 && sum > 0) {
        drawn -= 1;
        data.features().getRow(i, row);
        float root = (float) Math.sqrt(Math.max(curvatures[i], share));
        for (int j = 0; j < columns; j++) {
          row[j] *= root;
        }
        block.setRow(filled++, row);
      }
      if (filled == BLOCK || i == margins.length - 1) {
        addSquares(block, filled, product);
        filled = 0;
      }
    }
    double[] hessian =
        Memory.inside(
            columns * columns, String.format(Locale.ROOT, "a Hessian of %,d rows", columns));
    for (int i = 0; i < columns; i++) {
      product.getRow(i, row);
      for (int j = 0; j <= i; j++) {
        hessian[i * columns + j] = row[j];
      }
    }
    raise(hessian);
    return Cholesky.of(hessian, columns);
  }

  /** Adds B'B of the first rows of B to the lower triangle of the product. */
  private void addSquares(FloatMatrix b, int rows, FloatMatrix product) {
    openblas.cblas_ssyrk(
        openblas.CblasRowMajor,
        openblas.CblasLower,
        openblas.CblasTrans,
        columns,
        rows,
        1f,
        b.from(0, 0),
        columns,
        1f,
        product.from(0, 0),
        columns);
  }

  private void raise(double[] hessian) {
    for (int i = 0; i < columns; i++) {
      hessian[i * columns + i] += ridge + (i < data.map().size() ? fit.penalty() : 0);
    }
  }
}
