package digits.evaluate;

import digits.data.Message;
import digits.evaluate.Scores.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What one yes/no classifier gains and loses as its threshold moves: a line of points, one per
 * threshold. Immutable.
 *
 * <p>The receiver operating characteristic is the share of the digit that it finds over the share
 * of false alarms. Its points run from "never yes" to "always yes"; those on a straight line
 * between two others are left out, as in scikit-learn's {@code roc_curve}. Its area is the
 * probability that a picture of the digit gets a larger score than a picture of another ({@code
 * roc_auc_score}); guessing gives 0.5. T. Fawcett: An introduction to ROC analysis. Pattern
 * Recognition Letters 27, 2006.
 *
 * <p>The precision-recall curve shows more if the digit is rare. Its points run from "always yes"
 * to "never yes", as in {@code precision_recall_curve}: the last one has recall 0 and, by
 * convention, precision 1. Its area is the average precision ({@code average_precision_score}): the
 * mean of the precisions, each weighted by the recall that its threshold adds; guessing gives the
 * share of the digit among the pictures. J. Davis, M. Goadrich: The relationship between
 * precision-recall and ROC curves. ICML 2006.
 *
 * @param digit which digit the classifier detects
 * @param points 2 or more
 * @param area the whole curve in one number, 0 to 1; 1 is perfect
 */
public record Curve(Kind kind, int digit, List<Point> points, double area) {

  /** What is drawn over what. */
  public enum Kind {
    ROC("ROC", "false positive rate", "true positive rate", "AUC"),
    PRECISION_RECALL("precision-recall", "recall", "precision", "average precision");

    private final String name;
    private final String x;
    private final String y;
    private final String area;

    Kind(String name, String x, String y, String area) {
      this.name = name;
      this.x = x;
      this.y = y;
      this.area = area;
    }
  }

  /**
   * One point.
   *
   * @param threshold the lowest score that means yes; infinity if none does
   * @param x the horizontal coordinate, 0 to 1
   * @param y the vertical coordinate, 0 to 1
   */
  public record Point(double threshold, double x, double y) {}

  /**
   * A threshold of a yes/no classifier, with its effect.
   *
   * @param threshold the lowest score that means yes
   * @param precision the share of the yes answers that are right, 0 to 1
   * @param recall the share of the digit's pictures that are found, 0 to 1
   */
  public record OperatingPoint(double threshold, double precision, double recall) {

    /** One line, such as {@code yes from 1.25 on: precision 90.00 %, recall 81.20 %}. */
    @Override
    public String toString() {
      return Message.of(
          "yes from %.4g on: precision %.2f %%, recall %.2f %%",
          threshold, 100 * precision, 100 * recall);
    }
  }

  public Curve {
    points = List.copyOf(points);
  }

  /**
   * The ROC curve of one classifier.
   *
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static Curve roc(Scores scores) {
    scores.requireBoth("a ROC curve");
    double positives = scores.positives();
    double negatives = scores.size() - positives;
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    for (Step step : corners(scores.steps())) {
      points.add(new Point(step.threshold(), step.wrong() / negatives, step.right() / positives));
    }
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      area += (to.x - from.x) * (to.y + from.y) / 2;
    }
    return new Curve(Kind.ROC, scores.digit(), points, area);
  }

  /** Without the steps whose increments equal the next ones, which lie on a straight line. */
  private static List<Step> corners(List<Step> steps) {
    int last = steps.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == 0 || i == last || turns(steps.get(i - 1), steps.get(i), steps.get(i + 1)))
        .mapToObj(steps::get)
        .toList();
  }

  private static boolean turns(Step from, Step here, Step to) {
    return to.right() - here.right() != here.right() - from.right()
        || to.wrong() - here.wrong() != here.wrong() - from.wrong();
  }

  /** The ROC curves of all classifiers of a model, ascending by digit; each digit must occur. */
  public static List<Curve> roc(Evaluation evaluation) {
    return evaluation.scores().stream().map(Curve::roc).toList();
  }

  /**
   * The precision-recall curve of one classifier.
   *
   * @throws IllegalArgumentException if all pictures are its digit, or none is
   */
  public static Curve precisionRecall(Scores scores) {
    scores.requireBoth("a precision-recall curve");
    double positives = scores.positives();
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 1));
    for (Step step : scores.steps()) {
      double answers = step.right() + step.wrong();
      points.add(new Point(step.threshold(), step.right() / positives, step.right() / answers));
    }
    Collections.reverse(points);
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      area += (points.get(i - 1).x - points.get(i).x) * points.get(i - 1).y;
    }
    return new Curve(Kind.PRECISION_RECALL, scores.digit(), points, area);
  }

  /** The precision-recall curves of all classifiers, ascending by digit; each digit must occur. */
  public static List<Curve> precisionRecall(Evaluation evaluation) {
    return evaluation.scores().stream().map(Curve::precisionRecall).toList();
  }

  /**
   * The lowest threshold that reaches a precision, if there is one.
   *
   * @param wanted the precision, above 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   * @throws IllegalStateException unless this is a precision-recall curve
   */
  public Optional<OperatingPoint> atPrecision(double wanted) {
    if (!(wanted > 0 && wanted <= 1)) {
      throw new IllegalArgumentException(
          "a precision must be above 0 and at most 1, not " + wanted);
    }
    if (kind != Kind.PRECISION_RECALL) {
      throw new IllegalStateException("only a precision-recall curve has precisions");
    }
    return points.stream()
        .limit(points.size() - 1)
        .filter(point -> point.y >= wanted)
        .map(point -> new OperatingPoint(point.threshold, point.y, point.x))
        .findFirst();
  }

  /** The point at a threshold, or at the nearest one above it that the curve has. */
  public Point at(double threshold) {
    return points.stream()
        .filter(point -> point.threshold >= threshold)
        .min(Comparator.comparing(Point::threshold))
        .orElseThrow();
  }

  /** The kind of curve, such as "ROC". */
  public String name() {
    return kind.name;
  }

  public String xName() {
    return kind.x;
  }

  public String yName() {
    return kind.y;
  }

  /** The name of {@link #area()}, such as "AUC". */
  public String areaName() {
    return kind.area;
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
    List<Point> kept = new ArrayList<>(points.subList(0, 1));
    for (Point point : points.subList(1, points.size())) {
      Point last = kept.get(kept.size() - 1);
      if (Math.abs(point.x - last.x) >= step || Math.abs(point.y - last.y) >= step) {
        kept.add(point);
      }
    }
    Point end = points.get(points.size() - 1);
    if (!kept.get(kept.size() - 1).equals(end)) {
      kept.add(end);
    }
    return Table.create(
        name(),
        StringColumn.create("digit", kept.stream().map(point -> String.valueOf(digit))),
        Shares.column("threshold", kept.stream().mapToDouble(Point::threshold)),
        Shares.column(xName(), kept.stream().mapToDouble(Point::x)),
        Shares.column(yName(), kept.stream().mapToDouble(Point::y)));
  }

  /** One line, such as {@code ROC of "is it a 5?": AUC 0.7500}. */
  @Override
  public String toString() {
    return Message.of("%s of \"is it a %d?\": %s %.4f", name(), digit, areaName(), area);
  }
}
