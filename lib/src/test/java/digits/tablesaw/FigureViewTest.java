package digits.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.ColorBar;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

class FigureViewTest {

  private static final Trace TRACE =
      ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 0.5}).name("loss").build();

  @Test
  void titlesAreObjectsWithTheirFonts() {
    Map<?, ?> layout =
        layout(
            Layout.builder("It's <so>", "x & y", "up")
                .titleFont(Font.builder().size(30).family(Font.Family.ARIAL).color("red").build())
                .build());
    assertThat(layout.get("title"))
        .isEqualTo(
            Map.of(
                "text",
                "It's &lt;so&gt;",
                "font",
                Map.of("size", 30, "family", "arial", "color", "red")));
    assertThat(in(layout, "xaxis", "title", "text")).isEqualTo("x &amp; y");
    assertThat(in(layout, "yaxis", "title", "text")).isEqualTo("up");
    assertThat(layout.containsKey("titlefont")).isFalse();
  }

  @Test
  void sizesMarginsAndModesAreKept() {
    Map<?, ?> layout =
        layout(
            Layout.builder()
                .width(321)
                .height(123)
                .margin(Margin.builder().left(11).build())
                .barMode(Layout.BarMode.STACK)
                .hoverMode(Layout.HoverMode.FALSE)
                .showLegend(false)
                .build());
    assertThat(layout.get("width")).isEqualTo(321);
    assertThat(layout.get("height")).isEqualTo(123);
    assertThat(in(layout, "margin", "l")).isEqualTo(11);
    assertThat(layout.get("barmode")).isEqualTo("stack");
    assertThat(layout.get("hovermode")).isEqualTo(false);
    assertThat(layout.get("showlegend")).isEqualTo(false);
  }

  @Test
  void aCardIsOnlyTheDefault() {
    Map<?, ?> plain = layout(Layout.builder().build());
    assertThat(plain.containsKey("paper_bgcolor")).isFalse();
    assertThat(in(plain, "template", "layout", "paper_bgcolor")).isEqualTo("#FAFAF7");
    Map<?, ?> own = layout(Layout.builder().paperBgColor("black").plotBgColor("#222").build());
    assertThat(own.get("paper_bgcolor")).isEqualTo("black");
    assertThat(own.get("plot_bgcolor")).isEqualTo("#222");
  }

  @Test
  void axesSayWhatTheirAuthorMeant() {
    TickSettings ticks =
        TickSettings.builder()
            .tickMode(TickSettings.TickMode.ARRAY)
            .arrayTicks(new double[] {1, 2}, new String[] {"it's", "two"})
            .angle(45)
            .separateThousands(true)
            .showExponent(TickSettings.DisplayRules.FIRST)
            .build();
    Axis x =
        Axis.builder()
            .title("x")
            .type(Axis.Type.LOG)
            .range(0, 2.5)
            .tickSettings(ticks)
            .spikes(Axis.Spikes.builder().build())
            .build();
    Axis y =
        Axis.builder()
            .autoRange(Axis.AutoRange.REVERSED)
            .rangeMode(Axis.RangeMode.TO_ZERO)
            .rangeslider("{\"visible\": true}")
            .build();
    Map<?, ?> layout = layout(Layout.builder().xAxis(x).yAxis(y).build());
    assertThat(in(layout, "xaxis", "type")).isEqualTo("log");
    assertThat(in(layout, "xaxis", "autorange")).isEqualTo(false);
    assertThat(in(layout, "xaxis", "range")).isEqualTo(List.of(0.0, 2.5));
    assertThat(in(layout, "xaxis", "tickvals")).isEqualTo(List.of(1.0, 2.0));
    assertThat(in(layout, "xaxis", "ticktext")).isEqualTo(List.of("it's", "two"));
    assertThat(in(layout, "xaxis", "tickangle")).isEqualTo(45);
    assertThat(in(layout, "xaxis", "separatethousands")).isEqualTo(true);
    assertThat(in(layout, "xaxis", "showexponent")).isEqualTo("first");
    assertThat(in(layout, "xaxis", "showspikes")).isEqualTo(true);
    assertThat(in(layout, "yaxis", "autorange")).isEqualTo("reversed");
    assertThat(in(layout, "yaxis", "rangemode")).isEqualTo("tozero");
    assertThat(in(layout, "yaxis", "rangeslider", "visible")).isEqualTo(true);
  }

  @Test
  void fourYAxes() {
    Axis right =
        Axis.builder()
            .title("right")
            .side(Axis.Side.right)
            .overlaying(ScatterTrace.YAxis.Y)
            .build();
    Map<?, ?> layout =
        layout(
            Layout.builder("t")
                .yAxis2(right)
                .yAxis3(Axis.builder().title("third").build())
                .yAxis4(Axis.builder().title("fourth").build())
                .build());
    assertThat(in(layout, "yaxis2", "title", "text")).isEqualTo("right");
    assertThat(in(layout, "yaxis2", "overlaying")).isEqualTo("y");
    assertThat(in(layout, "yaxis2", "tickmode")).isEqualTo("auto");
    assertThat(in(layout, "yaxis3", "title", "text")).isEqualTo("third");
    assertThat(in(layout, "yaxis4", "title", "text")).isEqualTo("fourth");
    assertThat(in(layout, "legend", "x")).isEqualTo(1.15);
  }

  @Test
  void subplotsKeepTheirLabelsApart() {
    Grid grid = Grid.builder().rows(1).columns(2).pattern(Grid.Pattern.INDEPENDENT).build();
    Map<?, ?> layout = layout(Layout.builder().grid(grid).build());
    assertThat(in(layout, "grid", "columns")).isEqualTo(2);
    assertThat(in(layout, "grid", "xside")).isEqualTo("bottom plot");
    assertThat(in(layout, "grid", "yside")).isEqualTo("left plot");
    assertThat(((Map<?, ?>) layout.get("grid")).containsKey("xgap")).isFalse();
  }

  @Test
  void scenesHaveTitles() {
    Scene scene = Scene.sceneBuilder().zAxis(Axis.builder().title("deep").build()).build();
    Map<?, ?> layout = layout(Layout.builder().scene(scene).build());
    assertThat(in(layout, "scene", "zaxis", "title", "text")).isEqualTo("deep");
  }

  @Test
  void aColourBarThatBreaksJsplotsPageIsRead() {
    Marker marker =
        Marker.builder()
            .color(new double[] {1, 2})
            .showScale(true)
            .colorScale(Marker.Palette.CIVIDIS)
            .colorBar(ColorBar.builder().outlineWidth(3).thickness(12).build())
            .build();
    Map<String, Object> json =
        FigureView.json(
            new Figure(
                ScatterTrace.builder(new double[] {1, 2}, new double[] {1, 2})
                    .marker(marker)
                    .build()));
    Map<?, ?> trace = (Map<?, ?>) ((List<?>) json.get("data")).get(0);
    assertThat(in(trace, "marker", "colorscale")).isEqualTo("Cividis");
    assertThat(in(trace, "marker", "colorbar", "thickness")).isEqualTo(12.0);
  }

  @Test
  void aFigureMayHaveNoLayoutAndNoConfiguration() {
    Map<String, Object> json = FigureView.json(new Figure(TRACE, TRACE));
    assertThat((List<?>) json.get("data")).hasSize(2);
    assertThat(json).containsKey("layout").doesNotContainKey("config");
  }

  @Test
  void aConfigurationIsKept() {
    Config config = Config.builder().displayModeBar(false).responsive(true).build();
    assertThat(FigureView.json(new Figure(Layout.builder().build(), config, TRACE)).get("config"))
        .isEqualTo(Map.of("displayModeBar", false, "responsive", true));
  }

  @Test
  void aStyledFigureSaysMore() {
    Figure plain = new Figure(Layout.builder("t", "x", "y").build(), TRACE);
    Figure styled =
        StyledFigure.of(plain)
            .with("yaxis", Map.of("scaleanchor", "x", "title", Map.of("standoff", 9)))
            .with("annotations", List.of(Map.of("text", "here")))
            .with("legend", Map.of("orientation", "h"));
    Object layout = FigureView.json(styled).get("layout");
    assertThat(in(layout, "yaxis", "title")).isEqualTo(Map.of("text", "y", "standoff", 9));
    assertThat(in(layout, "yaxis", "scaleanchor")).isEqualTo("x");
    assertThat(in(layout, "legend", "orientation")).isEqualTo("h");
    assertThat(in(layout, "annotations")).isEqualTo(List.of(Map.of("text", "here")));
    assertThat(in(FigureView.json(plain).get("layout"), "annotations")).isNull();
    assertThat((List<?>) FigureView.json(styled).get("data")).hasSize(1);
  }

  @Test
  void aTraceOfAnotherMakeThatCannotBeReadIsNamed() {
    Trace other =
        new Trace() {
          @Override
          public String asJavascript(int place) {
            return "var trace = makeTrace(1);";
          }

          @Override
          public String name() {
            return "other";
          }

          @Override
          public HoverLabel hoverLabel() {
            return null;
          }

          @Override
          public boolean showLegend() {
            return true;
          }
        };
    assertThatThrownBy(() -> FigureView.json(new Figure(TRACE, other)))
        .isInstanceOf(UnreadableFigureException.class)
        .hasMessageStartingWith("Trace 2 is not written as jsplot writes it")
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
  }

  private static Map<?, ?> layout(Layout layout) {
    return (Map<?, ?>) FigureView.json(new Figure(layout, TRACE)).get("layout");
  }

  private static Object in(Object json, String... path) {
    Object value = json;
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }
}
