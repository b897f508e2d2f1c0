package digits.notebook;

import digits.data.DigitSet;
import digits.data.Message;
import digits.evaluate.Reliability;
import digits.evaluate.Reliability.Bin;
import digits.evaluate.ValidationCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jjava.tablesaw.StyledFigure;
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

  /** The colour of marked points and of the diagonal. */
  static final String MARK = Palette.hex(Palette.INK);

  private Charts() {}

  /** One numeric column of a table against another, as a line. */
  public static Figure line(Table table, String x, String y) {
    Trace line =
        trace(rounded(table, x), rounded(table, y), Mode.LINE, y, Palette.series(0), Dash.SOLID);
    return figure(table.name(), axis(x), axis(y), false, List.of(line), Map.of());
  }

  /**
   * One numeric column, from zero, against another on a logarithmic axis, with a colour for each
   * text in a third.
   */
  public static Figure points(Table table, String x, String y, String group) {
    List<Trace> traces = new ArrayList<>();
    for (String name : table.stringColumn(group).unique().asList()) {
      Table of = table.where(table.stringColumn(group).isEqualTo(name));
      String color = Palette.series(traces.size());
      traces.add(trace(rounded(of, x), rounded(of, y), Mode.MARKERS, name, color, Dash.SOLID));
    }
    double[] values = DoubleStream.of(rounded(table, x)).distinct().sorted().toArray();
    Map<String, Object> settings = new LinkedHashMap<>(ticks(values));
    settings.put("layout.yaxis.rangemode", "tozero");
    return figure(y + " by " + x, logarithmic(x), axis(y), true, traces, settings);
  }

  /** Ticks at these values and nowhere else. */
  private static Map<String, Object> ticks(double[] values) {
    return Map.of(
        "layout.xaxis.tickmode",
        "array",
        "layout.xaxis.tickvals",
        values,
        "layout.xaxis.ticktext",
        DoubleStream.of(values).mapToObj(Charts::tick).toList());
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
        traces,
        Map.of());
  }

  /**
   * Predicted probabilities against the shares that came true, one name per curve, with the
   * diagonal of a perfect calibration; below, how many digits each point stands for.
   */
  public static Figure reliability(String title, List<String> names, List<Reliability> curves) {
    List<Trace> traces = new ArrayList<>();
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < curves.size(); i++) {
      List<Bin> bins = curves.get(i).bins();
      double[] promised = bins.stream().mapToDouble(Bin::predicted).toArray();
      double[] came = bins.stream().mapToDouble(Bin::actual).toArray();
      String name = Message.of("%s · Brier %.4f", names.get(i), curves.get(i).brier());
      traces.add(markedLine(promised, came, name, i));
    }
    double[] ends = {0, 1};
    traces.add(trace(ends, ends, Mode.LINE, "as promised", MARK, Dash.DOT));
    for (int i = 0; i < curves.size(); i++) {
      List<Bin> bins = curves.get(i).bins();
      double[] middles = bins.stream().mapToDouble(b -> (b.from() + b.to()) / 2).toArray();
      double[] counts = bins.stream().mapToDouble(Bin::count).toArray();
      settings.put("data." + traces.size() + ".yaxis", "y2");
      settings.put("data." + traces.size() + ".type", "bar");
      traces.add(markedLine(middles, counts, "digits " + names.get(i), i));
    }
    settings.put("layout.xaxis.anchor", "y2");
    settings.put("layout.bargap", 0.4);
    settings.put("layout.yaxis.domain", List.of(0.36, 1));
    settings.put(
        "layout.yaxis2",
        Map.of(
            "title",
            Map.of("text", "digits"),
            "type",
            "log",
            "dtick",
            1,
            "domain",
            List.of(0, 0.24)));
    return figure(
        title, axis("promised probability"), axis("share that came true"), true, traces, settings);
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
            diamond),
        ticks(values));
  }

  /** Rounds to four decimals, more than a picture shows, which keeps saved notebooks small. */
  static double[] rounded(Table rows, String column) {
    return Arrays.stream(rows.numberColumn(column).asDoubleArray())
        .map(value -> Math.round(value * 1e4) / 1e4)
        .toArray();
  }

  private static String tick(double value) {
    return value == Math.rint(value) ? Message.of("%,.0f", value) : String.valueOf(value);
  }

  private static Trace markedLine(double[] x, double[] y, String name, int color) {
    return trace(x, y, Mode.LINE_AND_MARKERS, name, Palette.series(color), Dash.SOLID);
  }

  static Trace trace(double[] x, double[] y, Mode mode, String name, String color, Dash dash) {
    return ScatterTrace.builder(x, y)
        .mode(mode)
        .name(name)
        .line(Line.builder().color(color).dash(dash).build())
        .marker(Marker.builder().color(color).size(7).build())
        .build();
  }

  static Axis axis(String title) {
    return Axis.builder().title(title).build();
  }

  static Axis logarithmic(String title) {
    return Axis.builder().title(title).type(Axis.Type.LOG).build();
  }

  /**
   * A figure as wide as its column. A legend is one row above the curves, so that it takes none of
   * their width.
   *
   * @param settings of Plotly, by path, as in {@link StyledFigure}
   */
  static Figure figure(
      String title, Axis x, Axis y, boolean legend, List<Trace> traces, Map<String, ?> settings) {
    Layout layout = Layout.builder().title(title).xAxis(x).yAxis(y).showLegend(legend).build();
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.put("layout.width", null);
    all.put("layout.height", 420);
    all.put("layout.autosize", true);
    all.put("layout.margin", Map.of("l", 60, "r", 24, "t", legend ? 84 : 52, "b", 52));
    all.put("layout.legend", Map.of("orientation", "h", "x", 0, "y", 1.01, "yanchor", "bottom"));
    return new StyledFigure(new Figure(layout, traces.toArray(Trace[]::new)), all);
  }
}
