package digits.notebook;

import digits.data.Digit;
import digits.data.Message;
import digits.evaluate.ConfusionMatrix;
import digits.learn.Progress;
import digits.model.BinaryClassifier;
import digits.model.Decision;
import digits.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What pictures and panels show, in words. */
public final class Words {

  /** The most names that fit on a line. */
  private static final int MOST_NAMES = 4;

  private Words() {}

  /** The progress of a training, such as "steps 12 of at most 100 · loss 12,345 · 1.2 s". */
  public static String progress(Progress progress, double seconds) {
    boolean known = !Double.isNaN(progress.loss());
    return Message.of(
        known ? "%s %,d of at most %,d · loss %,.0f · %.1f s" : "%s %,d of at most %,d · %5$.1f s",
        progress.stage(),
        progress.done(),
        progress.total(),
        progress.loss(),
        seconds);
  }

  /** The name of a digit: its index, which only a labelled digit is sure to have. */
  static String name(Digit digit) {
    return digit.label() == Digit.UNLABELLED ? "unlabelled digit" : "digit " + digit.index();
  }

  static String label(Digit digit) {
    return digit.label() == Digit.UNLABELLED ? "?" : String.valueOf(digit.label());
  }

  static boolean isLabelled(Prediction prediction) {
    return prediction.actual() != Digit.UNLABELLED;
  }

  static String mosaic(List<Digit> digits, int columns) {
    return digits.size() + " digits:\n" + rows(digits, columns, Words::label);
  }

  static String verdicts(List<Prediction> predictions, int columns) {
    return predictions.size()
        + " digits, actual > predicted, ! marks the wrong ones:\n"
        + rows(predictions, columns, Words::verdictTile);
  }

  private static String verdictTile(Prediction prediction) {
    return label(prediction.digit())
        + ">"
        + prediction.predicted()
        + (isLabelled(prediction) && !prediction.correct() ? "!" : "")
        + (prediction.digit().isBlank() ? " (no ink)" : "");
  }

  static String weights(List<BinaryClassifier> classifiers) {
    int[] digits = classifiers.stream().mapToInt(BinaryClassifier::digit).toArray();
    return classifiers.size() == 1
        ? classifiers.get(0) + ", as a picture of 28 x 28 pixels"
        : "the weights of the classifiers for "
            + joined(digits, " ")
            + ", each as a picture of 28 x 28 pixels";
  }

  static String verdict(Prediction prediction) {
    StringBuilder rows = new StringBuilder(prediction.toString());
    for (int digit : prediction.classes()) {
      double margin = prediction.margin(digit);
      String text = MarginScale.text(margin);
      rows.append(Message.of("\n%d %7s %s", digit, text, yesOrNo(margin)));
    }
    return rows.toString();
  }

  /** The verdict in a word or two, such as {@code Correct}, or {@code Reads 4} without a label. */
  public static String headline(Prediction prediction, Decision decision) {
    int answer = prediction.predicted(decision);
    if (isLabelled(prediction)) {
      return answer == prediction.actual() ? "Correct" : "Wrong";
    }
    if (answer == Decision.NOBODY) {
      return "No answer";
    }
    return "Reads " + answer + (prediction.yes().length == 0 ? "?" : "");
  }

  /**
   * Which classifiers say yes, which answer the rule makes of it, and whether there is no ink, such
   * as {@code only 4 says yes}.
   */
  public static String whoSaysYes(Prediction prediction, Decision decision) {
    return (prediction.digit().isBlank() ? "no ink: " : "") + yes(prediction, decision);
  }

  private static String yes(Prediction prediction, Decision decision) {
    boolean surest = decision == Decision.ARG_MAX;
    int[] yes = prediction.yes();
    if (yes.length == 0) {
      return "nobody says yes: " + (surest ? "the weakest no wins" : "no answer");
    }
    if (yes.length == 1) {
      return "only " + yes[0] + " says yes";
    }
    String winner = " say yes: the " + (surest ? "surest" : "first") + " wins";
    if (yes.length > MOST_NAMES) {
      return yes.length + " of " + prediction.classes().length + winner;
    }
    int last = yes.length - 1;
    return joined(Arrays.copyOf(yes, last), ", ") + " and " + yes[last] + winner;
  }

  private static String joined(int[] digits, String between) {
    return Arrays.stream(digits).mapToObj(String::valueOf).collect(Collectors.joining(between));
  }

  public static String yesOrNo(double margin) {
    return margin > 0 ? "yes" : "no";
  }

  static String blocks(ConfusionMatrix matrix, int one, int other) {
    List<String> lines = new ArrayList<>();
    for (int actual : new int[] {one, other}) {
      for (int predicted : new int[] {one, other}) {
        lines.add(
            Message.of(
                "is a %d, taken for a %d: %d", actual, predicted, matrix.count(actual, predicted)));
      }
    }
    return String.join("\n", lines);
  }

  static <T> String rows(List<T> things, int columns, Function<? super T, String> word) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < things.size(); i++) {
      rows.append(i == 0 ? "" : i % columns == 0 ? "\n" : " ").append(word.apply(things.get(i)));
    }
    return rows.toString();
  }
}
