package digits.model;

/** A rule that turns the margins of all classifiers into one answer. */
public enum Decision {

  /** The largest margin wins, even if it means no. */
  ARG_MAX("arg max") {
    @Override
    int winner(double[] margins) {
      int best = 0;
      for (int i = 1; i < margins.length; i++) {
        if (margins[i] > margins[best]) {
          best = i;
        }
      }
      return best;
    }
  },

  /** The first classifier that says yes wins; if none does, there is no answer. */
  FIRST_YES("first yes") {
    @Override
    int winner(double[] margins) {
      for (int i = 0; i < margins.length; i++) {
        if (margins[i] > 0) {
          return i;
        }
      }
      return NOBODY;
    }
  };

  /** The answer when there is no winner. */
  public static final int NOBODY = -1;

  private final String title;

  Decision(String title) {
    this.title = title;
  }

  /** The index of the winning margin, or {@link #NOBODY}. */
  abstract int winner(double[] margins);

  @Override
  public String toString() {
    return title;
  }
}
