package digits.panels;

import digits.model.Decision;
import digits.model.Prediction;
import java.util.function.BiPredicate;

/** Which digits to show, given the rule that makes the answers. */
enum Filter {
  ALL("all", (prediction, rule) -> true),

  /** No answer counts as a mistake. */
  MISTAKES(
      "only mistakes", (prediction, rule) -> prediction.predicted(rule) != prediction.actual()),
  NOBODY("nobody says yes", (prediction, rule) -> prediction.yes().length == 0),
  SEVERAL("several say yes", (prediction, rule) -> prediction.yes().length > 1);

  private final String title;
  private final BiPredicate<Prediction, Decision> test;

  Filter(String title, BiPredicate<Prediction, Decision> test) {
    this.title = title;
    this.test = test;
  }

  boolean accepts(Prediction prediction, Decision rule) {
    return test.test(prediction, rule);
  }

  @Override
  public String toString() {
    return title;
  }
}
