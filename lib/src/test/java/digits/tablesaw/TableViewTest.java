package digits.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.TableSlice;

class TableViewTest {

  @Test
  void aSmallTableIsShownWhole() {
    IntColumn digit = IntColumn.create("digit", 3, 60000);
    Table table = Table.create("digits", digit, StringColumn.create("name", "three", "many"));
    assertThat(TableView.html(table))
        .containsPattern("<caption [^>]*>digits</caption>")
        .containsPattern("<th scope=\"col\" title=\"integer\" [^>]*>digit</th>")
        .containsPattern("<td style=\"text-align: right[^>]*>60000</td>")
        .containsPattern("<td style=\"text-align: left\">three</td>")
        .doesNotContain("…")
        .doesNotContain("×");
    TableSlice slice = new TableSlice(table, digit.isEqualTo(3));
    assertThat(TableView.html(slice)).contains(">3</td>").doesNotContain(">60000</td>");
  }

  @Test
  void namesAndValuesAreEscaped() {
    String hostile = "<script>alert('x')</script>&\"";
    String escaped = ">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;</";
    assertThat(TableView.html(Table.create(hostile, StringColumn.create(hostile, hostile))))
        .doesNotContain("<script")
        .doesNotContain("'x'")
        .contains(escaped + "caption>", escaped + "th>", escaped + "td>");
  }

  @Test
  void aLongTableShowsItsEndsAndCountsTheRest() {
    String html = TableView.html(Table.create("", IntColumn.indexColumn("row", 10_000, 0)));
    assertThat(html)
        .contains("… 9,980 rows …", ">9</td>", ">9990</td>", "10,000 rows × 1 column<")
        .doesNotContain(">10</td>")
        .doesNotContain(">9989</td>")
        .doesNotContain("<caption");
    assertThat(html.split("<tr>")).hasSize(1 + 1 + 20 + 1 + 1);
    assertThat(TableView.html(Table.create(IntColumn.indexColumn("row", 20, 0))))
        .doesNotContain("…");
    assertThat(TableView.html(Table.create(IntColumn.indexColumn("row", 21, 0))))
        .contains("… 1 row …");
  }

  @Test
  void aWideTableShowsItsFirstAndLastColumns() {
    IntColumn[] columns =
        IntStream.range(0, 785)
            .mapToObj(i -> IntColumn.create("p" + i, new int[] {i}))
            .toArray(IntColumn[]::new);
    Table table = Table.create("wide", columns);
    assertThat(TableView.text(table))
        .contains(" p9 ", " p775 ", "785 columns in all, 765 columns left out before p775")
        .doesNotContain(" p10 ");
    String html = TableView.html(table);
    assertThat(html)
        .contains(">p9</th><th style", "… 765 columns …</th><th scope", ">p775</th>")
        .contains(">9</td><td style=\"text-align: center", ">…</td>", "1 row × 785 columns")
        .doesNotContain(">p10</th>")
        .doesNotContain(">p774</th>");
    assertThat(html.split("</td>")).hasSize(20 + 1 + 1 + 1);
  }

  @Test
  void missingValuesAreAQuietDash() {
    IntColumn whole = IntColumn.create("whole", new int[] {1}).appendMissing();
    DoubleColumn real = DoubleColumn.create("real", 0.5).appendMissing();
    StringColumn text = StringColumn.create("text", "a").appendMissing();
    BooleanColumn yes = BooleanColumn.create("yes", true).appendMissing();
    DateColumn day = DateColumn.create("day", LocalDate.of(2024, 2, 29)).appendMissing();
    String html = TableView.html(Table.create("t", whole, real, text, yes, day));
    assertThat(html.split(">–</span>")).hasSize(5 + 1);
    assertThat(html).contains(">true</td>", ">2024-02-29</td>").doesNotContain("NaN");
  }

  @Test
  void aFormatterSetByTheAuthorIsKept() {
    DoubleColumn share = DoubleColumn.create("share", 0.925, 0.5).appendMissing();
    share.setPrintFormatter(
        new DecimalFormat("0.0 %", DecimalFormatSymbols.getInstance(Locale.ROOT)), "none");
    IntColumn rows = IntColumn.create("rows", 60000, 1, 2);
    rows.setPrintFormatter(
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    assertThat(TableView.html(Table.create(share, rows)))
        .contains(">92.5 %<", ">none</span>", ">60,000<");
  }

  @Test
  void nothingToShowIsSaid() {
    assertThat(TableView.html(Table.create("none")))
        .contains("none</caption>", "0 rows × 0 columns");
    assertThat(TableView.html(Table.create("t", IntColumn.create("a"))))
        .contains(">a</th>", "0 rows × 1 column<");
  }

  @Test
  void inCharactersItIsWhatTablesawPrintsInEnglish() {
    DoubleColumn real = DoubleColumn.create("a number", 0.1, -2.5, 1e-12, 1e21, 1234567.25);
    IntColumn whole = IntColumn.create("n", -1, 20, 300, 4000, 50000);
    FloatColumn single = FloatColumn.create("float", new float[] {0.1f, 2, 3, 4, 5});
    StringColumn name = StringColumn.create("name", "é", "漢", "50 %", "a|b", "");
    Table small = Table.create("things", real, whole, single, name);
    Table missing = small.copy();
    missing.columns().forEach(Column::appendMissing);
    for (Table table :
        List.of(
            small,
            missing,
            small.emptyCopy(),
            Table.create("a name that is longer than what stands below it"),
            Table.create("long", IntColumn.indexColumn("row", 21, 1)))) {
      assertThat(TableView.text(table)).isEqualTo(table.print());
    }
  }

  @Test
  void numbersAreTheSameInEveryLocaleAndHaveTheSameDecimalsDownTheColumn() {
    Locale before = Locale.getDefault();
    Set<String> shown = new TreeSet<>();
    try {
      for (String tag : List.of("en", "de", "ar-EG", "fa", "sv", "hi-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Table table =
            Table.create(
                IntColumn.create("n", -1, 20, 1234567, 4000),
                DoubleColumn.create("share", 92.5, 0.123456789, -7, 1234.5),
                FloatColumn.create("float", new float[] {0.1f, 2f, 3f, 4f}),
                DoubleColumn.create("tiny", 1e-12, 0, Double.NEGATIVE_INFINITY, 6.02e23));
        shown.add(TableView.html(table) + TableView.text(table));
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(shown)
        .singleElement()
        .asString()
        .contains(">92.500000<", ">0.123457<", ">-7.000000<", ">1234.500000<", ">1234567<")
        .contains(">0.1<", ">2.0<", ">1.00000e-12<", ">0<", ">-∞<", ">6.02000e+23<")
        .contains(" 0.123456789 ", " 1234.5 ", " -1 ");
  }

  @Test
  void itIsBoundedWhateverItHolds() {
    StringColumn[] columns = new StringColumn[30];
    String[] cells = new String[100];
    Arrays.fill(cells, "漢😀e\u0301<".repeat(2_000));
    Arrays.setAll(columns, i -> StringColumn.create(i + cells[0], cells));
    for (int wide : new int[] {1, 20, 30}) {
      Table table = Table.create(cells[0], Arrays.copyOf(columns, wide));
      String text = TableView.text(table);
      assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
      assertThat(text).contains("漢").doesNotContain("e…");
      assertThat(TableView.html(table)).hasSizeLessThan(400_000);
    }
    String tower = "e" + "\u0301".repeat(100_000); // A single character.
    Table tall = Table.create(StringColumn.create("t", tower, "x".repeat(199) + "😀y"));
    assertThat(TableView.text(tall)).hasSizeLessThan(2_000);
    assertThat(TableView.html(tall)).hasSizeLessThan(2_000).contains(">" + "x".repeat(199) + "…<");
  }
}
