package digits.notebook;

import digits.data.Message;
import digits.evaluate.Curve;
import digits.evaluate.Curve.OperatingPoint;
import digits.evaluate.Curve.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jjava.tablesaw.StyledFigure;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line.Dash;
import tech.tablesaw.plotly.traces.ScatterTrace.Mode;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Precision-recall and ROC curves as Tablesaw figures, each with the level of chance. A ROC curve
 * is drawn up to a false positive rate of 0.2: beyond it, a classifier is of no use.
 */
public final class CurveCharts {

  /** Points closer than this can hardly be told apart in a picture. */
  private static final double STEP = 0.01;

  private static final double MOST_FALSE = 0.2;
  private static final String GREY = "#B0B0A8";
  private static final int IN_COLOUR = 2;

  private CurveCharts() {}

  /** The curve of one classifier. Threshold 0 is marked, and so are any operating points given. */
  public static Figure of(Curve curve, OperatingPoint... marked) {
    List<Trace> traces = new ArrayList<>(List.of(line(curve, named(curve, ""), 0)));
    traces.add(point(curve, 0));
    for (OperatingPoint one : marked) {
      traces.add(point(curve, one.threshold()));
    }
    return figure("is it a " + curve.digit() + "? " + curve.name(), List.of(curve), true, traces);
  }

  /** The curves of all classifiers of a model: the two with the smallest areas stand out. */
  public static Figure of(List<Curve> curves) {
    List<Curve> worst =
        curves.stream().sorted(Comparator.comparing(Curve::area)).limit(IN_COLOUR).toList();
    List<Trace> traces = new ArrayList<>();
    List<Map<String, Object>> labels = new ArrayList<>();
    for (Curve curve : curves) {
      if (!worst.contains(curve)) {
        String name = named(curve, curve.digit() + " · ");
        traces.add(Charts.trace(x(curve), y(curve), Mode.LINE, name, GREY, Dash.SOLID));
      }
    }
    for (int rank = 0; rank < worst.size(); rank++) { // Last, so that they lie on top.
      Curve curve = worst.get(rank);
      String name = named(curve, curve.digit() + " · ");
      traces.add(line(curve, name, rank));
      labels.add(label(curve, name, rank));
    }
    String title = curves.get(0).name() + " of " + curves.size() + " classifiers";
    Figure figure = figure(title, curves, false, traces);
    double y = curves.get(0).kind() == Curve.Kind.ROC ? 0.1 : guessed(curves);
    labels.add(Map.of("x", 0.1, "y", y, "text", "chance", "showarrow", false, "yshift", 12));
    return new StyledFigure(figure, Map.of("layout.annotations", labels));
  }

  /** The curves of several classifiers for the same digit, one name each. */
  public static Figure compare(List<String> names, List<Curve> curves) {
    List<Trace> traces = new ArrayList<>();
    for (Curve curve : curves) {
      traces.add(line(curve, named(curve, names.get(traces.size()) + " · "), traces.size()));
    }
    Curve first = curves.get(0);
    return figure("is it a " + first.digit() + "? " + first.name(), curves, true, traces);
  }

  /** Precision and recall against the threshold; 0 and any operating points given are marked. */
  public static Figure thresholds(Curve curve, OperatingPoint... marked) {
    Table points = curve.table(STEP);
    points = points.where(points.doubleColumn("threshold").isLessThan(Double.POSITIVE_INFINITY));
    double[] thresholds = Charts.rounded(points, "threshold");
    List<Trace> traces = new ArrayList<>();
    for (String name : List.of(curve.yName(), curve.xName())) {
      traces.add(
          Charts.trace(
              thresholds,
              Charts.rounded(points, name),
              Mode.LINE,
              name,
              Palette.series(traces.size()),
              Dash.SOLID));
    }
    traces.add(upright(curve, 0));
    for (OperatingPoint one : marked) {
      traces.add(upright(curve, one.threshold()));
    }
    String title = "is it a " + curve.digit() + "? precision and recall by threshold";
    return Charts.figure(
        title, Charts.axis("threshold"), Charts.axis("share"), true, traces, Map.of());
  }

  private static Trace upright(Curve curve, double threshold) {
    Point at = curve.at(threshold);
    double[] x = {threshold, threshold};
    double[] y = {at.y(), at.x()};
    return Charts.trace(x, y, Mode.LINE_AND_MARKERS, named(threshold), Charts.MARK, Dash.DOT);
  }

  private static Trace point(Curve curve, double threshold) {
    Point at = curve.at(threshold);
    double[] x = {at.x()};
    double[] y = {at.y()};
    String color = threshold == 0 ? Charts.MARK : Palette.series(1);
    return Charts.trace(x, y, Mode.MARKERS, named(threshold), color, Dash.SOLID);
  }

  private static String named(double threshold) {
    return threshold == 0 ? "threshold 0" : Message.of("threshold %.2f", threshold);
  }

  private static String named(Curve curve, String before) {
    return Message.of("%s%s %.3f", before, curve.areaName(), curve.area());
  }

  private static Trace line(Curve curve, String name, int color) {
    return Charts.trace(x(curve), y(curve), Mode.LINE, name, Palette.series(color), Dash.SOLID);
  }

  /** A name, and an arrow in the colour of its line. */
  private static Map<String, Object> label(Curve curve, String name, int rank) {
    boolean roc = curve.kind() == Curve.Kind.ROC;
    double x = roc ? 0.02 + 0.03 * rank : 0.9 - 0.12 * rank;
    Point at =
        curve.points().stream().min(Comparator.comparing(p -> Math.abs(p.x() - x))).orElseThrow();
    return new TreeMap<>(
        Map.of(
            "x", at.x(),
            "y", at.y(),
            "text", name,
            "ax", roc ? 130 : -130,
            "ay", 70,
            "font", Map.of("size", 14),
            "arrowcolor", Palette.series(rank)));
  }

  private static Figure figure(
      String title, List<Curve> curves, boolean legend, List<Trace> traces) {
    Curve first = curves.get(0);
    boolean roc = first.kind() == Curve.Kind.ROC;
    double[] x = {0, 1};
    double[] y = roc ? x : new double[] {guessed(curves), guessed(curves)};
    traces.add(Charts.trace(x, y, Mode.LINE, "chance", Charts.MARK, Dash.DOT));
    return Charts.figure(
        title,
        Charts.axis(first.xName()),
        Charts.axis(first.yName()),
        legend,
        traces,
        Map.of(
            "layout.xaxis.range",
            List.of(0, roc ? MOST_FALSE : 1.01),
            "layout.yaxis.range",
            List.of(0, 1.02)));
  }

  /** The precision of guessing, at which a precision-recall curve starts: with "always yes". */
  private static double guessed(List<Curve> curves) {
    return curves.stream().mapToDouble(c -> c.points().get(0).y()).average().orElseThrow();
  }

  private static double[] x(Curve curve) {
    return Charts.rounded(curve.table(STEP), curve.xName());
  }

  private static double[] y(Curve curve) {
    return Charts.rounded(curve.table(STEP), curve.yName());
  }
}
