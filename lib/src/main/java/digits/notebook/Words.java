package digits.notebook;

import digits.data.Digit;
import digits.evaluate.ConfusionMatrix;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the pictures show, in words. */
final class Words {

  private Words() {}

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
    if (prediction.actual() == Digit.UNLABELLED) {
      return "?>" + prediction.predicted();
    }
    return prediction.actual() + ">" + prediction.predicted() + (prediction.correct() ? "" : "!");
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
