package digits.notebook;

import digits.data.DigitSet;
import digits.evaluate.Curve;
import digits.evaluate.Curve.OperatingPoint;
import digits.evaluate.Reliability;
import digits.evaluate.ValidationCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Tablesaw figures: tables in, figures out, in the project's colours. */
public final class Charts {

  /** Points nearer than this cannot be told apart in a picture. */
  private static final double STEP = 0.006;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;

  private Charts() {}

  /**
   * Lines over a table's rows, one for each value of a column.
   *
   * @param table its name is the title
   * @param x name of the numeric column to the right
   * @param y name of the numeric column upwards
   * @param series name of the text column that tells the lines apart
   */
  public static Figure lines(Table table, String x, String y, String series) {
    List<String> names = table.stringColumn(series).unique().asList();
    Trace[] traces =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> {
                  Table rows = table.where(table.stringColumn(series).isEqualTo(names.get(i)));
                  return line(rows, x, y, names.get(i), i);
                })
            .toArray(Trace[]::new);
    return new Figure(layout(table.name(), x, y, names.size() > 1), traces);
  }

  /**
   * One line over a table's rows.
   *
   * @param table its name is the title
   * @param x name of the numeric column to the right
   * @param y name of the numeric column upwards
   */
  public static Figure line(Table table, String x, String y) {
    return new Figure(layout(table.name(), x, y, false), line(table, x, y, y, 0));
  }

  /**
   * Bars side by side, one group a row.
   *
   * @param table its name is the title; the first column names the groups, the others are numbers
   * @param y what the numbers are
   */
  public static Figure bars(Table table, String y) {
    Trace[] traces =
        IntStream.range(1, table.columnCount())
            .mapToObj(
                i ->
                    BarTrace.builder(
                            table.column(0).asObjectArray(), table.numberColumn(i).asDoubleArray())
                        .name(table.column(i).name())
                        .marker(Marker.builder().color(Series.color(i - 1)).build())
                        .build())
            .toArray(Trace[]::new);
    Layout layout = layout(table.name(), table.column(0).name(), y, traces.length > 1);
    return new Figure(layout, traces);
  }

  /**
   * How often each digit occurs, as shares, since sets differ in size.
   *
   * @param sets one or more sets
   */
  public static Figure counts(DigitSet... sets) {
    Table table =
        Table.create(
            "how often each digit occurs",
            StringColumn.create("digit", IntStream.range(0, 10).mapToObj(String::valueOf)));
    for (DigitSet set : sets) {
      double[] shares =
          Arrays.stream(set.counts()).mapToDouble(n -> 100.0 * n / set.size()).toArray();
      table.addColumns(DoubleColumn.create(set.name(), shares));
    }
    return bars(table, "share in percent");
  }

  /**
   * Curves of one kind, one a classifier, with their areas in the legend.
   *
   * @param curves all ROC or all precision-recall; at least one
   */
  public static Figure curves(List<Curve> curves) {
    Curve first = curves.get(0);
    Trace[] traces =
        IntStream.range(0, curves.size())
            .mapToObj(
                i -> {
                  Curve curve = curves.get(i);
                  String name =
                      String.format(
                          Locale.ROOT,
                          "%d · %s %.3f",
                          curve.digit(),
                          curve.areaName(),
                          curve.area());
                  int color = curves.size() == 1 ? 0 : curve.digit();
                  return line(curve.table(STEP), first.xName(), first.yName(), name, color);
                })
            .toArray(Trace[]::new);
    String title =
        curves.size() == 1
            ? "is it a " + first.digit() + "? " + first.name()
            : first.name() + " of " + curves.size() + " classifiers";
    return new Figure(layout(title, first.xName(), first.yName(), true), traces);
  }

  /**
   * What precision and recall become as the threshold moves.
   *
   * @param curve of one classifier
   * @param marked a threshold to mark, such as the one for a wanted precision; none or more
   */
  public static Figure thresholds(Curve curve, OperatingPoint... marked) {
    Table points = curve.table(STEP);
    points = points.where(points.doubleColumn("threshold").isLessThan(Double.POSITIVE_INFINITY));
    String title = "is it a " + curve.digit() + "? precision and recall by threshold";
    Trace[] traces = new Trace[2 + marked.length];
    traces[0] = line(points, "threshold", curve.yName(), curve.yName(), 0);
    traces[1] = line(points, "threshold", curve.xName(), curve.xName(), 1);
    for (int i = 0; i < marked.length; i++) {
      OperatingPoint point = marked[i];
      double[] x = {point.threshold(), point.threshold()};
      traces[2 + i] =
          ScatterTrace.builder(x, new double[] {point.precision(), point.recall()})
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .name(String.format(Locale.ROOT, "threshold %.2f", point.threshold()))
              .line(Line.builder().color(Series.MARK).dash(Line.Dash.DOT).build())
              .marker(Marker.builder().color(Series.MARK).size(8).build())
              .build();
    }
    return new Figure(layout(title, "threshold", "share", true), traces);
  }

  /**
   * What probabilities promised and what came true, beside the diagonal on which both are the same.
   *
   * @param title what is shown
   * @param names one a curve
   * @param curves one or more
   */
  public static Figure reliability(String title, List<String> names, List<Reliability> curves) {
    Trace[] traces = new Trace[curves.size() + 1];
    for (int i = 0; i < curves.size(); i++) {
      Table bins = curves.get(i).table();
      String name =
          String.format(Locale.ROOT, "%s · Brier %.4f", names.get(i), curves.get(i).brier());
      traces[i] =
          ScatterTrace.builder(
                  bins.numberColumn("mean probability"), bins.numberColumn("share of the digit"))
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .name(name)
              .line(Line.builder().color(Series.color(i)).build())
              .marker(Marker.builder().color(Series.color(i)).size(7).build())
              .build();
    }
    double[] ends = {0, 1};
    traces[curves.size()] =
        ScatterTrace.builder(ends, ends)
            .mode(ScatterTrace.Mode.LINE)
            .name("as promised")
            .line(Line.builder().color(Series.MARK).dash(Line.Dash.DOT).width(1).build())
            .build();
    return new Figure(layout(title, "promised probability", "share that came true", true), traces);
  }

  /**
   * Errors on the digits learned from and on those held out as a setting moves, the best value
   * marked. The setting runs on a logarithmic axis.
   *
   * @param curve its values above 0
   */
  public static Figure validation(ValidationCurve curve) {
    List<ValidationCurve.Point> points = curve.points();
    double[] values = points.stream().mapToDouble(ValidationCurve.Point::value).toArray();
    ValidationCurve.Point best = curve.best();
    Trace[] traces = {
      percent(values, points, ValidationCurve.Point::heldOutError, "held-out error", 0),
      percent(values, points, ValidationCurve.Point::trainingError, "training error", 1),
      ScatterTrace.builder(new double[] {best.value()}, new double[] {100 * best.heldOutError()})
          .mode(ScatterTrace.Mode.MARKERS)
          .name(String.format(Locale.ROOT, "best: %.2f %%", 100 * best.heldOutError()))
          .marker(Marker.builder().color(Series.MARK).size(12).symbol(Symbol.DIAMOND).build())
          .build()
    };
    Layout layout =
        Layout.builder()
            .title("errors by " + curve.setting())
            .xAxis(Axis.builder().title(curve.setting()).type(Axis.Type.LOG).build())
            .yAxis(Axis.builder().title("error in percent").build())
            .width(WIDTH)
            .height(HEIGHT)
            .build();
    return new Figure(layout, traces);
  }

  private static Trace percent(
      double[] values,
      List<ValidationCurve.Point> points,
      ToDoubleFunction<ValidationCurve.Point> share,
      String name,
      int color) {
    double[] errors = points.stream().mapToDouble(share).map(e -> 100 * e).toArray();
    return ScatterTrace.builder(values, errors)
        .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
        .name(name)
        .line(Line.builder().color(Series.color(color)).dash(Series.dash(color)).build())
        .marker(Marker.builder().color(Series.color(color)).size(7).build())
        .build();
  }

  private static Trace line(Table rows, String x, String y, String name, int color) {
    return ScatterTrace.builder(rounded(rows.numberColumn(x)), rounded(rows.numberColumn(y)))
        .mode(ScatterTrace.Mode.LINE)
        .name(name)
        .line(Line.builder().color(Series.color(color)).dash(Series.dash(color)).build())
        .build();
  }

  /** Four places, which is more than a picture shows, keep a saved notebook small. */
  private static DoubleColumn rounded(NumericColumn<?> column) {
    return column.asDoubleColumn().map(value -> Math.round(value * 1e4) / 1e4);
  }

  private static Layout layout(String title, String x, String y, boolean legend) {
    return Layout.builder()
        .title(title)
        .xAxis(Axis.builder().title(x).build())
        .yAxis(Axis.builder().title(y).build())
        .showLegend(legend)
        .width(WIDTH)
        .height(HEIGHT)
        .build();
  }
}
