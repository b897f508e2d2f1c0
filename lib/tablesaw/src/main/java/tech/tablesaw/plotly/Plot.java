// SPDX-License-Identifier: Apache-2.0
package tech.tablesaw.plotly;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jjava.tablesaw.FigureView;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.display.Browser;

/**
 * Replaces jsplot's class of the same name, which opens a browser on the kernel's machine. While a
 * cell is running, figures are displayed below it; otherwise jsplot's page is opened in a browser,
 * as before. The class has to be replaced because it has only static methods.
 */
public class Plot {

  private static final String TARGET = "target";

  private Plot() {}

  public static void show(Figure figure) {
    show(figure, TARGET);
  }

  public static void show(Figure figure, String divName) {
    show(figure, divName, new File("testoutput", "output" + UUID.randomUUID() + ".html"));
  }

  public static void show(Figure figure, File outputFile) {
    show(figure, TARGET, outputFile);
  }

  public static void show(Figure figure, String divName, File outputFile) {
    if (!FigureView.display(figure)) {
      show(Page.pageBuilder(figure, divName).build().asJavascript(), outputFile);
    }
  }

  /** Writes a page to a file and opens it in a browser. */
  public static void show(String html, File outputFile) {
    try {
      Path folder = outputFile.toPath().toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(outputFile.toPath(), html);
      new Browser().browse(outputFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
