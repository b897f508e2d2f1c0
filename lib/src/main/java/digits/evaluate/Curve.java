package digits.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What one yes/no classifier gains and loses when its threshold moves: a line of points, one a
 * threshold. Immutable.
 */
public abstract sealed class Curve permits RocCurve, PrecisionRecallCurve {

  private final int digit;
  private final double[] thresholds;
  private final double[] x;
  private final double[] y;

  Curve(int digit, double[] thresholds, double[] x, double[] y) {
    this.digit = digit;
    this.thresholds = thresholds;
    this.x = x;
    this.y = y;
  }

  /**
   * The ROC curve of one classifier.
   *
   * @param scores what it says, and the truth
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static RocCurve roc(Scores scores) {
    return new RocCurve(scores);
  }

  /**
   * The ROC curves of all classifiers of a model.
   *
   * @param evaluation the model's predictions
   * @return one curve a classifier, ascending by digit
   * @throws IllegalArgumentException if a classifier's digit does not occur
   */
  public static List<RocCurve> roc(Evaluation evaluation) {
    return evaluation.scores().stream().map(RocCurve::new).toList();
  }

  /**
   * The precision-recall curve of one classifier.
   *
   * @param scores what it says, and the truth
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static PrecisionRecallCurve precisionRecall(Scores scores) {
    return new PrecisionRecallCurve(scores);
  }

  /**
   * The precision-recall curves of all classifiers of a model.
   *
   * @param evaluation the model's predictions
   * @return one curve a classifier, ascending by digit
   * @throws IllegalArgumentException if a classifier's digit does not occur
   */
  public static List<PrecisionRecallCurve> precisionRecall(Evaluation evaluation) {
    return evaluation.scores().stream().map(PrecisionRecallCurve::new).toList();
  }

  /** Which digit the classifier detects, 0 to 9. */
  public int digit() {
    return digit;
  }

  /**
   * What the curve is called.
   *
   * @return the name, such as "ROC"
   */
  public abstract String name();

  /**
   * What runs to the right.
   *
   * @return the name of a share, 0 to 1
   */
  public abstract String xName();

  /**
   * What runs upwards.
   *
   * @return the name of a share, 0 to 1
   */
  public abstract String yName();

  /** The whole curve in one number, 0 to 1; 1 is perfect. */
  public abstract double area();

  /**
   * What that number is called.
   *
   * @return the name, such as "AUC"
   */
  public abstract String areaName();

  /** How many points there are, 2 or more. */
  public int size() {
    return x.length;
  }

  /**
   * Where a point lies from left to right.
   *
   * @param point 0 to {@code size() - 1}
   * @return 0 to 1
   */
  public double x(int point) {
    return x[point];
  }

  /**
   * Where a point lies upwards.
   *
   * @param point 0 to {@code size() - 1}
   * @return 0 to 1
   */
  public double y(int point) {
    return y[point];
  }

  /**
   * The lowest score that says yes at a point.
   *
   * @param point 0 to {@code size() - 1}
   * @return a score, or infinity where no score says yes
   */
  public double threshold(int point) {
    return thresholds[point];
  }

  /** All points, one row a point: digit, threshold, and the two shares under their names. */
  public Table table() {
    return table(0);
  }

  /**
   * Enough points to draw the curve by.
   *
   * @param step leave out a point that is nearer than this to the last one kept, to the right and
   *     upwards: 0.002 cannot be told from the whole in a picture
   * @return one row a point: digit, threshold, and the two shares under their names
   */
  public Table table(double step) {
    int[] kept = kept(step);
    return Table.create(
        name(),
        StringColumn.create("digit", IntStream.of(kept).mapToObj(i -> String.valueOf(digit))),
        Shares.column("threshold", kept, this::threshold),
        Shares.column(xName(), kept, this::x),
        Shares.column(yName(), kept, this::y));
  }

  /**
   * Enough points to draw several curves of one kind by.
   *
   * @param curves all ROC or all precision-recall; at least one
   * @param step as in {@link #table(double)}
   * @return the rows of all curves, one below the other
   * @throws IllegalArgumentException if there are none
   */
  public static Table table(Collection<? extends Curve> curves, double step) {
    return curves.stream()
        .map(curve -> curve.table(step))
        .reduce(Table::append)
        .orElseThrow(() -> new IllegalArgumentException("a table needs at least one curve"));
  }

  private int[] kept(double step) {
    int[] kept = new int[size()];
    int count = 0;
    for (int i = 0; i < size(); i++) {
      int last = count == 0 ? 0 : kept[count - 1];
      boolean far = Math.abs(x[i] - x[last]) >= step || Math.abs(y[i] - y[last]) >= step;
      if (i == 0 || far || i == size() - 1) {
        kept[count++] = i;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** One line: what it is of, and its area. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s of \"is it a %d?\": %s %.4f", name(), digit, areaName(), area());
  }
}
