package digits.panels;

import digits.model.Decision;
import digits.model.Prediction;
import digits.notebook.MarginScale;
import digits.notebook.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a page needs to show a prediction as {@code verdict.js} does. */
final class VerdictState {

  private VerdictState() {}

  /**
   * The ten bars, and who says yes.
   *
   * @param prediction of any digit
   * @param decision which rule answers
   * @return {@code predicted} and {@code actual} (a digit, or -1), {@code limit}, {@code words},
   *     and {@code bars}: for each classifier its {@code digit}, {@code share} of the longest bar
   *     (-1 to 1), {@code beyond} it or not, {@code margin} in characters and {@code yes} or not
   */
  static Map<String, Object> of(Prediction prediction, Decision decision) {
    int[] classes = prediction.classes();
    double[] margins = prediction.margins();
    MarginScale scale = MarginScale.of(margins);
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      bars.add(
          Map.of(
              "digit", classes[i],
              "share", scale.share(margins[i]),
              "beyond", scale.beyond(margins[i]),
              "margin", scale.text(margins[i]),
              "yes", margins[i] > 0));
    }
    Map<String, Object> state = new HashMap<>();
    state.put("predicted", prediction.predicted(decision));
    state.put("actual", prediction.actual());
    state.put("limit", scale.limitText());
    state.put("words", Words.whoSaysYes(prediction, decision));
    state.put("bars", bars);
    return state;
  }
}
