// SPDX-License-Identifier: Apache-2.0
package tech.tablesaw.plotly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Desktop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.PieTrace;

class PlotTest {

  /** What jsplot's own class does, which this one replaces. */
  @Test
  void whereNoCellRunsThePageIsWrittenForABrowser(@TempDir Path folder) {
    assumeFalse(Desktop.isDesktopSupported(), "a browser would open");
    Figure figure = new Figure(PieTrace.builder(new String[] {"漢"}, new double[] {1}).build());
    Path page = folder.resolve("new/page.html");
    assertThatThrownBy(() -> Plot.show(figure, page.toFile()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Browser not supported");
    assertThat(page).content().contains("漢", "plotly");
  }
}
