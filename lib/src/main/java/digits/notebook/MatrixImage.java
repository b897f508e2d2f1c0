package digits.notebook;

import digits.notebook.Lettering.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A confusion matrix as squares: the larger the number, the darker. Rows are the truth. */
final class MatrixImage {

  private static final int CELL_WIDTH = 40;
  private static final int CELL_HEIGHT = 28;
  private static final int TOP = 78;
  private static final int LEFT = 64;

  private static final Style TITLE = new Style(15, true, Palette.INK);
  private static final Style AXIS = new Style(12, false, Palette.QUIET);
  private static final Style NAME = new Style(13, true, Palette.INK);

  private MatrixImage() {}

  /**
   * Draws a table of numbers.
   *
   * @param table its name, up to a semicolon, is the title; the first column names the rows, the
   *     others are numbers: counts, or shares of 1 shown in percent
   */
  static BufferedImage of(Table table, Lettering lettering) {
    int columns = table.columnCount() - 1;
    int width = LEFT + columns * CELL_WIDTH + Sheet.PADDING;
    int height = TOP + table.rowCount() * CELL_HEIGHT + Sheet.PADDING;
    Sheet sheet = new Sheet(width, height, lettering);
    sheet.text(table.name().split(";", 2)[0], Sheet.PADDING, 32, TITLE);
    sheet.text("actual", Sheet.PADDING - 4, TOP - 8, AXIS);
    sheet.text("predicted", LEFT, TOP - 27, AXIS);
    double largest = largest(table);
    for (int column = 0; column < columns; column++) {
      double middle = LEFT + (column + 0.5) * CELL_WIDTH;
      sheet.centred(table.column(column + 1).name(), middle, TOP - 8, NAME);
      for (int row = 0; row < table.rowCount(); row++) {
        cell(sheet, table, row, column, largest);
      }
    }
    for (int row = 0; row < table.rowCount(); row++) {
      double baseline = TOP + row * CELL_HEIGHT + 19;
      sheet.rightAligned(table.getString(row, 0), LEFT - 12, baseline, NAME);
    }
    return sheet.finish(FewColors.MOST);
  }

  private static void cell(Sheet sheet, Table table, int row, int column, double largest) {
    NumericColumn<?> numbers = table.numberColumn(column + 1);
    double value = numbers.getDouble(row);
    int x = LEFT + column * CELL_WIDTH;
    int y = TOP + row * CELL_HEIGHT;
    if (Double.isNaN(value)) {
      sheet.box(x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2, Palette.LINE);
      return;
    }
    // The square root keeps small numbers apart, which are the interesting ones.
    double share = largest == 0 ? 0 : Math.sqrt(value / largest);
    sheet.box(
        x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2, Palette.mix(Palette.PAPER, Palette.YES, share));
    Color ink = value == 0 ? Palette.QUIET : share > 0.75 ? Palette.PAPER : Palette.INK;
    String text = numbers.type() == ColumnType.INTEGER ? count(value) : percent(value);
    sheet.centred(text, x + (CELL_WIDTH - 2) / 2.0, y + 18, new Style(12, false, ink));
  }

  private static String count(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String percent(double share) {
    if (share == 0) {
      return "0";
    }
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f" : "%.0f", 100 * share);
  }

  private static double largest(Table table) {
    double largest = 0;
    for (int column = 1; column < table.columnCount(); column++) {
      double most = table.numberColumn(column).max();
      largest = Double.isNaN(most) ? largest : Math.max(largest, most);
    }
    return largest;
  }
}
