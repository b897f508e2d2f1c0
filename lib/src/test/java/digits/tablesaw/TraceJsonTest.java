package digits.tablesaw;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.plotly.components.Domain;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.change.Decreasing;
import tech.tablesaw.plotly.components.change.Increasing;
import tech.tablesaw.plotly.traces.AbstractTrace;
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

class TraceJsonTest {

  private static final String[] NAMES = {"a", "b"};
  private static final double[] ONE = {1, Double.NaN};
  private static final double[] TWO = {3, 4.5};

  @Test
  void scatter() {
    assertThat(
            of(
                ScatterTrace.builder(ONE, TWO)
                    .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
                    .line(Line.builder().color("red").width(3).build())
                    .marker(Marker.builder().size(2, 3).opacity(0.5).build())
                    .fill(ScatterTrace.Fill.TO_SELF)
                    .text(NAMES)
                    .name("s")
                    .build()))
        .containsEntry("type", "scatter")
        .containsEntry("mode", "lines+markers")
        .containsEntry("x", asList(1.0, null))
        .containsEntry("y", List.of(3.0, 4.5))
        .containsEntry("text", List.of("a", "b"))
        .containsEntry("fill", "toself")
        .containsEntry("name", "s")
        .containsEntry("marker", Map.of("size", List.of(2.0, 3.0), "opacity", 0.5))
        .extractingByKey("line")
        .asInstanceOf(MAP)
        .containsEntry("color", "red");
  }

  @Test
  void scatterOfColumnsWithMissingValues() {
    DateColumn day = DateColumn.create("day", LocalDate.of(2024, 1, 2)).appendMissing();
    DoubleColumn value = DoubleColumn.create("value", 0.25).appendMissing();
    assertThat(of(ScatterTrace.builder(day, value).type("scattergl").build()))
        .containsEntry("type", "scattergl")
        .containsEntry("x", asList("2024-01-02", null))
        .containsEntry("y", asList(0.25, null));
  }

  @ParameterizedTest
  @CsvSource({"HORIZONTAL,h,y,x", "VERTICAL,v,x,y"})
  void bar(BarTrace.Orientation orientation, String letter, String names, String numbers) {
    assertThat(of(BarTrace.builder(NAMES, TWO).orientation(orientation).opacity(0.5).build()))
        .containsEntry("type", "bar")
        .containsEntry("orientation", letter)
        .containsEntry("opacity", 0.5)
        .containsEntry(names, List.of("a", "b"))
        .containsEntry(numbers, List.of(3.0, 4.5));
  }

  @Test
  void box() {
    assertThat(of(BoxTrace.builder(NAMES, TWO).build()))
        .containsEntry("type", "box")
        .containsEntry("x", List.of("a", "b"))
        .containsEntry("y", List.of(3.0, 4.5));
  }

  @Test
  void violin() {
    assertThat(of(ViolinTrace.builder(NAMES, TWO).boxPlot(true).meanLine(true).build()))
        .containsEntry("type", "violin")
        .containsEntry("x", List.of("a", "b"))
        .containsEntry("y", List.of(3.0, 4.5))
        .containsEntry("box", Map.of("visible", true))
        .containsEntry("meanline", Map.of("visible", true));
  }

  @Test
  void histogram() {
    assertThat(
            of(
                HistogramTrace.builder(TWO)
                    .nBinsX(7)
                    .opacity(0.6)
                    .histNorm(HistogramTrace.HistNorm.PERCENT)
                    .histFunc(HistogramTrace.HistFunc.SUM)
                    .build()))
        .containsEntry("type", "histogram")
        .containsEntry("x", List.of(3.0, 4.5))
        .containsEntry("nbinsx", 7)
        .containsEntry("opacity", 0.6)
        .containsEntry("histnorm", "percent")
        .containsEntry("histfunc", "sum");
  }

  @Test
  void histogramInTwoDirections() {
    assertThat(of(Histogram2DTrace.builder(TWO, ONE).build()))
        .containsEntry("type", "histogram2d")
        .containsEntry("x", List.of(3.0, 4.5))
        .containsEntry("y", asList(1.0, null));
  }

  @Test
  void pie() {
    assertThat(
            of(
                PieTrace.builder(NAMES, TWO)
                    .domain(Domain.builder().row(1).column(0).build())
                    .build()))
        .containsEntry("type", "pie")
        .containsEntry("labels", List.of("a", "b"))
        .containsEntry("values", List.of(3.0, 4.5))
        .containsEntry("domain", Map.of("row", 1, "column", 0));
  }

  @Test
  void heatmapAndContour() {
    double[][] z = {{1, 2}, {Double.NaN, Double.POSITIVE_INFINITY}};
    for (Trace trace :
        List.of(
            HeatmapTrace.builder(NAMES, new Object[] {0, 1}, z).xAxis("x2").build(),
            ContourTrace.builder(NAMES, new Object[] {0, 1}, z).xAxis("x2").build())) {
      assertThat(of(trace))
          .containsEntry("type", trace instanceof HeatmapTrace ? "heatmap" : "contour")
          .containsEntry("x", List.of("a", "b"))
          .containsEntry("y", List.of(0.0, 1.0))
          .containsEntry("xaxis", "x2")
          .containsEntry("z", List.of(List.of(1.0, 2.0), asList(null, null)));
    }
  }

  @ParameterizedTest
  @CsvSource({"candlestick", "ohlc"})
  void prices(String type) {
    DateColumn day = DateColumn.create("day", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3));
    DoubleColumn price = DoubleColumn.create("price", TWO);
    DoubleColumn high = DoubleColumn.create("high", 5, 6);
    assertThat(
            of(
                ScatterTrace.builder(day, price, high, price, price)
                    .type(type)
                    .increasing(Increasing.builder().fillColor("blue").build())
                    .decreasing(Decreasing.builder().fillColor("red").build())
                    .build()))
        .containsEntry("type", type)
        .containsEntry("x", List.of("2024-01-02", "2024-01-03"))
        .containsEntry("open", List.of(3.0, 4.5))
        .containsEntry("high", List.of(5.0, 6.0))
        .containsEntry("increasing", Map.of("fillcolor", "blue"))
        .containsEntry("decreasing", Map.of("fillcolor", "red"));
  }

  @ParameterizedTest
  @CsvSource({
    "LINE,lines",
    "MARKERS,markers",
    "LINE_AND_MARKERS,lines+markers",
    "LINE_AND_TEXT,lines+text",
    "TEXT_AND_MARKERS,markers+text",
    "LINE_TEXT_AND_MARKERS,lines+text+markers",
    "TEXT,text",
    "NONE,none"
  })
  void scatterInSpace(Scatter3DTrace.Mode mode, String plotly) {
    assertThat(of(Scatter3DTrace.builder(TWO, TWO, ONE).mode(mode).build()))
        .containsEntry("type", "scatter3d")
        .containsEntry("mode", plotly)
        .containsEntry("x", List.of(3.0, 4.5))
        .containsEntry("z", asList(1.0, null));
  }

  @Test
  void whatJsplotForgetsToWriteIsThere() {
    Marker marker = Marker.builder().color(TWO).cMinAndMax(0, 9).build();
    HoverLabel label = HoverLabel.builder().bgColor("white").font(Font.builder().build()).build();
    assertThat(
            of(
                ScatterTrace.builder(TWO, TWO)
                    .marker(marker)
                    .legendGroup("g")
                    .hoverLabel(label)
                    .visible(AbstractTrace.Visibility.FALSE)
                    .build()))
        .containsEntry("visible", false)
        .containsEntry("legendgroup", "g")
        .containsKey("hoverlabel")
        .extractingByKey("marker")
        .asInstanceOf(MAP)
        .containsEntry("cmin", 0.0)
        .containsEntry("cmax", 9.0);
  }

  @Test
  void hostileNamesArriveAsTheyAre() {
    String hostile = "it's \"so\" \\ {x: 1}, '\n</script>";
    assertThat(of(BarTrace.builder(new String[] {hostile}, new double[] {1}).name(hostile).build()))
        .containsEntry("x", List.of(hostile))
        .containsEntry("name", "it's \"so\" \\ {x: 1}, '<br>&lt;/script&gt;");
  }

  @Test
  void aStyledTraceSaysMore() {
    Trace heat = HeatmapTrace.builder(NAMES, NAMES, new double[][] {{1, Double.NaN}}).build();
    StyledTrace styled =
        StyledTrace.of(heat)
            .with("colorscale", List.of(List.of(0, "#fff"), List.of(1, "#0072B2")))
            .with("colorbar", Map.of("title", Map.of("text", "</script>")))
            .with("zmin", 0);
    assertThat(styled.asJavascript(3)).startsWith("var trace3 = {").doesNotContain("</script>");
    assertThat(of(styled))
        .containsEntry("type", "heatmap")
        .containsEntry("z", List.of(asList(1.0, null)))
        .containsEntry("zmin", 0)
        .containsEntry("colorscale", List.of(List.of(0, "#fff"), List.of(1, "#0072B2")))
        .containsEntry("colorbar", Map.of("title", Map.of("text", "</script>")));
    assertThat(of(StyledTrace.of(heat))).doesNotContainKey("zmin");
  }

  private static Map<String, Object> of(Trace trace) {
    @SuppressWarnings("unchecked")
    Map<String, Object> json = (Map<String, Object>) Values.finite(TraceJson.of(trace, 0));
    return json;
  }
}
