package digits.notebook;

import java.awt.Color;

/**
 * The colours and what they mean, the same in every picture.
 *
 * <p>Blue and vermillion are those of Okabe and Ito, which colour-blind readers can tell apart;
 * green and purple are theirs made darker, the purple more than the green, so that text in them has
 * enough contrast on the card and the two stay apart for every eye.
 */
public final class Palette {

  /** The card under every picture. */
  public static final Color CARD = new Color(0xFAFAF7);

  /** The paper that a digit is written on. */
  public static final Color PAPER = new Color(0xFFFFFF);

  /** The ink of digits and of the main text. */
  public static final Color INK = new Color(0x1F2328);

  /** Text that steps back: captions, axes. */
  public static final Color QUIET = new Color(0x5C6269);

  /** Thin lines and frames. */
  public static final Color LINE = new Color(0xCFCFC8);

  /** A classifier says yes; a weight that speaks for the digit. */
  public static final Color YES = new Color(0x0072B2);

  /** A classifier says no; a weight that speaks against the digit. Not for text. */
  public static final Color NO = new Color(0xD55E00);

  /** Behind the row of the answer. */
  public static final Color ANSWER = new Color(0xE9F1F6);

  /** The answer is right. */
  public static final Color RIGHT = new Color(0x007A5E);

  /** The answer is wrong. */
  public static final Color WRONG = new Color(0x75155A);

  private static final int STEPS = 24;

  private Palette() {}

  /**
   * The colour between paper and ink.
   *
   * @param pixel 0 (paper) to 255 (ink)
   * @return the colour, opaque
   */
  public static Color grey(int pixel) {
    return mix(PAPER, INK, pixel / 255.0);
  }

  /**
   * The colour between {@link #NO}, paper and {@link #YES}, in 24 steps to either side.
   *
   * @param share -1 (no) to 1 (yes), 0 is paper; values beyond are taken to the nearer end
   * @return the colour, opaque
   */
  public static Color diverging(double share) {
    double strength = Math.rint(Math.min(1, Math.abs(share)) * STEPS) / STEPS;
    return mix(PAPER, share < 0 ? NO : YES, strength);
  }

  /**
   * A colour between two.
   *
   * @param from the colour at 0
   * @param to the colour at 1
   * @param share 0 to 1
   * @return the colour, opaque
   */
  static Color mix(Color from, Color to, double share) {
    return new Color(
        between(from.getRed(), to.getRed(), share),
        between(from.getGreen(), to.getGreen(), share),
        between(from.getBlue(), to.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}
