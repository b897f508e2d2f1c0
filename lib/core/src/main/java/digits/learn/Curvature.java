package digits.learn;

import digits.linalg.Cholesky;
import digits.linalg.FloatMatrix;
import digits.linalg.SymmetricMatrix;
import digits.linalg.Workers;
import java.util.stream.IntStream;

/**
 * Approximate Hessians of a penalised loss, as Cholesky factors. They steer the steps without
 * changing the minimum, so a sample of the rows is enough.
 */
final class Curvature {

  /** How many rows the bound is computed from, per column. */
  private static final int ROWS_FOR_BOUND = 4;

  /** The same for a problem's Hessian: more rows would cost more time than they save in steps. */
  private static final int ROWS_PER_COLUMN = 2;

  /**
   * Share of the bound's largest entry that is added to each diagonal, to stay above float32's
   * noise.
   */
  private static final double RIDGE = 1e-5;

  /** With more columns, a Hessian for each problem costs more than the passes that it saves. */
  static final int COLUMNS_OF_TEN = 1_500;

  /** Rows gathered before they are multiplied. */
  private static final int BLOCK = 1024;

  private final TrainingData data;
  private final MarginLoss loss;
  private final double penalty;
  private final int columns;
  private final double ridge;
  private final Workers workers;

  /** The bound on all problems. */
  final Cholesky bound;

  /**
   * Computes the bound on all problems: the Gram matrix of evenly spread rows, times the largest
   * curvature of the loss, plus the penalty (Böhning and Lindsay 1988). For the logistic loss it is
   * the Hessian at zero.
   *
   * @param columns how many columns of the features are used
   */
  Curvature(TrainingData data, MarginLoss loss, double penalty, int columns, Workers workers) {
    this.data = data;
    this.loss = loss;
    this.penalty = penalty;
    this.columns = columns;
    this.workers = workers;
    int every = Math.max(1, data.rows() / (ROWS_FOR_BOUND * columns));
    FloatMatrix some = data.rows(0, (data.rows() + every - 1) / every, every, columns);
    SymmetricMatrix hessian = SymmetricMatrix.gram(some, workers);
    hessian.scale(loss.largestCurvature() * data.rows() / some.rows());
    double largest =
        IntStream.range(0, columns).mapToDouble(i -> hessian.get(i, i)).max().orElseThrow();
    this.ridge = largest > 0 ? RIDGE * largest : 1;
    this.bound = factor(hessian);
  }

  /**
   * The Hessian of one problem, from the rows that contribute most to it: each row is drawn with a
   * probability proportional to its curvature, and weighted to stand for the rows it was drawn
   * from. The draw is systematic and needs no random numbers.
   *
   * @param margins of all rows, positive where the classifier is right
   */
  Cholesky at(float[] margins) {
    double[] curvatures = new double[margins.length];
    double sum = 0;
    for (int i = 0; i < margins.length; i++) {
      curvatures[i] = loss.curvature(margins[i]);
      sum += curvatures[i];
    }
    double share = sum / (ROWS_PER_COLUMN * columns);
    SymmetricMatrix hessian = new SymmetricMatrix(columns);
    FloatMatrix block = Workers.temporary(this, BLOCK, columns);
    float[] row = new float[columns];
    double drawn = 0.5;
    int filled = 0;
    for (int i = 0; i < margins.length; i++) {
      drawn += curvatures[i] < share ? curvatures[i] / share : 1;
      if (drawn >= 1 && sum > 0) {
        drawn -= 1;
        data.copyRow(i, row);
        float root = (float) Math.sqrt(Math.max(curvatures[i], share));
        for (int j = 0; j < columns; j++) {
          row[j] *= root;
        }
        block.setRow(filled++, row);
      }
      if (filled == BLOCK || i == margins.length - 1) {
        hessian.addGram(block.rows(0, filled), workers, 0);
        filled = 0;
      }
    }
    return factor(hessian);
  }

  private Cholesky factor(SymmetricMatrix hessian) {
    hessian.addDiagonal(columns, ridge);
    hessian.addDiagonal(data.map().size(), penalty);
    return Cholesky.of(hessian, workers);
  }
}
