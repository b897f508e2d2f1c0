package digits.evaluate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Columns of shares, shown with four decimals but kept in full precision, and of counts. */
final class Shares {

  private Shares() {}

  /** A share, where 0 of 0 is 0, as in scikit-learn. */
  static double of(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A column with one share per row. */
  static DoubleColumn column(String name, DoubleStream shares) {
    DoubleColumn column = DoubleColumn.create(name, shares);
    column.setPrintFormatter(format("0.0000"));
    return column;
  }

  /** A column of shares in percent, shown with two decimals; its name ends in %. */
  static DoubleColumn percent(String name, DoubleStream shares) {
    DoubleColumn column = DoubleColumn.create(name, shares.map(share -> 100 * share));
    column.setPrintFormatter(format("0.00"));
    return column;
  }

  /** A column with one count per row. */
  static IntColumn counts(String name, IntStream counts) {
    IntColumn column = IntColumn.create(name, counts);
    column.setPrintFormatter(format("0"));
    return column;
  }

  /** The digits of the reader's locale may not be 0 to 9. */
  private static NumberColumnFormatter format(String pattern) {
    return new NumberColumnFormatter(
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)));
  }
}
