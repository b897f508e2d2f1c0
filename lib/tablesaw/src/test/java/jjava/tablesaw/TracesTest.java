// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.ColorBar;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Marker;
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

/** Each kind of trace in JSON, and what of it is a number and what a text. */
class TracesTest {

  private static final double[] GAP = {1, Double.NaN};
  private static final double[] TWO = {3, 4.5};

  @Test
  void gapsAreNullAndNumbersAreNumbersAlthoughJsplotWritesThemAsTexts() {
    Object[] mixed = {1, 2.5, 3L, 0.1f, Double.NaN, null, "4"};
    assertThat(json(BoxTrace.builder(mixed, new double[7]).build()))
        .contains("'type':'box'", "'x':[1.0,2.5,3.0,0.1,null,null,'4']");
    DoubleColumn x = DoubleColumn.create("x", 1.0).appendMissing();
    IntColumn y = IntColumn.create("y").append(1).appendMissing();
    DateColumn day = DateColumn.create("day", LocalDate.of(2024, 1, 2)).appendMissing();
    assertThat(json(ScatterTrace.builder(x, y).build())).contains("'x':[1.0,null],'y':[1.0,null]");
    assertThat(json(ScatterTrace.builder(day, x).type("scattergl").build()))
        .contains("'type':'scattergl'", "'x':['2024-01-02',null]");
    assertThat(json(ScatterTrace.builder(x, x, x, x, x).type("ohlc").build()))
        .contains("'type':'ohlc'", "'open':[1.0,null]", "'close':[1.0,null]");
    assertThat(json(HistogramTrace.builder(GAP).horizontal(true).build()))
        .contains("'y':[1.0,null]");
    assertThat(json(Histogram2DTrace.builder(TWO, GAP).build()))
        .contains("'x':[3.0,4.5]", "'y':[1.0,null]");
    double[][] z = {{3, 4.5}, {Double.NaN, Double.POSITIVE_INFINITY}};
    assertThat(json(HeatmapTrace.builder(new Object[] {0, 1}, new Object[] {0, 1}, z).build()))
        .contains("'x':[0.0,1.0]", "'z':[[3.0,4.5],[null,null]]");
  }

  @ParameterizedTest
  @CsvSource({
    "LINE_AND_MARKERS,lines+markers",
    "TEXT_AND_MARKERS,markers+text",
    "LINE_TEXT_AND_MARKERS,lines+text+markers"
  })
  void scatterInSpace(Scatter3DTrace.Mode mode, String plotly) {
    assertThat(json(Scatter3DTrace.builder(TWO, TWO, GAP).mode(mode).build()))
        .contains("'type':'scatter3d'", "'mode':'" + plotly + "'", "'z':[1.0,null]");
  }

  /** Its page does not even load with such a colour bar. */
  @Test
  void whatJsplotForgetsToWriteIsThere() {
    ColorBar bar = ColorBar.builder().outlineWidth(3).thickness(12).build();
    Marker.MarkerBuilder marker = Marker.builder().color(TWO).cMinAndMax(0, 9).colorBar(bar);
    ScatterTrace.ScatterBuilder trace = ScatterTrace.builder(TWO, TWO).opacity(0.5);
    trace.marker(marker.colorScale(Marker.Palette.CIVIDIS).build());
    trace.legendGroup("g").visible(AbstractTrace.Visibility.FALSE);
    assertThat(json(trace.build()))
        .contains("'visible':false", "'legendgroup':'g'", "'opacity':0.5", "'cmin':0.0,'cmax':9.0")
        .contains("'colorscale':'Cividis'", "'thickness':12.0");
  }

  @Test
  void textsStayWhatTheyAreOnEveryAxis() {
    String[] texts =
        "01234|1e5|0x10|1_000| 12|NaN|Infinity|1.50|7|null|it's \\ {x: 1}, '".split("\\|");
    double[] n = new double[texts.length];
    double[][] z = {n};
    StringColumn column = StringColumn.create("t", texts);
    String kept = "['" + String.join("','", texts).replace("\\", "\\\\") + "']";
    for (Trace trace :
        List.of(
            BarTrace.builder(texts, n).build(),
            BarTrace.builder(column, DoubleColumn.create("n", n)).build(),
            BoxTrace.builder(texts, n).build(),
            ViolinTrace.builder(texts, n).build(),
            HeatmapTrace.builder(texts, texts, z).build(),
            ContourTrace.builder(texts, texts, z).build(),
            ScatterTrace.builder(column, column).text(texts).build())) {
      assertThat(json(trace)).contains("'x':" + kept);
    }
    assertThat(json(HeatmapTrace.builder(texts, texts, z).build())).contains("'y':" + kept);
    assertThat(json(PieTrace.builder(texts, n).build())).contains("'labels':" + kept);
    BarTrace.Orientation lying = BarTrace.Orientation.HORIZONTAL;
    assertThat(json(BarTrace.builder(texts, n).orientation(lying).name("a\n</b>").build()))
        .contains("'orientation':'h'", "'y':" + kept, "'name':'a<br>&lt;/b&gt;'");
    for (String text : List.of(texts)) {
      assertThat(json(BarTrace.builder(new String[] {text}, new double[1]).name(text).build()))
          .contains("'name':'" + text.replace("\\", "\\\\") + "'");
    }
  }

  private static String json(Trace trace) {
    return FigureViewTest.json(new Figure(trace));
  }
}
