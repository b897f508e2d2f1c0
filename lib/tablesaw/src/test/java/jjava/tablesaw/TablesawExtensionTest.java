// SPDX-License-Identifier: Apache-2.0
package jjava.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

class TablesawExtensionTest {

  private final Renderer renderer = new Renderer();
  private final Table table = Table.create("<t>", IntColumn.create("a", new int[] {7}));
  private final Trace trace =
      ScatterTrace.builder(new double[] {1}, new double[] {2}).name("one").build();

  @BeforeEach
  void install() {
    TablesawExtension.register(renderer);
  }

  @Test
  void tablesAndColumnsAreHtmlFiguresAreJsonAndAllAreText() {
    String html = html(table);
    assertThat(html).contains(">7</td>", "&lt;t&gt;");
    assertThat(text(table)).contains("<t>", "7");
    assertThat(html(table.column(0))).contains(">7</td>", ">a</th>");
    assertThat(text(table.column(0))).startsWith(" a  |");
    assertThat(renderer.renderAs(table, "text/plain").hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    DisplayData figure = renderer.render(new Figure(trace));
    assertThat(figure.getData(Several.PLOTLY)).asInstanceOf(MAP).containsOnlyKeys("data", "layout");
    assertThat(text(new Figure(trace))).contains("\"one\": 1 value");
    assertThat(figure.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    TablesawExtension.register(renderer);
    assertThat(html(table)).as("installed twice").isEqualTo(html);
  }

  @Test
  void anErrorIsASentenceInHtmlToo() {
    Figure figure =
        new Figure(trace) {
          @Override
          public Trace[] getTraces() {
            throw new StackOverflowError("too deep");
          }
        };
    DisplayData data = renderer.render(figure);
    assertThat(data.getData(MIMEType.TEXT_PLAIN))
        .isEqualTo(
            "This figure cannot be shown: Reading it failed. Check that none of its data is missing;"
                + " FigureView.json(figure) or TableView.html(table) gives the details.");
    assertThat(data.hasDataForType(Several.PLOTLY)).isFalse();
    Table broken =
        new Table("t", List.of()) {
          @Override
          public int rowCount() {
            throw new IllegalStateException("<gone>");
          }
        };
    assertThat(html(broken)).contains("This table cannot be shown").doesNotContain("gone");
  }

  /** Where no cell is running, everything is text. */
  @Test
  void whatAContainerHoldsIsShownAndAllElseIsLeftAlone() {
    String words = text(table);
    assertThat(text(Map.of("key", List.of(table)))).isEqualTo("key\n" + words);
    assertThat(text(Arrays.asList(null, Optional.of(table), 3))).isEqualTo("–\n" + words + "\n3");
    assertThat(text(table.splitOn("a"))).contains("a  |", "7  |");
    List<Object> round = new ArrayList<>(List.of(new Figure(trace)));
    round.add(round);
    assertThat(text(round)).contains("\"one\"").endsWith("…");
    assertThat(text(Collections.nCopies(1_000, table)))
        .hasSizeLessThan(21 * words.length() + 100)
        .endsWith("Only the first 20 are shown.");
    for (Object value : List.of(List.of(), List.of(1, "a"), Optional.empty(), new int[1], "text")) {
      assertThat(text(value)).isEqualTo(new Renderer().render(value).getData(MIMEType.TEXT_PLAIN));
    }
  }

  private String text(Object value) {
    return renderer.render(value).getData(MIMEType.TEXT_PLAIN).toString();
  }

  private String html(Object value) {
    return renderer.render(value).getData(MIMEType.TEXT_HTML).toString();
  }
}
