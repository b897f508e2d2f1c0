package digits.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What one yes/no classifier gains and loses as its threshold moves: a line of points, one per
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
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static RocCurve roc(Scores scores) {
    return new RocCurve(scores);
  }

  /**
   * The ROC curves of all classifiers of a model, ascending by digit.
   *
   * @throws IllegalArgumentException if a classifier's digit does not occur
   */
  public static List<RocCurve> roc(Evaluation evaluation) {
    return evaluation.scores().stream().map(RocCurve::new).toList();
  }

  /**
   * The precision-recall curve of one classifier.
   *
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static PrecisionRecallCurve precisionRecall(Scores scores) {
    return new PrecisionRecallCurve(scores);
  }

  /**
   * The precision-recall curves of all classifiers of a model, ascending by digit.
   *
   * @throws IllegalArgumentException if a classifier's digit does not occur
   */
  public static List<PrecisionRecallCurve> precisionRecall(Evaluation evaluation) {
    return evaluation.scores().stream().map(PrecisionRecallCurve::new).toList();
  }

  /** The digit that the classifier detects, 0 to 9. */
  public int digit() {
    return digit;
  }

  /** The kind of curve, such as "ROC". */
  public abstract String name();

  /** The name of the horizontal axis. */
  public abstract String xName();

  /** The name of the vertical axis. */
  public abstract String yName();

  /** The whole curve in one number, 0 to 1; 1 is perfect. */
  public abstract double area();

  /** The name of {@link #area()}, such as "AUC". */
  public abstract String areaName();

  /** The number of points, 2 or more. */
  public int size() {
    return x.length;
  }

  /** The horizontal coordinate, 0 to 1, of a point, 0 to {@code size() - 1}. */
  public double x(int point) {
    return x[point];
  }

  /** The vertical coordinate, 0 to 1, of a point, 0 to {@code size() - 1}. */
  public double y(int point) {
    return y[point];
  }

  /** The lowest score that means yes at a point, 0 to {@code size() - 1}; infinity if none does. */
  public double threshold(int point) {
    return thresholds[point];
  }

  /** One row per point: the digit, the threshold and the two coordinates. */
  public Table table() {
    return table(0);
  }

  /**
   * Enough points to draw the curve.
   *
   * @param step leaves out points that are nearer than this to the last one kept, in both
   *     coordinates: with 0.002 the picture looks the same as with all points
   * @return one row per point: the digit, the threshold and the two coordinates
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
   * The tables of several curves of the same kind, one below the other.
   *
   * @param curves all ROC or all precision-recall; at least one
   * @param step as in {@link #table(double)}
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

  /** One line, such as {@code ROC of "is it a 5?": AUC 0.7500}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s of \"is it a %d?\": %s %.4f", name(), digit, areaName(), area());
  }

  /**
   * The numbers of right and wrong yes answers as the threshold sinks from score to score. Equal
   * scores make one step.
   *
   * @param thresholds the distinct scores, descending
   * @param right true positives when every score of at least this threshold means yes
   * @param wrong false positives likewise
   */
  record Steps(double[] thresholds, int[] right, int[] wrong) {

    static Steps of(Scores scores) {
      int[] order =
          IntStream.range(0, scores.size())
              .boxed()
              .sorted(Comparator.comparingDouble(scores::value).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
      double[] thresholds = new double[order.length];
      int[] right = new int[order.length];
      int[] wrong = new int[order.length];
      int steps = 0;
      int positives = 0;
      for (int i = 0; i < order.length; i++) {
        positives += scores.truth(order[i]) ? 1 : 0;
        double value = scores.value(order[i]);
        if (i + 1 == order.length || scores.value(order[i + 1]) != value) {
          thresholds[steps] = value;
          right[steps] = positives;
          wrong[steps++] = i + 1 - positives;
        }
      }
      return new Steps(
          Arrays.copyOf(thresholds, steps),
          Arrays.copyOf(right, steps),
          Arrays.copyOf(wrong, steps));
    }

    int size() {
      return thresholds.length;
    }

    /** Without the steps whose increments equal the next ones, which lie on a straight line. */
    Steps corners() {
      IntPredicate corner =
          i ->
              i == 0
                  || i == size() - 1
                  || right[i + 1] - right[i] != right[i] - right[i - 1]
                  || wrong[i + 1] - wrong[i] != wrong[i] - wrong[i - 1];
      int[] kept = IntStream.range(0, size()).filter(corner).toArray();
      return new Steps(
          IntStream.of(kept).mapToDouble(i -> thresholds[i]).toArray(),
          IntStream.of(kept).map(i -> right[i]).toArray(),
          IntStream.of(kept).map(i -> wrong[i]).toArray());
    }
  }
}
