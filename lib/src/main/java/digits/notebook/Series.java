package digits.notebook;

import tech.tablesaw.plotly.components.Line;

/**
 * The look of lines and bars: the colours of Okabe and Ito, which colour-blind readers can tell
 * apart, darkened where they would be faint on a light card; after five, dashed.
 */
final class Series {

  /** A point that the text speaks of. */
  static final String MARK = "#1F2328";

  private static final String[] COLORS = {"#0072B2", "#D55E00", "#00735A", "#A3286E", "#8C6D00"};

  private Series() {}

  static String color(int number) {
    return COLORS[number % COLORS.length];
  }

  static Line.Dash dash(int number) {
    return number / COLORS.length % 2 == 0 ? Line.Dash.SOLID : Line.Dash.DASH;
  }
}
