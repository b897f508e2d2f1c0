package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.evaluate.Evaluation;
import digits.model.Prediction;
import digits.notebook.Sheet.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import jjava.tablesaw.TableView;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Which digits are taken for which: one row per actual digit, one column per answer. */
final class ConfusionImages {

  private static final Style TITLE = new Style(15, true, Palette.INK);

  /** Layout of the matrix. */
  private static final int COLORS = 64;

  private static final int CELL_WIDTH = 40;

  private static final int CELL_HEIGHT = 28;
  private static final int MATRIX_TOP = 78;
  private static final int MATRIX_LEFT = 64;

  /** Layout of the blocks of digits; SIDE is the number of digits along each side. */
  private static final int SIDE = 5;

  private static final int STEP = Mosaic.TILE + 6;
  private static final int BLOCK = SIDE * STEP - 6;
  private static final int BLOCKS_TOP = 58;
  private static final int BLOCKS_LEFT = 84;
  private static final int GAP = 22;

  private ConfusionImages() {}

  /** The table in characters, whatever digits the locale has; Tablesaw itself would use those. */
  static String text(Table table) {
    return TableView.text(table);
  }

  /** A confusion matrix: the larger a number, the darker its cell. */
  static BufferedImage matrix(Table table) {
    int columns = table.columnCount() - 1;
    int width = MATRIX_LEFT + columns * CELL_WIDTH + Sheet.PADDING;
    Sheet sheet = new Sheet(width, MATRIX_TOP + table.rowCount() * CELL_HEIGHT + Sheet.PADDING);
    sheet.text(table.name().split(";", 2)[0], Sheet.PADDING, 32, TITLE);
    sheet.text("actual", Sheet.PADDING - 4, MATRIX_TOP - 8, Style.QUIET);
    sheet.text("predicted", MATRIX_LEFT, MATRIX_TOP - 27, Style.QUIET);
    double largest = largest(table);
    for (int column = 0; column < columns; column++) {
      double middle = MATRIX_LEFT + (column + 0.5) * CELL_WIDTH;
      sheet.centred(table.column(column + 1).name(), middle, MATRIX_TOP - 8, Style.BOLD);
      for (int row = 0; row < table.rowCount(); row++) {
        cell(sheet, table, row, column, largest);
      }
    }
    for (int row = 0; row < table.rowCount(); row++) {
      double baseline = MATRIX_TOP + row * CELL_HEIGHT + 19;
      sheet.rightAligned(table.getString(row, 0), MATRIX_LEFT - 12, baseline, Style.BOLD);
    }
    return sheet.finish(COLORS);
  }

  private static void cell(Sheet sheet, Table table, int row, int column, double largest) {
    NumericColumn<?> numbers = table.numberColumn(column + 1);
    double value = numbers.getDouble(row);
    int x = MATRIX_LEFT + column * CELL_WIDTH;
    int y = MATRIX_TOP + row * CELL_HEIGHT;
    if (Double.isNaN(value)) {
      sheet.box(x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2, Palette.LINE);
      return;
    }
    // The square root spreads out the small numbers, which are the interesting ones.
    double share = largest == 0 ? 0 : Math.sqrt(value / largest);
    sheet.box(
        x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2, Palette.mix(Palette.PAPER, Palette.YES, share));
    Color ink = value == 0 ? Palette.QUIET : share > 0.75 ? Palette.PAPER : Palette.INK;
    boolean count = numbers.type() == ColumnType.INTEGER;
    String format = count || value == 0 || value >= 0.0995 ? "%.0f" : "%.1f";
    String text = Message.of(format, count ? value : 100 * value);
    sheet.centred(text, x + (CELL_WIDTH - 2) / 2.0, y + 18, new Style(12, false, ink));
  }

  private static double largest(Table table) {
    return IntStream.range(1, table.columnCount())
        .mapToDouble(column -> table.numberColumn(column).max())
        .filter(most -> !Double.isNaN(most))
        .max()
        .orElse(0);
  }

  /** A pair of confused digits, in four blocks. */
  static BufferedImage blocks(Evaluation evaluation, int one, int other) {
    int size = 2 * BLOCK + GAP + Sheet.PADDING;
    Sheet sheet = new Sheet(BLOCKS_LEFT + size, BLOCKS_TOP + size);
    int[] pair = {one, other};
    sheet.text("actual", Sheet.PADDING, BLOCKS_TOP - 10, Style.QUIET);
    for (int row = 0; row < 2; row++) {
      int y = BLOCKS_TOP + row * (BLOCK + GAP);
      sheet.text("is a " + pair[row], Sheet.PADDING, y + BLOCK / 2.0, Style.BOLD);
      for (int column = 0; column < 2; column++) {
        int x = BLOCKS_LEFT + column * (BLOCK + GAP);
        if (row == 0) {
          sheet.centred(
              "taken for a " + pair[column], x + BLOCK / 2.0, BLOCKS_TOP - 14, Style.BOLD);
        }
        block(sheet, x, y, digits(evaluation, pair[row], pair[column]));
        if (pair[row] != pair[column]) {
          sheet.frame(x - 5, y - 5, BLOCK + 10, BLOCK + 10, 2, Palette.WRONG);
        }
      }
    }
    return sheet.finish(COLORS);
  }

  private static void block(Sheet sheet, int x, int y, List<Digit> digits) {
    for (int i = 0; i < digits.size(); i++) {
      Mosaic.draw(sheet, digits.get(i), x + i % SIDE * STEP, y + i / SIDE * STEP);
    }
  }

  /** The first digits of a block, in set order. */
  private static List<Digit> digits(Evaluation evaluation, int actual, int predicted) {
    return evaluation.predictions().stream()
        .filter(p -> p.actual() == actual && p.predicted() == predicted)
        .map(Prediction::digit)
        .limit((long) SIDE * SIDE)
        .toList();
  }
}
