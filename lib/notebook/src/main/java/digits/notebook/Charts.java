package digits.notebook;

import digits.data.DigitSet;
import digits.data.Message;
import digits.evaluate.Curve;
import digits.evaluate.Curve.OperatingPoint;
import digits.evaluate.Reliability;
import digits.evaluate.ValidationCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Line.Dash;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.ScatterTrace.Mode;
import tech.tablesaw.plotly.traces.Trace;

/** Tablesaw figures in the project's colours. */
public final class Charts {

  /** Points closer than this cannot be told apart in a picture. */
  private static final double STEP = 0.006;

  /** The colour of marked points and of the diagonal. */
  private static final String MARK = Palette.hex(Palette.INK);

  private Charts() {}

  /** One numeric column of a table against another, as a line. */
  public static Figure line(Table table, String x, String y) {
    return figure(table.name(), axis(x), axis(y), false, List.of(line(table, x, y, y, 0)));
  }

  /** How often each digit occurs, in percent because sets differ in size. */
  public static Figure counts(DigitSet... sets) {
    Object[] digits = IntStream.range(0, 10).mapToObj(String::valueOf).toArray();
    List<Trace> traces = new ArrayList<>();
    for (DigitSet set : sets) {
      double[] shares =
          Arrays.stream(set.counts()).mapToDouble(n -> 100.0 * n / set.size()).toArray();
      traces.add(
          BarTrace.builder(digits, shares)
              .name(set.name())
              .marker(Marker.builder().color(Palette.series(traces.size())).build())
              .build());
    }
    return figure(
        "how often each digit occurs",
        axis("digit"),
        axis("share in percent"),
        traces.size() > 1,
        traces);
  }

  /** The curves of one or more classifiers, all of one kind, with their areas in the legend. */
  public static Figure curves(List<Curve> curves) {
    Curve first = curves.get(0);
    boolean alone = curves.size() == 1;
    List<Trace> traces = new ArrayList<>();
    for (Curve curve : curves) {
      String name = Message.of("%d · %s %.3f", curve.digit(), curve.areaName(), curve.area());
      int color = alone ? 0 : curve.digit();
      traces.add(line(curve.table(STEP), curve.xName(), curve.yName(), name, color));
    }
    String title =
        alone
            ? "is it a " + first.digit() + "? " + first.name()
            : first.name() + " of " + curves.size() + " classifiers";
    return figure(title, axis(first.xName()), axis(first.yName()), true, traces);
  }

  /** Precision and recall against the threshold; any operating points given are marked. */
  public static Figure thresholds(Curve curve, OperatingPoint... marked) {
    Table points = curve.table(STEP);
    points = points.where(points.doubleColumn("threshold").isLessThan(Double.POSITIVE_INFINITY));
    List<Trace> traces = new ArrayList<>();
    traces.add(line(points, "threshold", curve.yName(), curve.yName(), 0));
    traces.add(line(points, "threshold", curve.xName(), curve.xName(), 1));
    for (OperatingPoint point : marked) {
      double[] x = {point.threshold(), point.threshold()};
      double[] y = {point.precision(), point.recall()};
      String name = Message.of("threshold %.2f", point.threshold());
      traces.add(trace(x, y, Mode.LINE_AND_MARKERS, name, MARK, Dash.DOT));
    }
    String title = "is it a " + curve.digit() + "? precision and recall by threshold";
    return figure(title, axis("threshold"), axis("share"), true, traces);
  }

  /**
   * Predicted probabilities against the shares that came true, one name per curve, with the
   * diagonal of a perfect calibration.
   */
  public static Figure reliability(String title, List<String> names, List<Reliability> curves) {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Table bins = curves.get(i).table();
      double[] promised = bins.numberColumn("mean probability").asDoubleArray();
      double[] came = bins.numberColumn("share of the digit").asDoubleArray();
      String name = Message.of("%s · Brier %.4f", names.get(i), curves.get(i).brier());
      traces.add(markedLine(promised, came, name, i));
    }
    double[] ends = {0, 1};
    traces.add(trace(ends, ends, Mode.LINE, "as promised", MARK, Dash.DOT));
    return figure(title, axis("promised probability"), axis("share that came true"), true, traces);
  }

  /**
   * Training and held-out error against a setting, whose values must be above 0, on a logarithmic
   * axis, with the best value marked.
   */
  public static Figure validation(ValidationCurve curve) {
    List<ValidationCurve.Point> points = curve.points();
    double[] values = points.stream().mapToDouble(ValidationCurve.Point::value).toArray();
    double[] heldOut = points.stream().mapToDouble(p -> 100 * p.heldOutError()).toArray();
    double[] training = points.stream().mapToDouble(p -> 100 * p.trainingError()).toArray();
    double best = 100 * curve.best().heldOutError();
    Trace diamond =
        ScatterTrace.builder(new double[] {curve.best().value()}, new double[] {best})
            .mode(Mode.MARKERS)
            .name(Message.of("best: %.2f %%", best))
            .marker(Marker.builder().color(MARK).size(12).symbol(Symbol.DIAMOND).build())
            .build();
    return figure(
        "errors by " + curve.setting(),
        logarithmic(curve.setting()),
        axis("error in percent"),
        true,
        List.of(
            markedLine(values, heldOut, "held-out error", 0),
            markedLine(values, training, "training error", 1),
            diamond));
  }

  private static Trace line(Table rows, String x, String y, String name, int color) {
    return trace(
        rounded(rows, x), rounded(rows, y), Mode.LINE, name, Palette.series(color), dash(color));
  }

  private static Trace markedLine(double[] x, double[] y, String name, int color) {
    return trace(x, y, Mode.LINE_AND_MARKERS, name, Palette.series(color), dash(color));
  }

  private static Trace trace(
      double[] x, double[] y, Mode mode, String name, String color, Dash dash) {
    return ScatterTrace.builder(x, y)
        .mode(mode)
        .name(name)
        .line(Line.builder().color(color).dash(dash).build())
        .marker(Marker.builder().color(color).size(7).build())
        .build();
  }

  /** There are only five colours, so lines after the fifth are dashed. */
  private static Dash dash(int number) {
    return number < 5 ? Dash.SOLID : Dash.DASH;
  }

  /** Rounds to four decimals, more than a picture shows, which keeps saved notebooks small. */
  private static double[] rounded(Table rows, String column) {
    return Arrays.stream(rows.numberColumn(column).asDoubleArray())
        .map(value -> Math.round(value * 1e4) / 1e4)
        .toArray();
  }

  static Axis axis(String title) {
    return Axis.builder().title(title).build();
  }

  static Axis logarithmic(String title) {
    return Axis.builder().title(title).type(Axis.Type.LOG).build();
  }

  static Figure figure(String title, Axis x, Axis y, boolean legend, List<Trace> traces) {
    Layout layout =
        Layout.builder()
            .title(title)
            .xAxis(x)
            .yAxis(y)
            .showLegend(legend)
            .width(640)
            .height(420)
            .build();
    return new Figure(layout, traces.toArray(Trace[]::new));
  }
}
