package digits.paper;

import digits.model.Prediction;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model reads on a page.
 *
 * @param page the page
 * @param predictions one for each of {@link Page#found}, in the same order
 */
public record Reading(Page page, List<Prediction> predictions) {

  /** A margin that leads the next by less is a doubtful answer. */
  private static final double SMALL_GAP = 0.5;

  /** If a larger share of the answers is unclear, the page may show something else than digits. */
  private static final double MOST_UNCLEAR = 0.35;

  /** The same if half of the leads are smaller: letters are rarely as clear as digits. */
  private static final double USUAL_GAP = 1.25;

  public Reading {
    predictions = List.copyOf(predictions);
    if (predictions.size() != page.found().size()) {
      throw new IllegalArgumentException(
          "there are " + predictions.size() + " answers for " + page.found().size() + " digits");
    }
  }

  /**
   * Whether an answer is doubtful: not exactly one classifier says yes, the largest margin leads
   * the next by less than 0.5, or the answers on this page are so unclear as a whole that it may
   * show something other than digits, such as text.
   */
  public boolean isDoubtful(int place) {
    return isUnclear(predictions.get(place)) || isUnlikely();
  }

  private static boolean isUnclear(Prediction prediction) {
    return prediction.yes().length != 1 || gap(prediction) < SMALL_GAP;
  }

  private static double gap(Prediction prediction) {
    return prediction.margin(prediction.predicted()) - prediction.margin(prediction.runnerUp());
  }

  private boolean isUnlikely() {
    long unclear = predictions.stream().filter(Reading::isUnclear).count();
    long small = predictions.stream().filter(one -> gap(one) < USUAL_GAP).count();
    return unclear > MOST_UNCLEAR * predictions.size() || 2 * small > predictions.size();
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
      if (page.found().get(i).row() == rows.size()) {
        rows.add(new StringBuilder());
      }
      boolean hidden = onlyClear && isDoubtful(i);
      rows.get(rows.size() - 1).append(hidden ? "?" : predictions.get(i).predicted());
    }
    return rows.stream().map(StringBuilder::toString).toList();
  }

  /** The page, and below it the rows, with {@code ?} in place of a doubtful digit. */
  @Override
  public String toString() {
    return page + "\n" + String.join("\n", clearRows());
  }
}
