package digits.tablesaw;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;

/** What is a number and what is a text, which jsplot writes alike. */
class ValuesTest {

  private static final double[] TWO = {3, 4.5};

  @Test
  void textsThatLookLikeNumbersStayTextsOnEveryAxis() {
    String[] texts = {
      "01234", "00501", "1e5", "0x10", "1_000", " 12", "NaN", "Infinity", "1.50", "2.0", "7", "null"
    };
    List<String> kept = List.of(texts);
    double[] numbers = new double[texts.length];
    double[][] z = {numbers};
    StringColumn column = StringColumn.create("t", texts);
    DoubleColumn heights = DoubleColumn.create("n", numbers);
    assertThat(of(BarTrace.builder(texts, numbers).build())).containsEntry("x", kept);
    assertThat(of(BarTrace.builder(column, heights).build())).containsEntry("x", kept);
    assertThat(
            of(
                BarTrace.builder(texts, numbers)
                    .orientation(BarTrace.Orientation.HORIZONTAL)
                    .build()))
        .containsEntry("y", kept);
    assertThat(of(BoxTrace.builder(texts, numbers).build())).containsEntry("x", kept);
    assertThat(of(ViolinTrace.builder(texts, numbers).build())).containsEntry("x", kept);
    assertThat(of(ScatterTrace.builder(column, column).text(texts).build()))
        .containsEntry("x", kept)
        .containsEntry("y", kept)
        .containsEntry("text", kept);
    assertThat(of(PieTrace.builder(texts, numbers).build())).containsEntry("labels", kept);
    for (Trace trace :
        List.of(
            HeatmapTrace.builder(texts, texts, z).build(),
            StyledTrace.of(HeatmapTrace.builder(texts, texts, z).build()).with("zmin", 0),
            ContourTrace.builder(texts, texts, z).build())) {
      assertThat(of(trace)).containsEntry("x", kept).containsEntry("y", kept);
    }
    for (String text : texts) {
      assertThat(of(BarTrace.builder(new String[] {text}, new double[] {1}).name(text).build()))
          .containsEntry("x", List.of(text))
          .containsEntry("name", text);
    }
  }

  @Test
  void numbersAreNumbersAlthoughJsplotWritesThemAsTexts() {
    Object[] mixed = {1, 2.5, 3L, 0.1f, Double.NaN, null, "4"};
    assertThat(of(BoxTrace.builder(mixed, new double[7]).build()))
        .containsEntry("x", asList(1.0, 2.5, 3.0, 0.1, null, null, "4"));
    assertThat(
            of(
                ScatterTrace.builder(
                        DoubleColumn.create("x").appendMissing().append(1),
                        IntColumn.create("y").append(7).appendMissing())
                    .build()))
        .containsEntry("x", asList(null, 1.0))
        .containsEntry("y", asList(7.0, null));
    assertThat(of(HistogramTrace.builder(new double[] {1, Double.NaN}).build()))
        .containsEntry("x", asList(1.0, null));
    assertThat(of(HistogramTrace.builder(TWO).horizontal(true).build()))
        .containsEntry("y", List.of(3.0, 4.5));
  }

  @Test
  void axesKeepTextsThatLookLikeNumbers() {
    TickSettings years = TickSettings.builder().tick0("2020").dTick("M12").nTicks(3).build();
    Axis dates =
        Axis.builder().type(Axis.Type.DATE).range("2020", "2022").tickSettings(years).build();
    Map<?, ?> texts = layout(Layout.builder("0x10", "1e5", "01").xAxis(dates).build());
    assertThat(in(texts, "title", "text")).isEqualTo("0x10");
    assertThat(in(texts, "xaxis", "range")).isEqualTo(List.of("2020", "2022"));
    assertThat(in(texts, "xaxis", "tick0")).isEqualTo("2020");
    assertThat(in(texts, "xaxis", "dtick")).isEqualTo("M12");
    assertThat(in(texts, "xaxis", "nticks")).isEqualTo(3);
    TickSettings steps = TickSettings.builder().tick0(1).dTick(0.5).build();
    Axis linear = Axis.builder().range(0, 9).tickSettings(steps).build();
    Map<?, ?> numbers =
        layout(Layout.builder().scene(Scene.sceneBuilder().zAxis(linear).build()).build());
    assertThat(in(numbers, "scene", "zaxis", "range")).isEqualTo(List.of(0.0, 9.0));
    assertThat(in(numbers, "scene", "zaxis", "tick0")).isEqualTo(1);
    assertThat(in(numbers, "scene", "zaxis", "dtick")).isEqualTo(0.5);
  }

  private static Map<String, Object> of(Trace trace) {
    @SuppressWarnings("unchecked")
    Map<String, Object> json = (Map<String, Object>) Values.finite(TraceJson.of(trace, 0));
    return json;
  }

  private static Map<?, ?> layout(Layout layout) {
    return (Map<?, ?>)
        FigureView.json(new Figure(layout, BoxTrace.builder(new Object[] {1, 2}, TWO).build()))
            .get("layout");
  }

  private static Object in(Object json, String... path) {
    Object value = json;
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }
}
