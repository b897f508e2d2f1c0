package tech.tablesaw.plotly;

import digits.tablesaw.FigureView;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.display.Browser;

/**
 * Stands in for jsplot's class of this name, which opens a browser beside the kernel and fails
 * where there is none. While a cell runs, a figure is shown below it; elsewhere jsplot's page is
 * opened as ever. There is no other way in: the class has static methods only.
 */
public class Plot {

  private static final String TARGET = "target";

  private Plot() {}

  /**
   * Shows a figure.
   *
   * @param figure any figure
   */
  public static void show(Figure figure) {
    show(figure, TARGET);
  }

  /**
   * Shows a figure.
   *
   * @param figure any figure
   * @param divName the name of its place in jsplot's page
   */
  public static void show(Figure figure, String divName) {
    if (!FigureView.display(figure)) {
      show(page(figure, divName), new File("testoutput", "output" + UUID.randomUUID() + ".html"));
    }
  }

  /**
   * Shows a figure.
   *
   * @param figure any figure
   * @param outputFile jsplot's page, where it is opened in a browser
   */
  public static void show(Figure figure, File outputFile) {
    show(figure, TARGET, outputFile);
  }

  /**
   * Shows a figure.
   *
   * @param figure any figure
   * @param divName the name of its place in jsplot's page
   * @param outputFile jsplot's page, where it is opened in a browser
   */
  public static void show(Figure figure, String divName, File outputFile) {
    if (!FigureView.display(figure)) {
      show(page(figure, divName), outputFile);
    }
  }

  /**
   * Writes a page and opens it in a browser.
   *
   * @param html any page
   * @param outputFile the file to write it to, in UTF-8
   */
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

  private static String page(Figure figure, String divName) {
    return Page.pageBuilder(figure, divName).build().asJavascript();
  }
}
