package digits.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** A figure in words. */
class FigureTextTest {

  @Test
  void wordsSayWhatItShows() {
    Trace loss =
        ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 0.5}).name("loss").build();
    assertThat(
            FigureView.text(new Figure(Layout.builder("It's <so>", "pass", "loss").build(), loss)))
        .isEqualTo(
            """
            Figure: It's <so>
            x: pass, y: loss
              scatter (markers) "loss": 2 values, x 1 to 2, y 0.5000 to 3""");
    Trace heat =
        HeatmapTrace.builder(
                new Object[] {0, 1}, new Object[] {"a", "b"}, new double[][] {{1, 2}, {3, 1e9}})
            .build();
    Trace pie = PieTrace.builder(new Object[] {"no", "yes"}, new double[] {9, 1}).build();
    assertThat(FigureView.text(new Figure(heat, pie)))
        .isEqualTo(
            """
            Figure
              heatmap: x 0 to 1, y a, b, z 1 to 1000000000 in 2 rows of 2
              pie: 2 values, labels no, yes, values 1 to 9""");
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
}
