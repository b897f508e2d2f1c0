package digits.model;

import digits.data.Digit;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What the classifiers say about one digit. Immutable. */
public final class Prediction {

  private final Digit digit;
  private final int[] classes;
  private final double[] margins;

  /**
   * A prediction from its margins.
   *
   * @param classes the digits that the classifiers detect, ascending; copied
   * @param margins one per classifier, in the same order; copied
   * @throws IllegalArgumentException if there are none, or not as many of both
   */
  public Prediction(Digit digit, int[] classes, double[] margins) {
    this(classes.clone(), margins.clone(), digit);
    if (classes.length == 0 || classes.length != margins.length) {
      throw new IllegalArgumentException(
          "there are " + margins.length + " margins for " + classes.length + " classes");
    }
  }

  /** A prediction that keeps the arrays: the margins of a model, for its classes. */
  Prediction(int[] classes, double[] margins, Digit digit) {
    this.digit = digit;
    this.classes = classes;
    this.margins = margins;
  }

  /** The picture judged. */
  public Digit digit() {
    return digit;
  }

  /** The digits that the classifiers detect, ascending, usually 0 to 9; a copy. */
  public int[] classes() {
    return classes.clone();
  }

  /**
   * The margins (scikit-learn's decision function), in the order of {@link #classes()}; a copy.
   * Above 0 means yes.
   */
  public double[] margins() {
    return margins.clone();
  }

  /**
   * The margins as probabilities of yes, in the order of {@link #classes()}. Ten yes/no questions,
   * ten probabilities: they need not add up to 1.
   */
  public double[] probabilities() {
    return Arrays.stream(margins).map(BinaryClassifier::sigmoid).toArray();
  }

  /** The digits whose classifiers say yes, ascending; none, one or several. */
  public int[] yes() {
    return IntStream.range(0, classes.length)
        .filter(i -> margins[i] > 0)
        .map(i -> classes[i])
        .toArray();
  }

  /** The answer by arg max: the digit with the largest margin, 0 to 9. */
  public int predicted() {
    return predicted(Decision.ARG_MAX);
  }

  /** The answer by a rule, 0 to 9, or {@link Decision#NOBODY}. */
  public int predicted(Decision decision) {
    int winner = decision.winner(margins);
    return winner == Decision.NOBODY ? Decision.NOBODY : classes[winner];
  }

  /**
   * The digit with the second largest margin, 0 to 9, or {@link Decision#NOBODY} if only one
   * classifier was asked.
   */
  public int runnerUp() {
    int first = predicted();
    return IntStream.range(0, classes.length)
        .filter(i -> classes[i] != first)
        .reduce((a, b) -> margins[b] > margins[a] ? b : a)
        .stream()
        .map(i -> classes[i])
        .findFirst()
        .orElse(Decision.NOBODY);
  }

  /**
   * The margin of the classifier for one digit.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double margin(int wanted) {
    int place = Arrays.binarySearch(classes, wanted);
    if (place < 0) {
      throw new IllegalArgumentException(
          "there is no classifier for " + wanted + " among " + Arrays.toString(classes));
    }
    return margins[place];
  }

  /** What the digit is meant to be, 0 to 9, or {@link Digit#UNLABELLED}. */
  public int actual() {
    return digit.label();
  }

  /** Whether arg max found the label. */
  public boolean correct() {
    return predicted() == actual();
  }

  /** One line, such as {@code digit 4711: predicted 7, actual 7, correct}. */
  @Override
  public String toString() {
    String head = "digit " + digit.index() + ": predicted " + predicted();
    String verdict =
        actual() == Digit.UNLABELLED
            ? ""
            : ", actual " + actual() + (correct() ? ", correct" : ", wrong");
    return head + verdict + (digit.isBlank() ? "; there is no ink" : "");
  }
}
