// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

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
  void aSmallTableIsShownWholeAndEscaped() {
    String hostile = "<script>alert('x')</script>&\"";
    String escaped = ">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;</";
    IntColumn digit = IntColumn.create("digit", 3, 60000);
    Table table = Table.create(hostile, digit, StringColumn.create(hostile, "three", hostile));
    assertThat(TableView.html(table))
        .containsPattern("<th scope=\"col\" title=\"integer\" [^>]*>digit</th>")
        .containsPattern("<td style=\"text-align: right[^>]*>60000</td>")
        .containsPattern("<td style=\"text-align: left\">three</td>")
        .contains(escaped + "caption>", escaped + "th>", escaped + "td>")
        .doesNotContain("<script", "'x'", "…", "×");
    TableSlice slice = new TableSlice(table, digit.isEqualTo(3));
    assertThat(TableView.html(slice)).contains(">3</td>").doesNotContain(">60000</td>");
    assertThat(TableView.html(Table.create("none"))).contains("none</caption>", "0 rows × 0 col");
  }

  @Test
  void aLongAndWideTableShowsItsEndsAndCountsTheRest() {
    IntColumn[] columns = new IntColumn[785];
    Arrays.setAll(columns, i -> IntColumn.indexColumn("p" + i, 10_000, 0));
    Table table = Table.create("", columns);
    String html = TableView.html(table);
    assertThat(html)
        .contains(">p9</th><th style", "… 765 columns …</th><th scope", ">p775</th>")
        .contains(">9</td><td style=\"text-align: center", ">…</td>", ">9990</td>")
        .contains("… 9,980 rows …", "10,000 rows × 785 columns<")
        .doesNotContain(">p10</th>", ">p774</th>", ">10</td>", ">9989</td>", "<caption");
    assertThat(html.split("<tr>")).hasSize(1 + 1 + 20 + 1 + 1);
    assertThat(html.split("</td>")).hasSize(20 * 21 + 1 + 1 + 1);
    assertThat(TableView.text(table))
        .contains(" p9 ", " p775 ", "785 columns in all, 765 columns left out before p775")
        .doesNotContain(" p10 ");
    assertThat(TableView.html(table.selectColumns("p0").first(20))).doesNotContain("…");
    assertThat(TableView.html(table.selectColumns("p0").first(21))).contains("… 1 row …");
  }

  @Test
  void missingValuesAreAQuietDashUnlessTheAuthorsFormatterSaysMore() {
    IntColumn whole = IntColumn.create("whole", new int[] {60000}).appendMissing();
    whole.setPrintFormatter(
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)), "none");
    DoubleColumn real = DoubleColumn.create("real", 0.5).appendMissing();
    StringColumn text = StringColumn.create("text", "a").appendMissing();
    BooleanColumn yes = BooleanColumn.create("yes", true).appendMissing();
    DateColumn day = DateColumn.create("day", LocalDate.of(2024, 2, 29)).appendMissing();
    String html = TableView.html(Table.create("t", whole, real, text, yes, day));
    assertThat(html.split(">–</span>")).hasSize(4 + 1);
    assertThat(html)
        .contains(">60,000</td>", ">none</span>", ">true</td>", ">2024-02-29</td>")
        .doesNotContain("NaN");
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
    Table named = Table.create("a name that is longer than what stands below it");
    Table tall = Table.create("long", IntColumn.indexColumn("row", 21, 1));
    for (Table table : List.of(small, missing, small.emptyCopy(), named, tall)) {
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
