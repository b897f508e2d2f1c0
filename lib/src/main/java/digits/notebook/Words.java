package digits.notebook;

import digits.data.Digit;
import digits.evaluate.ConfusionMatrix;
import digits.learn.Progress;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the pictures show, in words. */
public final class Words {

  /** More names than these do not fit in a line. */
  private static final int MOST_NAMES = 4;

  private Words() {}

  /**
   * How far a training is.
   *
   * @param progress its last report
   * @param seconds since it began
   * @return such as "steps 12 of at most 100 · loss 12,345 · 1.2 s"
   */
  public static String progress(Progress progress, double seconds) {
    return String.format(
        Locale.ROOT,
        "%s %,d of at most %,d%s · %.1f s",
        progress.stage(),
        progress.done(),
        progress.total(),
        Double.isNaN(progress.loss())
            ? ""
            : String.format(Locale.ROOT, " · loss %,.0f", progress.loss()),
        seconds);
  }

  static String digit(Digit digit) {
    return digit.toString();
  }

  static String label(Digit digit) {
    return digit.label() == Digit.UNLABELLED ? "?" : String.valueOf(digit.label());
  }

  static String mosaic(List<Digit> digits, int columns, Function<? super Digit, String> caption) {
    return digits.size() + " digits:\n" + rows(digits, columns, caption);
  }

  static String verdicts(List<Prediction> predictions, int columns) {
    return predictions.size()
        + " digits, actual > predicted, ! marks the wrong ones:\n"
        + rows(predictions, columns, Words::verdictTile);
  }

  private static String verdictTile(Prediction prediction) {
    String noInk = prediction.digit().isBlank() ? " (no ink)" : "";
    if (prediction.actual() == Digit.UNLABELLED) {
      return "?>" + prediction.predicted() + noInk;
    }
    String wrong = prediction.correct() ? "" : "!";
    return prediction.actual() + ">" + prediction.predicted() + wrong + noInk;
  }

  static String weights(DigitClassifier model) {
    return "the weights of the classifiers for "
        + Arrays.stream(model.classes()).mapToObj(String::valueOf).collect(Collectors.joining(" "))
        + ", each as a picture of 28 x 28 pixels";
  }

  static String verdict(Prediction prediction) {
    int[] classes = prediction.classes();
    double[] margins = prediction.margins();
    String bars =
        IntStream.range(0, classes.length)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT, "%d %+7.2f %s", classes[i], margins[i], yesOrNo(margins[i])))
            .collect(Collectors.joining("\n"));
    return prediction + "\n" + bars;
  }

  /**
   * Which classifiers say yes, what a rule makes of it, and whether there is any ink.
   *
   * @param prediction of any digit
   * @param decision how one answer is made of the ten
   * @return a line such as {@code only 4 says yes}
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
    String all =
        Arrays.stream(yes)
            .limit(yes.length - 1)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    return all + " and " + yes[yes.length - 1] + winner;
  }

  static String blocks(ConfusionMatrix matrix, int one, int other) {
    return IntStream.of(one, other)
        .boxed()
        .flatMap(
            actual ->
                IntStream.of(one, other)
                    .mapToObj(
                        predicted ->
                            String.format(
                                Locale.ROOT,
                                "is a %d, taken for a %d: %d",
                                actual,
                                predicted,
                                matrix.count(actual, predicted))))
        .collect(Collectors.joining("\n"));
  }

  private static String yesOrNo(double margin) {
    return margin > 0 ? "yes" : "no";
  }

  static <T> String rows(List<T> things, int columns, Function<? super T, String> word) {
    int rows = (things.size() + columns - 1) / columns;
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                things.subList(row * columns, Math.min(things.size(), (row + 1) * columns)).stream()
                    .map(word)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }
}
