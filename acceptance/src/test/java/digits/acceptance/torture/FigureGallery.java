package digits.acceptance.torture;

import static tech.tablesaw.plotly.traces.ScatterTrace.Mode.LINE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Domain;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Histogram2DTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;

/** Reproducible figures made with jsplot, with a title and axis titles. */
final class FigureGallery {

  private static final String[] FRUIT = {"apples", "pears", "plums", "cherries"};
  private static final double[] KILOS = {4, 7, 1, 2};
  private static final double[][] SQUARES = {
    {1, 2, 3, 4}, {2, 4, Double.NaN, 8}, {3, 6, 9, 12}, {4, 8, 12, 16}
  };

  private FigureGallery() {}

  /**
   * Each kind of trace by its Plotly name, then a log axis, two axes, subplots and hostile text.
   */
  static Map<String, Figure> all() {
    Integer[] places = {1, 2, 3, 4};
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("scatter", ScatterPlot.create("Points", points(), "x", "y"));
    all.put("scattergl", figure(points(2000).type("scattergl").build()));
    all.put("bar", figure(BarTrace.builder(FRUIT, SQUARES[1]).opacity(0.8).build()));
    all.put("box", figure(BoxTrace.builder(groups(120), normals(3, 120)).build()));
    all.put(
        "violin", figure(ViolinTrace.builder(groups(120), normals(3, 120)).boxPlot(true).build()));
    all.put("histogram", figure(HistogramTrace.builder(normals(4, 500)).build()));
    all.put(
        "histogram2d",
        figure(Histogram2DTrace.builder(normals(6, 1000), normals(7, 1000)).build()));
    all.put("pie", figure(PieTrace.builder(FRUIT, KILOS).build()));
    all.put("heatmap", figure(HeatmapTrace.builder(FRUIT, FRUIT, SQUARES).build()));
    all.put("contour", figure(ContourTrace.builder(places, places, SQUARES).build()));
    all.put(
        "candlestick",
        CandlestickPlot.create("Candles", prices(), "day", "open", "high", "low", "close"));
    all.put("ohlc", OHLCPlot.create("Prices", prices(), "day", "open", "high", "low", "close"));
    all.put("scatter3d", Scatter3DPlot.create("Space", points(), "x", "y", "size", "group"));
    all.put("bar-texts", texts());
    all.put("two-y-axes", twoYAxes());
    all.put("subplots", subplots());
    all.put("log", logarithmic());
    all.put("hostile", hostile());
    return all;
  }

  private static Layout.LayoutBuilder layout() {
    return Layout.builder("A title", "across", "up");
  }

  private static Figure figure(Trace... traces) {
    return new Figure(layout().build(), traces);
  }

  private static Figure texts() {
    String[] codes = {"01234", "00501", "1e5", "NaN", "1.50", "null"};
    Axis codesAxis = Axis.builder().title("code").type(Axis.Type.CATEGORY).build();
    Trace bars = BarTrace.builder(codes, new double[] {1, 2, 3, 4, 5, 6}).build();
    return new Figure(layout().xAxis(codesAxis).build(), bars);
  }

  private static Figure twoYAxes() {
    Axis.AxisBuilder second = Axis.builder().title("down").side(Axis.Side.right);
    Layout layout = layout().yAxis2(second.overlaying(ScatterTrace.YAxis.Y).build()).build();
    Trace right = points(5).yAxis(ScatterTrace.YAxis.Y2).mode(LINE).name("right").build();
    return new Figure(layout, points(4).name("left").build(), right);
  }

  private static Figure subplots() {
    Grid grid = Grid.builder().rows(2).columns(2).pattern(Grid.Pattern.INDEPENDENT).build();
    return new Figure(
        layout().grid(grid).build(),
        BarTrace.builder(FRUIT, KILOS).name("bars").build(),
        HeatmapTrace.builder(FRUIT, FRUIT, SQUARES).xAxis("x2").yAxis("y2").build(),
        HistogramTrace.builder(normals(4, 300)).xAxis("x3").yAxis("y3").name("histogram").build(),
        PieTrace.builder(FRUIT, KILOS).domain(Domain.builder().row(1).column(1).build()).build());
  }

  private static Figure logarithmic() {
    Axis log = Axis.builder().title("loss").type(Axis.Type.LOG).build();
    double[] x = IntStream.rangeClosed(1, 50).asDoubleStream().toArray();
    double[] y = IntStream.rangeClosed(1, 50).mapToDouble(i -> 1000 / Math.pow(i, 2)).toArray();
    y[7] = Double.NaN; // A gap in the line.
    return new Figure(layout().yAxis(log).build(), ScatterTrace.builder(x, y).mode(LINE).build());
  }

  private static Figure hostile() {
    String[] names = {"it's", "say \"hi\"", "a < b & c", "C:\\new"};
    BarTrace.BarBuilder bars = BarTrace.builder(names, KILOS);
    bars.name("</script> it's \"quoted\" & <b>").showLegend(true);
    return new Figure(
        Layout.builder("It's \"so\" that a < b & c", "C:\\new \\", "höher, 更高, 😀").build(),
        bars.build());
  }

  private static ScatterTrace.ScatterBuilder points(int count) {
    return ScatterTrace.builder(normals(1, count), normals(2, count));
  }

  private static Table points() {
    double[] size = IntStream.range(0, 60).mapToDouble(i -> 5 + i % 20).toArray();
    return Table.create(
        "points",
        DoubleColumn.create("x", normals(11, 60)),
        DoubleColumn.create("y", normals(12, 60)),
        DoubleColumn.create("size", size),
        StringColumn.create("group", groups(60)));
  }

  private static Table prices() {
    DateColumn day = DateColumn.create("day");
    DoubleColumn open = DoubleColumn.create("open", normals(13, 30));
    DoubleColumn close = DoubleColumn.create("close", normals(14, 30));
    IntStream.range(0, 30).forEach(i -> day.append(LocalDate.of(2024, 1, 1).plusDays(i)));
    DoubleColumn high = open.add(close.abs()).add(1).setName("high");
    DoubleColumn low = open.subtract(close.abs()).subtract(1).setName("low");
    return Table.create("prices", day, open, high, low, close);
  }

  private static String[] groups(int count) {
    return IntStream.range(0, count).mapToObj(i -> FRUIT[i % 3]).toArray(String[]::new);
  }

  private static double[] normals(int seed, int count) {
    return new Random(seed).doubles(count, -2, 2).toArray();
  }
}
