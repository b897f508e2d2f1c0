package digits.evaluate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Columns of shares, which keep their full precision but are shown with four decimals. */
final class Shares {

  private Shares() {}

  /** A share, where 0 of 0 is 0, as in scikit-learn. */
  static double of(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A column with one share per row. */
  static DoubleColumn column(String name, DoubleStream shares) {
    DoubleColumn column = DoubleColumn.create(name, shares);
    column.setPrintFormatter(
        new NumberColumnFormatter(
            new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT))));
    return column;
  }
}
