// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Layouts, configurations and whole figures, in JSON and in words. */
class FigureViewTest {

  private static final double[] TWO = {1, 2};
  private static final Trace TRACE = ScatterTrace.builder(TWO, new double[] {3, 0.5}).build();

  @Test
  void settingsAreKeptAndACardIsOnlyTheDefault() {
    assertThat(FigureView.json(new Figure(TRACE, TRACE))).containsOnlyKeys("data", "layout");
    assertThat(layout(Layout.builder())).containsOnlyOnce("'paper_bgcolor':'#FAFAF7'");
    Font font = Font.builder().size(30).color("red").build();
    Layout.LayoutBuilder own = Layout.builder("It's <so>", "x & y", "0x10").titleFont(font);
    own.width(321).hoverMode(Layout.HoverMode.FALSE).paperBgColor("black").plotBgColor("#222");
    assertThat(layout(own))
        .contains("'title':{'text':'It's &lt;so&gt;','font':{", "'size':30")
        .contains("{'title':{'text':'x &amp; y'}", "{'title':{'text':'0x10'}")
        .contains("'width':321", "'hovermode':false")
        .contains("'paper_bgcolor':'black'", "'plot_bgcolor':'#222'")
        .doesNotContain("titlefont");
    Config config = Config.builder().displayModeBar(false).responsive(true).build();
    assertThat(json(new Figure(Layout.builder().build(), config, TRACE)))
        .contains("'config':{'displayModeBar':false,'responsive':true}");
  }

  @Test
  void axesHaveWhatJsplotMisspellsForgetsOrQuotes() {
    TickSettings.TickSettingsBuilder ticks = TickSettings.builder().angle(45);
    ticks.arrayTicks(TWO, new String[] {"it's", "two"}).separateThousands(true);
    ticks.showExponent(TickSettings.DisplayRules.FIRST);
    Axis.AxisBuilder x = Axis.builder().range(0, 2.5).tickSettings(ticks.build());
    Axis.AxisBuilder y = Axis.builder().autoRange(Axis.AutoRange.REVERSED);
    y.rangeMode(Axis.RangeMode.TO_ZERO).rangeslider("{\"visible\": true}");
    Axis right = Axis.builder().side(Axis.Side.right).overlaying(ScatterTrace.YAxis.Y).build();
    Axis fourth = Axis.builder().title("fourth").build();
    x.spikes(Axis.Spikes.builder().build());
    assertThat(
            layout(Layout.builder().xAxis(x.build()).yAxis(y.build()).yAxis2(right).yAxis4(fourth)))
        .contains("'autorange':false", "'range':[0.0,2.5]", "'tickangle':45", "'showspikes':true")
        .contains("'tickvals':[1.0,2.0]", "'ticktext':['it's','two']", "'separatethousands':true")
        .contains("'showexponent':'first'", "'autorange':'reversed'", "'rangemode':'tozero'")
        .contains("'rangeslider':{'visible':true}", "'overlaying':'y','tickmode':'auto'")
        .contains("'yaxis4':{'title':{'text':'fourth'}", "'legend':{'x':1.15}");
    TickSettings years = TickSettings.builder().tick0("2020").dTick("M12").nTicks(3).build();
    Axis.AxisBuilder dates = Axis.builder().type(Axis.Type.DATE).range("2020", "2022");
    Axis.AxisBuilder deep = Axis.builder().title("deep").range(0, 9);
    deep.tickSettings(TickSettings.builder().tick0(1).dTick(0.5).build());
    Scene scene = Scene.sceneBuilder().zAxis(deep.build()).build();
    assertThat(layout(Layout.builder().xAxis(dates.tickSettings(years).build()).scene(scene)))
        .contains("'range':['2020','2022']", "'tick0':'2020'", "'dtick':'M12'", "'nticks':3")
        .contains("'title':{'text':'deep'}", "'range':[0.0,9.0]", "'tick0':1", "'dtick':0.5");
  }

  /** With other digits, another decimal sign, or another i without its capital's dot. */
  @Test
  void subplotsKeepTheirLabelsApartInEveryLocale() {
    Locale before = Locale.getDefault();
    Set<String> layouts = new LinkedHashSet<>();
    try {
      for (String tag : "en tr ar-EG az de fa bn my hi-u-nu-deva th-TH-u-nu-thai".split(" ")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Grid.GridBuilder grid = Grid.builder().rows(2).columns(12).ySide(Grid.YSide.RIGHT_PLOT);
        Axis left = Axis.builder().title("tıtle ٣").domain(0.05f, 0.5f).build();
        grid.pattern(Grid.Pattern.INDEPENDENT).xSide(Grid.XSide.BOTTOM);
        layouts.add(layout(Layout.builder("١").grid(grid.build()).xAxis(left)));
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(layouts)
        .singleElement()
        .asString()
        .contains("'columns':12", "'pattern':'independent'", "'xside':'bottom plot'", "right plot")
        .contains("'domain':[0.05,0.5]", "'tıtle ٣'", "'١'")
        .doesNotContain("xgap");
  }

  @Test
  void aStyledFigureSaysMore() {
    Figure plain = new Figure(Layout.builder("t", "x", "y").build(), TRACE);
    Map<String, ?> settings =
        Map.of("data.0.zmin", 0, "layout.yaxis.title.standoff", 9, "layout.notes.here", true);
    assertThat(json(new StyledFigure(plain, settings)))
        .contains("'zmin':0}]", "'title':{'text':'y','standoff':9}", "'notes':{'here':true}");
    for (String nowhere : List.of("data.1.zmin", "data.x.zmin", "layout.title.text.x")) {
      StyledFigure wrong = new StyledFigure(plain, Map.of(nowhere, 0));
      assertThatThrownBy(() -> FigureView.json(wrong))
          .hasMessage("There is no place for the setting " + nowhere + ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"var trace = makeTrace(1);", "function() {return 1;}", "{a: 'open"})
  void aTraceThatCannotBeReadIsNamed(String script) {
    Trace other =
        new AbstractTrace(ScatterTrace.builder(TWO, TWO)) {
          @Override
          public String asJavascript(int place) {
            return script;
          }
        };
    assertThatThrownBy(() -> FigureView.json(new Figure(TRACE, other)))
        .isInstanceOf(UnreadableFigureException.class)
        .hasMessageStartingWith("Trace 2 is not in the form that jsplot writes: ")
        .hasMessageNotContaining("\n")
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
  }

  @Test
  void wordsSayWhatItShows() {
    double[] y = {3, 0.5};
    Trace loss = ScatterTrace.builder(new double[] {1, 2}, y).name("loss").build();
    Object[] names = {"no", "yes"};
    Trace heat = HeatmapTrace.builder(names, names, new double[][] {{1, 2}, {3, 1e9}}).build();
    Trace pie = PieTrace.builder(names, y).build();
    Layout layout = Layout.builder("It's <so>", "pass", "loss").build();
    assertThat(FigureView.text(new Figure(layout, loss, heat, pie)))
        .isEqualTo(
            """
            Figure: It's <so>
            x: pass, y: loss
              scatter (markers) "loss": 2 values, x 1 to 2, y 0.5000 to 3
              heatmap: x no, yes, y no, yes, z 1 to 1000000000 in 2 rows of 2
              pie: 2 values, labels no, yes, values 0.5000 to 3""");
  }

  @Test
  void wordsAreBoundedWhateverTheFigureHolds() {
    String accents = "e\u0301".repeat(5_000);
    String[] names = new String[12];
    Arrays.setAll(names, i -> i + "漢".repeat(5_000));
    double[] numbers = new double[12];
    Trace[] traces = new Trace[100];
    Arrays.fill(traces, BarTrace.builder(names, numbers).name("😀".repeat(5_000)).build());
    traces[0] = PieTrace.builder(names, numbers).build();
    Map<String, String> axes = new TreeMap<>();
    IntStream.range(2, 500).forEach(i -> axes.put("layout.xaxis" + i + ".title.text", accents));
    Layout layout = Layout.builder(accents, accents, accents).build();
    String text = FigureView.text(new StyledFigure(new Figure(layout, traces), axes));
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    assertThat(text)
        .startsWith("Figure: e\u0301e\u0301")
        .contains("  … 80 more\n", "  bar \"😀")
        .doesNotContain("e…");
  }

  private static String layout(Layout.LayoutBuilder layout) {
    return json(new Figure(layout.build(), TRACE));
  }

  /** In single quotes, which need no escape here. */
  static String json(Figure figure) {
    return new ObjectMapper().valueToTree(FigureView.json(figure)).toString().replace('"', '\'');
  }
}
