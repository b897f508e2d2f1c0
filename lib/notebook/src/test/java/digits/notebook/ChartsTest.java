package digits.notebook;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import digits.data.DigitSet;
import digits.evaluate.Curve;
import digits.evaluate.Curve.Kind;
import digits.evaluate.Reliability;
import digits.evaluate.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jjava.tablesaw.FigureView;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Tables in, figures out: what reaches the page. */
class ChartsTest {

  private static final Scores SCORES =
      Scores.of(5, new double[] {0.9, 0.8, 0.3, 0.1}, new boolean[] {true, false, true, false});

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> traces(Figure figure) {
    return (List<Map<String, Object>>) FigureView.json(figure).get("data");
  }

  @Test
  void aLineHasTheTablesNumbersRounded() {
    Table table =
        Table.create(
            "two lines",
            DoubleColumn.create("x", new double[] {1, 2, 3}),
            DoubleColumn.create("y", new double[] {0.123456, 5, 7}));
    Figure figure = Charts.line(table, "x", "y");
    assertThat(traces(figure)).extracting(trace -> trace.get("name")).containsExactly("y");
    assertThat(traces(figure).get(0).get("y")).hasToString("[0.1235, 5.0, 7.0]");
    assertThat(FigureView.text(figure)).contains("two lines").contains("x").contains("y");
  }

  @Test
  void pointsHaveTheColourOfTheirGroup() {
    Table table =
        Table.create(
            "seen",
            StringColumn.create("trainer", "b", "a", "b"),
            DoubleColumn.create("x", new double[] {1, 2, 3}),
            DoubleColumn.create("y", new double[] {7, 8, 9}));
    assertThat(traces(Charts.points(table, "x", "y", "trainer")))
        .extracting(trace -> trace.get("name") + " " + trace.get("y"))
        .containsExactlyInAnyOrder("b [7.0, 9.0]", "a [8.0]");
  }

  @Test
  void countsAreSharesOfEachSet() {
    DigitSet set = DigitSet.of("four", new byte[4 * 784], new byte[] {1, 1, 1, 7});
    Map<String, Object> bars = traces(Charts.counts(set)).get(0);
    assertThat(bars.get("name")).isEqualTo("four");
    assertThat(bars.get("y")).hasToString("[0.0, 75.0, 0.0, 0.0, 0.0, 0.0, 0.0, 25.0, 0.0, 0.0]");
  }

  @Test
  void aCurveSaysItsAreaAndHasItsThresholdsAndTheLevelOfChance() {
    Curve curve = Curve.precisionRecall(SCORES);
    Figure figure = CurveCharts.of(curve, curve.atPrecision(0.9).get());
    assertThat(FigureView.text(figure)).contains("is it a 5? precision-recall");
    assertThat(traces(figure))
        .extracting(trace -> trace.get("name") + " " + trace.get("x") + " " + trace.get("y"))
        .element(0, as(STRING))
        .startsWith("average precision 0.833 ");
    assertThat(traces(figure).subList(1, 4))
        .extracting(trace -> trace.get("name") + " " + trace.get("x") + " " + trace.get("y"))
        .containsExactly(
            "threshold 0 [1.0] [0.5]",
            "threshold 0.90 [0.5] [1.0]",
            "chance [0.0, 1.0] [0.5, 0.5]");
  }

  @Test
  void ofManyCurvesTheTwoWorstHaveColoursAndNamesAtTheirLines() {
    List<Curve> curves = new ArrayList<>();
    for (double area : new double[] {0.99, 0.8, 0.95, 0.7}) {
      curves.add(new Curve(Kind.ROC, curves.size(), Curve.roc(SCORES).points(), area));
    }
    Figure figure = CurveCharts.of(curves);
    assertThat(traces(figure))
        .extracting(trace -> trace.get("name"))
        .containsExactly(
            "0 · AUC 0.990", "2 · AUC 0.950", "3 · AUC 0.700", "1 · AUC 0.800", "chance");
    Map<?, ?> layout = (Map<?, ?>) FigureView.json(figure).get("layout");
    assertThat((List<?>) layout.get("annotations"))
        .extracting(label -> ((Map<?, ?>) label).get("text").toString())
        .containsExactlyInAnyOrder("3 · AUC 0.700", "1 · AUC 0.800", "chance");
    assertThat(layout.get("autosize")).isEqualTo(true);
  }

  @Test
  void curvesOfSeveralClassifiersForOneDigitHaveTheirNames() {
    Curve curve = Curve.roc(SCORES);
    Figure figure = CurveCharts.compare(List.of("one", "other"), List.of(curve, curve));
    assertThat(traces(figure))
        .extracting(trace -> trace.get("name"))
        .containsExactly("one · AUC 0.750", "other · AUC 0.750", "chance");
  }

  @Test
  void aMarkedThresholdIsDrawn() {
    Curve curve = Curve.precisionRecall(SCORES);
    Figure figure = CurveCharts.thresholds(curve, curve.atPrecision(0.9).get());
    assertThat(traces(figure))
        .extracting(trace -> trace.get("name"))
        .containsExactly("precision", "recall", "threshold 0", "threshold 0.90");
    // Of the scores 0.1, 0.3, 0.8 and 0.9 the second and the last are of a five.
    assertThat(traces(figure).get(0).get("x")).hasToString("[0.1, 0.3, 0.8, 0.9]");
    assertThat(traces(figure).get(0).get("y")).hasToString("[0.5, 0.6667, 0.5, 1.0]");
    assertThat(traces(figure).get(1).get("y")).hasToString("[1.0, 1.0, 0.5, 0.5]");
  }

  @Test
  void reliabilityHasTheDiagonalToCompareWith() {
    Figure figure =
        Charts.reliability("is it a 5?", List.of("as it is"), List.of(Reliability.of(SCORES)));
    assertThat(traces(figure).get(2).get("y")).hasToString("[1.0, 1.0, 1.0, 1.0]");
    assertThat(traces(figure).get(2).get("yaxis")).isEqualTo("y2");
    assertThat(traces(figure).get(1).get("y")).hasToString("[0.0, 1.0]");
    assertThat(traces(figure).get(0).get("name").toString()).startsWith("as it is · Brier 0.");
  }
}
