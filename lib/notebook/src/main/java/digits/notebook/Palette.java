package digits.notebook;

import digits.data.Message;
import java.awt.Color;

/**
 * The colours and their meanings, the same in pictures, figures and panels.
 *
 * <p>They are based on those of Okabe and Ito, which colour-blind readers can tell apart; some are
 * darker here, so that text has enough contrast.
 */
public final class Palette {

  /** The card under every picture. */
  public static final Color CARD = new Color(0xFAFAF7);

  /** The paper under a digit. */
  public static final Color PAPER = new Color(0xFFFFFF);

  /** The ink of digits and of the main text. */
  public static final Color INK = new Color(0x1F2328);

  /** Captions and axes. */
  public static final Color QUIET = new Color(0x5C6269);

  /** Thin lines and frames. */
  public static final Color LINE = new Color(0xCFCFC8);

  /** A classifier says yes; a weight speaks for the digit. */
  public static final Color YES = new Color(0x0072B2);

  /** A classifier says no; a weight speaks against the digit. Not for text: too little contrast. */
  public static final Color NO = new Color(0xD55E00);

  /** The background of the answer's row. */
  public static final Color ANSWER = new Color(0xE9F1F6);

  /** The answer is right. */
  public static final Color RIGHT = new Color(0x007A5E);

  /** The answer is wrong. */
  public static final Color WRONG = new Color(0x75155A);

  private static final Color[] SERIES = {
    YES, NO, new Color(0x00735A), new Color(0xA3286E), new Color(0x8C6D00)
  };

  private static final int STEPS = 24;

  private Palette() {}

  /** The colour between paper (0) and ink (255). */
  public static Color grey(int pixel) {
    return mix(PAPER, INK, pixel / 255.0);
  }

  /**
   * The colour between {@link #NO} (-1), paper (0) and {@link #YES} (1), in 24 steps on each side.
   * Shares beyond get the nearer end.
   */
  public static Color diverging(double share) {
    double strength = Math.rint(Math.min(1, Math.abs(share)) * STEPS) / STEPS;
    return mix(PAPER, share < 0 ? NO : YES, strength);
  }

  /** The colour at a share from 0 to 1 of the way between two. */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        between(from.getRed(), to.getRed(), share),
        between(from.getGreen(), to.getGreen(), share),
        between(from.getBlue(), to.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  public static String hex(Color color) {
    return Message.of("#%06X", color.getRGB() & 0xFFFFFF);
  }

  /** The colour of a trace in a figure; the five colours repeat. */
  static String series(int number) {
    return hex(SERIES[number % SERIES.length]);
  }

  /** The colours as CSS variables for the panels; text and cards follow the page's theme. */
  public static String css() {
    return Message.of(
        """
        .digits-panel {
          --digits-paper: %1$s; --digits-pen: %2$s;
          --digits-ink: var(--jp-ui-font-color1, %2$s); --digits-quiet: var(--jp-ui-font-color2, %3$s);
          --digits-yes: %4$s; --digits-no: %5$s; --digits-right: %6$s; --digits-wrong: %7$s;
        }
        [data-jp-theme-light="false"] .digits-panel {
          --digits-yes: #56B4E9; --digits-no: #F0803C; --digits-right: #3FC79A; --digits-wrong: #E592C6;
        }
        """,
        hex(PAPER), hex(INK), hex(QUIET), hex(YES), hex(NO), hex(RIGHT), hex(WRONG));
  }
}
