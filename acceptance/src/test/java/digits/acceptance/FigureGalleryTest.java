package digits.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import digits.tablesaw.FigureView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;

/** Each figure of the gallery becomes JSON and words. */
class FigureGalleryTest {

  /** With other digits, another decimal sign, or another i without its capital's dot. */
  private static final List<Locale> LOCALES =
      Stream.of("tr ar-EG az de fa bn my hi-u-nu-deva th-TH-u-nu-thai")
          .flatMap(tags -> Stream.of(tags.split(" ")))
          .map(Locale::forLanguageTag)
          .toList();

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

  @Test
  void figuresAreTheSameInEveryLocale() {
    Collection<Supplier<Figure>> gallery = FigureGallery.figures().values();
    List<?> grids = shown(Locale.ENGLISH, grids());
    List<?> all = shown(Locale.ENGLISH, gallery);
    for (Locale locale : LOCALES) {
      assertThat(shown(locale, grids())).as(locale.toLanguageTag()).isEqualTo(grids);
    }
    for (Locale locale : LOCALES.subList(0, 2)) {
      assertThat(shown(locale, gallery)).as(locale.toLanguageTag()).isEqualTo(all);
    }
  }

  private static List<?> shown(Locale locale, Collection<Supplier<Figure>> figures) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(locale);
      return figures.stream().map(figure -> FigureView.json(figure.get())).toList();
    } finally {
      Locale.setDefault(before);
    }
  }

  /** What jsplot writes as in the reader's language: words of a grid, and where an axis lies. */
  private static List<Supplier<Figure>> grids() {
    List<Supplier<Figure>> grids = new ArrayList<>();
    for (Grid.XSide side : Grid.XSide.values()) {
      Grid.GridBuilder grid = Grid.builder().rows(2).columns(2).xSide(side);
      grid.pattern(Grid.Pattern.INDEPENDENT).ySide(Grid.YSide.RIGHT_PLOT);
      Axis left = Axis.builder().title("tıtle ٣").domain(0.05f, 0.5f).build();
      grids.add(() -> new Figure(Layout.builder("١").grid(grid.build()).xAxis(left).build()));
    }
    return grids;
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
