package digits.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.ColorBar;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Domain;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Histogram2DTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.Scatter3DTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;

/** One figure of each kind that jsplot can make, with a title and titles of its axes. */
public final class FigureGallery {

  private static final String[] FRUIT = {"apples", "pears", "plums", "cherries"};

  private FigureGallery() {}

  /**
   * The figures.
   *
   * @return name of the kind, in lower case, and how to make one; always the same figure
   */
  public static Map<String, Supplier<Figure>> figures() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    figures.put("scatter", FigureGallery::scatter);
    figures.put("scatter-groups", () -> ScatterPlot.create("Groups", points(), "x", "y", "group"));
    figures.put("scattergl", FigureGallery::scatterGl);
    figures.put("line-gaps", FigureGallery::lineWithGaps);
    figures.put("area", () -> AreaPlot.create("Area", prices(), "day number", "close"));
    figures.put("bubble", () -> BubblePlot.create("Bubbles", points(), "x", "y", "size", "group"));
    figures.put("bar", FigureGallery::bar);
    figures.put("bar-stacked", FigureGallery::stackedBars);
    figures.put("bar-horizontal", FigureGallery::horizontalBars);
    figures.put("bar-texts", FigureGallery::texts);
    figures.put("box", FigureGallery::box);
    figures.put("violin", FigureGallery::violin);
    figures.put("histogram", FigureGallery::histogram);
    figures.put("histogram-overlay", FigureGallery::overlaidHistograms);
    figures.put("histogram2d", FigureGallery::histogram2d);
    figures.put("pie", FigureGallery::pie);
    figures.put("heatmap", FigureGallery::heatmap);
    figures.put("contour", FigureGallery::contour);
    figures.put("candlestick", FigureGallery::candlestick);
    figures.put("ohlc", FigureGallery::ohlc);
    figures.put("time-series", FigureGallery::timeSeries);
    figures.put("scatter3d", FigureGallery::scatter3d);
    figures.put("scatter3d-line", FigureGallery::line3d);
    figures.put("colour-bar", FigureGallery::colourBar);
    figures.put("two-y-axes", FigureGallery::twoYAxes);
    figures.put("subplots", FigureGallery::subplots);
    figures.put("ticks", FigureGallery::ticks);
    figures.put("log", FigureGallery::logarithmic);
    figures.put("hostile", FigureGallery::hostile);
    return figures;
  }

  private static Layout.LayoutBuilder layout(String title) {
    return Layout.builder(title, "across", "up");
  }

  private static Figure scatter() {
    Table points = points();
    return ScatterPlot.create("Points", points, "x", "y");
  }

  private static Figure scatterGl() {
    double[] x = normals(1, 2000);
    Trace trace = ScatterTrace.builder(x, normals(2, 2000)).type("scattergl").name("many").build();
    return new Figure(layout("Many points").build(), trace);
  }

  private static Figure lineWithGaps() {
    double[] x = IntStream.range(0, 20).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 20).mapToDouble(i -> Math.sin(i / 3.0)).toArray();
    y[7] = Double.NaN;
    y[13] = Double.NaN;
    Trace line =
        ScatterTrace.builder(x, y)
            .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
            .line(Line.builder().width(3).dash(Line.Dash.DOT).color("#0072B2").build())
            .name("with gaps")
            .build();
    Trace steps =
        ScatterTrace.builder(x, IntStream.range(0, 20).mapToDouble(i -> i % 5 / 5.0).toArray())
            .mode(ScatterTrace.Mode.LINE)
            .line(Line.builder().shape(Line.Shape.HV).color("#D55E00").build())
            .name("steps")
            .build();
    return new Figure(layout("Lines").showLegend(true).build(), line, steps);
  }

  private static Figure bar() {
    Trace bars =
        BarTrace.builder(FRUIT, new double[] {4, 7, Double.NaN, 2})
            .marker(Marker.builder().color("#009E73").build())
            .opacity(0.8)
            .build();
    return new Figure(layout("Bars").build(), bars);
  }

  private static Figure stackedBars() {
    Trace one = BarTrace.builder(FRUIT, new double[] {4, 7, 1, 2}).name("Monday").build();
    Trace two = BarTrace.builder(FRUIT, new double[] {3, 2, 5, 4}).name("Tuesday").build();
    return new Figure(layout("Stacked").barMode(Layout.BarMode.STACK).build(), one, two);
  }

  private static Figure horizontalBars() {
    Trace bars =
        BarTrace.builder(FRUIT, new double[] {4, 7, 1, 2})
            .orientation(BarTrace.Orientation.HORIZONTAL)
            .build();
    return new Figure(layout("Bars that lie").build(), bars);
  }

  private static Figure texts() {
    String[] codes = {"01234", "00501", "1e5", "NaN", "1.50", "null"};
    Trace bars = BarTrace.builder(codes, new double[] {1, 2, 3, 4, 5, 6}).build();
    Axis codesAxis = Axis.builder().title("code").type(Axis.Type.CATEGORY).build();
    return new Figure(layout("Texts").xAxis(codesAxis).build(), bars);
  }

  private static Figure box() {
    Trace box = BoxTrace.builder(groups(120), normals(3, 120)).name("box").build();
    return new Figure(layout("Boxes").build(), box);
  }

  private static Figure violin() {
    Trace violin =
        ViolinTrace.builder(groups(120), normals(3, 120)).boxPlot(true).meanLine(true).build();
    return new Figure(layout("Violins").build(), violin);
  }

  private static Figure histogram() {
    Trace histogram = HistogramTrace.builder(normals(4, 500)).nBinsX(20).build();
    return new Figure(layout("Histogram").build(), histogram);
  }

  private static Figure overlaidHistograms() {
    Trace one =
        HistogramTrace.builder(normals(4, 500))
            .histNorm(HistogramTrace.HistNorm.PROBABILITY)
            .opacity(0.6)
            .name("one")
            .build();
    Trace two =
        HistogramTrace.builder(normals(5, 300))
            .histNorm(HistogramTrace.HistNorm.PROBABILITY)
            .opacity(0.6)
            .name("two")
            .build();
    return new Figure(layout("Two histograms").barMode(Layout.BarMode.OVERLAY).build(), one, two);
  }

  private static Figure histogram2d() {
    Trace histogram = Histogram2DTrace.builder(normals(6, 1000), normals(7, 1000)).build();
    return new Figure(layout("Histogram in two directions").build(), histogram);
  }

  private static Figure pie() {
    Trace pie = PieTrace.builder(FRUIT, new double[] {4, 7, 1, 2}).build();
    return new Figure(Layout.builder("Pie").build(), pie);
  }

  private static Figure heatmap() {
    return new Figure(
        layout("Heat map").build(), HeatmapTrace.builder(FRUIT, FRUIT, squares()).build());
  }

  private static Figure contour() {
    Integer[] places = {1, 2, 3, 4};
    return new Figure(
        layout("Contours").build(), ContourTrace.builder(places, places, squares()).build());
  }

  private static Figure candlestick() {
    return CandlestickPlot.create("Candles", prices(), "day", "open", "high", "low", "close");
  }

  private static Figure ohlc() {
    return OHLCPlot.create(
        "Open, high, low, close", prices(), "day", "open", "high", "low", "close");
  }

  private static Figure timeSeries() {
    InstantColumn time = InstantColumn.create("time");
    for (int i = 0; i < 24; i++) {
      time.append(Instant.parse("2024-03-01T00:00:00Z").plusSeconds(3600L * i));
    }
    return TimeSeriesPlot.create(
        "Hours", "time", time, "value", DoubleColumn.create("value", normals(8, 24)));
  }

  private static Figure scatter3d() {
    return Scatter3DPlot.create("Space", points(), "x", "y", "size", "group");
  }

  private static Figure line3d() {
    double[] turn = IntStream.range(0, 60).mapToDouble(i -> i / 5.0).toArray();
    double[] x = IntStream.range(0, 60).mapToDouble(i -> Math.cos(turn[i])).toArray();
    double[] y = IntStream.range(0, 60).mapToDouble(i -> Math.sin(turn[i])).toArray();
    Trace spiral =
        Scatter3DTrace.builder(x, y, turn).mode(Scatter3DTrace.Mode.LINE).name("spiral").build();
    return new Figure(Layout.builder("Spiral").build(), spiral);
  }

  private static Figure colourBar() {
    double[] x = normals(9, 100);
    Marker marker =
        Marker.builder()
            .size(12)
            .color(x)
            .colorScale(Marker.Palette.VIRIDIS)
            .showScale(true)
            .colorBar(ColorBar.builder().thickness(15).build())
            .symbol(Symbol.DIAMOND)
            .build();
    Trace trace = ScatterTrace.builder(x, normals(10, 100)).marker(marker).build();
    return new Figure(layout("Coloured by x").build(), trace);
  }

  private static Figure twoYAxes() {
    double[] x = {1, 2, 3, 4};
    Trace left = ScatterTrace.builder(x, new double[] {1, 4, 9, 16}).name("left").build();
    Trace right =
        ScatterTrace.builder(x, new double[] {100, 80, 60, 40})
            .yAxis(ScatterTrace.YAxis.Y2)
            .mode(ScatterTrace.Mode.LINE)
            .name("right")
            .build();
    Axis second =
        Axis.builder()
            .title("down")
            .titleFont(Font.builder().size(18).color("#D55E00").build())
            .side(Axis.Side.right)
            .overlaying(ScatterTrace.YAxis.Y)
            .build();
    return new Figure(layout("Two axes").yAxis2(second).build(), left, right);
  }

  private static Figure subplots() {
    Grid grid = Grid.builder().rows(2).columns(2).pattern(Grid.Pattern.INDEPENDENT).build();
    Trace bars = BarTrace.builder(FRUIT, new double[] {4, 7, 1, 2}).name("bars").build();
    Trace heat = HeatmapTrace.builder(FRUIT, FRUIT, squares()).xAxis("x2").yAxis("y2").build();
    Trace histogram =
        HistogramTrace.builder(normals(4, 300)).xAxis("x3").yAxis("y3").name("histogram").build();
    Trace pie =
        PieTrace.builder(FRUIT, new double[] {4, 7, 1, 2})
            .domain(Domain.builder().row(1).column(1).build())
            .build();
    return new Figure(layout("Four in one").grid(grid).build(), bars, heat, histogram, pie);
  }

  private static Figure ticks() {
    Axis x =
        Axis.builder()
            .title("size")
            .range(0, 10)
            .tickSettings(
                TickSettings.builder()
                    .tickMode(TickSettings.TickMode.ARRAY)
                    .arrayTicks(new double[] {1, 5, 9}, new String[] {"small", "middle", "large"})
                    .build())
            .build();
    Axis y = Axis.builder().title("share").autoRange(Axis.AutoRange.REVERSED).build();
    Trace trace =
        ScatterTrace.builder(new double[] {1, 5, 9}, new double[] {0.2, 0.5, 0.3}).build();
    Layout layout =
        Layout.builder("Named ticks")
            .titleFont(Font.builder().size(28).family(Font.Family.ARIAL).build())
            .width(500)
            .height(350)
            .margin(Margin.builder().left(90).right(20).top(70).bottom(60).build())
            .xAxis(x)
            .yAxis(y)
            .build();
    return new Figure(layout, Config.builder().displayModeBar(false).build(), trace);
  }

  private static Figure logarithmic() {
    Axis log = Axis.builder().title("loss").type(Axis.Type.LOG).build();
    double[] x = IntStream.rangeClosed(1, 50).asDoubleStream().toArray();
    double[] y = IntStream.rangeClosed(1, 50).mapToDouble(i -> 1000 / Math.pow(i, 2)).toArray();
    Trace trace = ScatterTrace.builder(x, y).mode(ScatterTrace.Mode.LINE).build();
    return new Figure(layout("Logarithmic").yAxis(log).build(), trace);
  }

  private static Figure hostile() {
    Trace trace =
        BarTrace.builder(
                new String[] {"it's", "say \"hi\"", "a < b & c", "C:\\new"},
                new double[] {1, 2, 3, 4})
            .name("</script> it's \"quoted\" & <b>")
            .showLegend(true)
            .build();
    Layout layout =
        Layout.builder("It's \"so\" that a < b & c", "C:\\new \\", "höher, 更高, 😀").build();
    return new Figure(layout, trace);
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
    DoubleColumn open = DoubleColumn.create("open");
    DoubleColumn high = DoubleColumn.create("high");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn close = DoubleColumn.create("close");
    double price = 100;
    double[] steps = normals(13, 30);
    for (int i = 0; i < steps.length; i++) {
      day.append(LocalDate.of(2024, 1, 1).plusDays(i));
      open.append(price);
      high.append(Math.max(price, price + steps[i]) + 0.5);
      low.append(Math.min(price, price + steps[i]) - 0.5);
      price += steps[i];
      close.append(price);
    }
    return Table.create(
        "prices", day, open, high, low, close, IntColumn.indexColumn("day number", 30, 1));
  }

  private static double[][] squares() {
    return new double[][] {{1, 2, 3, 4}, {2, 4, Double.NaN, 8}, {3, 6, 9, 12}, {4, 8, 12, 16}};
  }

  private static String[] groups(int count) {
    return IntStream.range(0, count).mapToObj(i -> FRUIT[i % 3]).toArray(String[]::new);
  }

  private static double[] normals(long seed, int count) {
    Random random = new Random(seed);
    return random.doubles(count).map(u -> random.nextGaussian()).toArray();
  }
}
