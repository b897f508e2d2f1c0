package digits.panels;

import digits.model.Decision;
import digits.model.Prediction;
import digits.notebook.MarginScale;
import digits.notebook.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The card of one digit as {@code verdict.js} reads it. */
final class VerdictState {

  private VerdictState() {}

  /**
   * What the classifiers say.
   *
   * @return {@code predicted} and {@code actual} (a digit, or -1), {@code headline}, {@code words},
   *     the scale's {@code limit}, and {@code bars}: for each classifier its {@code digit}, {@code
   *     share} of the longest bar (-1 to 1), whether it is {@code cut} off, {@code margin} as text,
   *     and what it {@code says}
   */
  static Map<String, Object> of(Prediction prediction, Decision decision) {
    double[] margins = prediction.margins();
    int limit = MarginScale.limit(margins);
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < margins.length; i++) {
      bars.add(
          Map.of(
              "digit", prediction.classes()[i],
              "share", MarginScale.share(margins[i], limit),
              "cut", MarginScale.isCut(margins[i], limit),
              "margin", MarginScale.text(margins[i]),
              "says", Words.yesOrNo(margins[i])));
    }
    return state(
        prediction.predicted(decision),
        prediction.actual(),
        Words.headline(prediction, decision),
        Words.whoSaysYes(prediction, decision),
        limit,
        bars);
  }

  /** A card without an answer, because the classifiers were not asked. */
  static Map<String, Object> none(int[] classes, String headline, String words) {
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int digit : classes) {
      bars.add(Map.of("digit", digit, "share", 0, "cut", false, "margin", "", "says", ""));
    }
    return state(-1, -1, headline, words, MarginScale.limit(new double[0]), bars);
  }

  private static Map<String, Object> state(
      int predicted,
      int actual,
      String headline,
      String words,
      int limit,
      List<Map<String, Object>> bars) {
    return Map.of(
        "predicted", predicted,
        "actual", actual,
        "headline", headline,
        "words", words,
        "limit", limit,
        "bars", bars);
  }
}
