package digits.panels;

import digits.data.Message;
import digits.model.Decision;
import digits.model.Prediction;
import digits.notebook.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The state of a walk as {@code tester.js} reads it. */
final class TesterState {

  private TesterState() {}

  static Map<String, Object> of(Walk walk) {
    Prediction prediction = walk.prediction();
    return Map.of(
        "verdict", VerdictState.of(prediction, walk.decision()),
        "index", prediction.digit().index(),
        "step", walk.step(),
        "length", walk.length(),
        "filter", walk.filter().name(),
        "filters", filters(walk),
        "rule", walk.decision().name(),
        "rules", rules(walk),
        "seen", walk.seen(),
        "spoken", spoken(walk));
  }

  private static List<Map<String, Object>> filters(Walk walk) {
    List<Map<String, Object>> filters = new ArrayList<>();
    for (Filter filter : Filter.values()) {
      OptionalInt count = walk.count(filter);
      String known = count.isEmpty() ? "" : Message.of("%,d", count.getAsInt());
      filters.add(Map.of("name", filter.name(), "title", filter.toString(), "count", known));
    }
    return filters;
  }

  private static List<Map<String, Object>> rules(Walk walk) {
    return Arrays.stream(Decision.values())
        .map(
            rule ->
                Map.<String, Object>of(
                    "name", rule.name(), "title", rule.toString(), "right", walk.right(rule)))
        .toList();
  }

  /** The text for a screen reader. */
  static String spoken(Walk walk) {
    Prediction prediction = walk.prediction();
    int answer = prediction.predicted(walk.decision());
    return Message.of(
        "Digit %d: predicted %s, actual %d, %s. %s.",
        prediction.digit().index(),
        answer == Decision.NOBODY ? "nothing" : answer,
        prediction.actual(),
        answer == prediction.actual() ? "correct" : "wrong",
        Words.whoSaysYes(prediction, walk.decision()));
  }
}
