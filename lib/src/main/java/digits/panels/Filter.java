package digits.panels;

import digits.model.Decision;
import digits.model.Prediction;

/** Which digits a reader wants to see. */
enum Filter {

  /** All of them. */
  ALL("all") {
    @Override
    boolean accepts(Prediction prediction, Decision decision) {
      return true;
    }
  },

  /** Those whose answer is wrong; no answer is wrong too. */
  MISTAKES("only mistakes") {
    @Override
    boolean accepts(Prediction prediction, Decision decision) {
      return prediction.predicted(decision) != prediction.actual();
    }
  },

  /** Those to which no classifier says yes. */
  NOBODY("nobody says yes") {
    @Override
    boolean accepts(Prediction prediction, Decision decision) {
      return prediction.yes().length == 0;
    }
  },

  /** Those to which two or more classifiers say yes. */
  SEVERAL("several say yes") {
    @Override
    boolean accepts(Prediction prediction, Decision decision) {
      return prediction.yes().length > 1;
    }
  };

  private final String title;

  Filter(String title) {
    this.title = title;
  }

  /** Whether a digit is to be seen, when answers are made by a rule. */
  abstract boolean accepts(Prediction prediction, Decision decision);

  @Override
  public String toString() {
    return title;
  }
}
