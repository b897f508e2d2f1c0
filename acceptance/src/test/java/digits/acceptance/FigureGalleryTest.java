package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import digits.tablesaw.FigureView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.components.Figure;

/** Each figure of the gallery becomes JSON and words. */
class FigureGalleryTest {

  @Test
  void everyTypeOfTraceIsThere() {
    TreeSet<String> types = new TreeSet<>();
    for (String name : names().toList()) {
      for (Object trace : (List<?>) json(name).get("data")) {
        types.add(((Map<?, ?>) trace).get("type").toString());
      }
    }
    assertThat(types)
        .containsExactly(
            "bar",
            "box",
            "candlestick",
            "contour",
            "heatmap",
            "histogram",
            "histogram2d",
            "ohlc",
            "pie",
            "scatter",
            "scatter3d",
            "scattergl",
            "violin");
  }

  @ParameterizedTest
  @MethodSource("names")
  void jsonHasWordsForIt(String name) {
    Map<String, Object> json = json(name);
    assertThat(leaves(json))
        .isNotEmpty()
        .allMatch(
            leaf ->
                leaf instanceof String
                    || leaf instanceof Boolean
                    || leaf instanceof Number number && Double.isFinite(number.doubleValue()));
    assertThat(((Map<?, ?>) json.get("layout")).get("title")).isInstanceOf(Map.class);
  }

  @ParameterizedTest
  @MethodSource("names")
  void wordsNameTheTitleAndEachTrace(String name) {
    Figure figure = FigureGallery.figures().get(name).get();
    assertThat(FigureView.text(figure).lines())
        .contains("Figure: " + figure.getLayout().getTitle())
        .filteredOn(line -> line.startsWith("  "))
        .hasSameSizeAs(figure.getTraces());
  }

  static Stream<String> names() {
    return FigureGallery.figures().keySet().stream();
  }

  private static Map<String, Object> json(String name) {
    return FigureView.json(FigureGallery.figures().get(name).get());
  }

  /** Texts, numbers and truth values inside; missing values in lists are left out. */
  private static List<Object> leaves(Object value) {
    Stream<?> inner =
        value instanceof Map<?, ?> map
            ? map.values().stream()
            : value instanceof Collection<?> list ? list.stream().filter(x -> x != null) : null;
    return inner == null
        ? List.of(value)
        : inner.flatMap(each -> leaves(each).stream()).map(Object.class::cast).toList();
  }
}
