package digits.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.ColorBar;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Layouts, configurations and whole figures in JSON. */
class FigureViewTest {

  private static final double[] TWO = {1, 2};
  private static final Trace TRACE = ScatterTrace.builder(TWO, new double[] {3, 0.5}).build();

  @Test
  void titlesAreObjectsWithTheirFonts() {
    Font font = Font.builder().size(30).family(Font.Family.ARIAL).color("red").build();
    assertThat(layout(Layout.builder("It's <so>", "x & y", "0x10").titleFont(font)))
        .contains("'title':{'text':'It's &lt;so&gt;','font':{", "'size':30")
        .contains("{'title':{'text':'x &amp; y'}", "{'title':{'text':'0x10'}")
        .doesNotContain("titlefont");
  }

  @Test
  void settingsAreKeptAndACardIsOnlyTheDefault() {
    assertThat(FigureView.json(new Figure(TRACE, TRACE))).containsOnlyKeys("data", "layout");
    assertThat(layout(Layout.builder())).containsOnlyOnce("'paper_bgcolor':'#FAFAF7'");
    Layout.LayoutBuilder own = Layout.builder().width(321).barMode(Layout.BarMode.STACK);
    own.hoverMode(Layout.HoverMode.FALSE).paperBgColor("black").plotBgColor("#222");
    assertThat(layout(own))
        .contains("'width':321", "'barmode':'stack'", "'hovermode':false")
        .contains("'paper_bgcolor':'black'", "'plot_bgcolor':'#222'");
    Config config = Config.builder().displayModeBar(false).responsive(true).build();
    assertThat(json(new Figure(Layout.builder().build(), config, TRACE)))
        .contains("'config':{'displayModeBar':false,'responsive':true}");
  }

  @Test
  void axesSayWhatTheirAuthorMeant() {
    TickSettings.TickSettingsBuilder ticks = TickSettings.builder().angle(45);
    ticks.arrayTicks(TWO, new String[] {"it's", "two"}).separateThousands(true);
    ticks.showExponent(TickSettings.DisplayRules.FIRST);
    Axis.AxisBuilder x = Axis.builder().type(Axis.Type.LOG).range(0, 2.5);
    x.tickSettings(ticks.build()).spikes(Axis.Spikes.builder().build());
    Axis.AxisBuilder y = Axis.builder().autoRange(Axis.AutoRange.REVERSED);
    y.rangeMode(Axis.RangeMode.TO_ZERO).rangeslider("{\"visible\": true}");
    assertThat(layout(Layout.builder().xAxis(x.build()).yAxis(y.build())))
        .contains("'type':'log'", "'autorange':false", "'range':[0.0,2.5]", "'tickangle':45")
        .contains("'tickvals':[1.0,2.0]", "'ticktext':['it's','two']", "'showspikes':true")
        .contains("'separatethousands':true", "'showexponent':'first'", "'rangemode':'tozero'")
        .contains("'autorange':'reversed'", "'rangeslider':{'visible':true}");
  }

  @Test
  void axesKeepTextsThatLookLikeNumbers() {
    TickSettings years = TickSettings.builder().tick0("2020").dTick("M12").nTicks(3).build();
    Axis.AxisBuilder dates = Axis.builder().type(Axis.Type.DATE).range("2020", "2022");
    assertThat(layout(Layout.builder().xAxis(dates.tickSettings(years).build())))
        .contains("'range':['2020','2022']", "'tick0':'2020'", "'dtick':'M12'", "'nticks':3");
    TickSettings steps = TickSettings.builder().tick0(1).dTick(0.5).build();
    Axis deep = Axis.builder().title("deep").range(0, 9).tickSettings(steps).build();
    assertThat(layout(Layout.builder().scene(Scene.sceneBuilder().zAxis(deep).build())))
        .contains("'title':{'text':'deep'}", "'range':[0.0,9.0]", "'tick0':1", "'dtick':0.5");
  }

  @Test
  void fourYAxes() {
    Axis right = Axis.builder().side(Axis.Side.right).overlaying(ScatterTrace.YAxis.Y).build();
    Axis fourth = Axis.builder().title("fourth").build();
    assertThat(layout(Layout.builder("t").yAxis2(right).yAxis4(fourth)))
        .contains("'overlaying':'y','tickmode':'auto'", "'yaxis4':{'title':{'text':'fourth'}")
        .contains("'legend':{'x':1.15}");
  }

  @Test
  void aColourBarThatBreaksJsplotsPageIsRead() {
    ColorBar bar = ColorBar.builder().outlineWidth(3).thickness(12).build();
    Marker.MarkerBuilder marker = Marker.builder().color(TWO).colorBar(bar);
    marker.colorScale(Marker.Palette.CIVIDIS);
    assertThat(json(new Figure(ScatterTrace.builder(TWO, TWO).marker(marker.build()).build())))
        .contains("'colorscale':'Cividis'", "'thickness':12.0");
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
          .hasMessage("It has no place for the setting " + nowhere + ".");
    }
  }

  @Test
  void aTraceOfAnotherMakeThatCannotBeReadIsNamed() {
    Trace other =
        new AbstractTrace(ScatterTrace.builder(TWO, TWO)) {
          @Override
          public String asJavascript(int place) {
            return "var trace = makeTrace(1);";
          }
        };
    assertThatThrownBy(() -> FigureView.json(new Figure(TRACE, other)))
        .isInstanceOf(UnreadableFigureException.class)
        .hasMessageStartingWith("Trace 2 is not written as jsplot writes it")
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
  }

  private static String layout(Layout.LayoutBuilder layout) {
    return json(new Figure(layout.build(), TRACE));
  }

  /** In single quotes, which need no escape here. */
  static String json(Figure figure) {
    return new ObjectMapper().valueToTree(FigureView.json(figure)).toString().replace('"', '\'');
  }
}
