package digits.paper;

import digits.model.Prediction;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a model reads on a page. Immutable. */
public final class Reading {

  /** A margin that leads the next by less is a doubtful answer. */
  private static final double SMALL_GAP = 0.5;

  /** If a larger share of the answers is unclear, the page may show something other than digits. */
  private static final double MOST_UNCLEAR = 0.35;

  /** The same if half of the leads are smaller: letters are rarely as clear as digits. */
  private static final double USUAL_GAP = 1.25;

  private final String about;
  private final BufferedImage picture;
  private final List<PageDigit> found;
  private final List<Prediction> predictions;
  private final boolean ofDigits;

  /**
   * A reading.
   *
   * @param about the name and the size of the page, and how many digits there are
   * @param picture the page, upright and grey
   * @param found the digits, row by row
   * @param predictions one for each digit, in the same order
   */
  public Reading(
      String about, BufferedImage picture, List<PageDigit> found, List<Prediction> predictions) {
    if (predictions.size() != found.size()) {
      throw new IllegalArgumentException(
          "there are " + predictions.size() + " answers for " + found.size() + " digits");
    }
    this.about = about;
    this.picture = picture;
    this.found = List.copyOf(found);
    this.predictions = List.copyOf(predictions);
    long unclear = predictions.stream().filter(Reading::isUnclear).count();
    long small = predictions.stream().filter(one -> gap(one) < USUAL_GAP).count();
    ofDigits = unclear <= MOST_UNCLEAR * predictions.size() && 2 * small <= predictions.size();
  }

  /** The name and the size of the page, and how many digits there are. */
  public String about() {
    return about;
  }

  /** The page, upright and grey. */
  public BufferedImage picture() {
    return picture;
  }

  /** The digits, row by row. */
  public List<PageDigit> found() {
    return found;
  }

  /** One answer for each digit, in the same order. */
  public List<Prediction> predictions() {
    return predictions;
  }

  /**
   * Whether an answer is doubtful: not exactly one classifier says yes, the largest margin leads
   * the next by less than 0.5, or the answers on this page are so unclear as a whole that it may
   * show something other than digits, such as text.
   */
  public boolean isDoubtful(int place) {
    return isUnclear(predictions.get(place)) || !isOfDigits();
  }

  private static boolean isUnclear(Prediction prediction) {
    return prediction.yes().length != 1 || gap(prediction) < SMALL_GAP;
  }

  private static double gap(Prediction prediction) {
    return prediction.margin(prediction.predicted()) - prediction.margin(prediction.runnerUp());
  }

  /**
   * Whether the answers are clear enough, as a whole, for a page of digits; otherwise all are
   * doubtful. Text and landscapes rarely are.
   */
  public boolean isOfDigits() {
    return ofDigits;
  }

  /** The rows as text, from the top: one digit for each answer, whether doubtful or not. */
  public List<String> rows() {
    return rows(false);
  }

  /** The rows as text, with {@code ?} in place of a doubtful digit. */
  public List<String> clearRows() {
    return rows(true);
  }

  private List<String> rows(boolean onlyClear) {
    List<StringBuilder> rows = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      if (found.get(i).row() == rows.size()) {
        rows.add(new StringBuilder());
      }
      boolean hidden = onlyClear && isDoubtful(i);
      rows.get(rows.size() - 1).append(hidden ? "?" : predictions.get(i).predicted());
    }
    return rows.stream().map(StringBuilder::toString).toList();
  }

  /**
   * How many digits have to be changed, added or taken away to make these rows, as one text, of
   * others (Levenshtein's distance).
   */
  public int edits(List<String> written) {
    String to = String.join("\n", written);
    int[] line = IntStream.rangeClosed(0, to.length()).toArray();
    for (char read : String.join("\n", rows()).toCharArray()) {
      int diagonal = line[0]++;
      for (int i = 1; i < line.length; i++) {
        int changed = diagonal + (read == to.charAt(i - 1) ? 0 : 1);
        diagonal = line[i];
        line[i] = Math.min(changed, 1 + Math.min(line[i], line[i - 1]));
      }
    }
    return line[to.length()];
  }

  /** The page, and below it the rows, with {@code ?} in place of a doubtful digit. */
  @Override
  public String toString() {
    return about + "\n" + String.join("\n", clearRows());
  }
}
