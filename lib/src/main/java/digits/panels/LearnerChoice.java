package digits.panels;

import digits.learn.Learner;
import digits.learn.LinearSvm;
import digits.learn.Logistic;
import digits.learn.Ridge;

/** The learners to choose from. */
enum LearnerChoice {
  LOGISTIC("logistic regression"),
  LINEAR_SVM("linear SVM"),
  RIDGE("ridge regression");

  private final String title;

  LearnerChoice(String title) {
    this.title = title;
  }

  /** Whether it makes passes that can be limited; ridge solves at once. */
  boolean iterates() {
    return this != RIDGE;
  }

  /** The learner with its settings. */
  Learner learner(double penalty, int iterations) {
    return switch (this) {
      case LOGISTIC -> new Logistic().penalty(penalty).iterations(iterations);
      case LINEAR_SVM -> new LinearSvm().penalty(penalty).iterations(iterations);
      case RIDGE -> new Ridge(penalty);
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
