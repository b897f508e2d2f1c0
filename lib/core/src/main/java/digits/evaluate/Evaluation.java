package digits.evaluate;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a model got right and wrong on a set of digits. Immutable. */
public final class Evaluation {

  private final List<Prediction> predictions;
  private final int[] classes;

  private Evaluation(List<Prediction> predictions) {
    this.predictions = List.copyOf(predictions);
    this.classes =
        predictions.stream()
            .flatMapToInt(
                p -> IntStream.concat(IntStream.of(p.actual()), Arrays.stream(p.classes())))
            .distinct()
            .sorted()
            .toArray();
  }

  /**
   * Lets a model judge a set.
   *
   * @param digits labelled digits that it was not trained on; at least one
   * @throws IllegalArgumentException if there are none, or one has no label
   */
  public static Evaluation of(DigitClassifier model, DigitSet digits) {
    return of(model.predict(digits));
  }

  /** Evaluates predictions of labelled digits, at least one. */
  public static Evaluation of(List<Prediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("an evaluation needs at least one digit");
    }
    for (Prediction prediction : predictions) {
      if (prediction.actual() == Digit.UNLABELLED) {
        throw new IllegalArgumentException(
            Message.of(
                "an evaluation needs labelled digits; digit %d has no label",
                prediction.digit().index()));
      }
    }
    return new Evaluation(predictions);
  }

  /** All predictions, in the order of the digits. */
  public List<Prediction> predictions() {
    return predictions;
  }

  /**
   * The margins of one classifier for every digit, together with the truth.
   *
   * @param digit the digit that it detects
   * @throws IllegalArgumentException if there is no classifier for that digit
   */
  public Scores scores(int digit) {
    boolean[] truth = new boolean[predictions.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = predictions.get(i).actual() == digit;
    }
    return Scores.of(
        digit, predictions.stream().mapToDouble(p -> p.margin(digit)).toArray(), truth);
  }

  /** The margins of every classifier, ascending by digit. */
  public List<Scores> scores() {
    return Arrays.stream(predictions.get(0).classes()).mapToObj(this::scores).toList();
  }

  /** The number of wrong answers by a rule; no answer is wrong, too. */
  public int errors(Decision decision) {
    return errors(predictions, decision);
  }

  private static int errors(List<Prediction> some, Decision decision) {
    return (int) some.stream().filter(p -> p.predicted(decision) != p.actual()).count();
  }

  /** The share of wrong answers by a rule, 0 to 1. */
  public double error(Decision decision) {
    return (double) errors(decision) / predictions.size();
  }

  /** The confusion matrix by arg max. */
  public ConfusionMatrix confusion() {
    int[][] counts = new int[classes.length][classes.length];
    for (Prediction prediction : predictions) {
      int row = Arrays.binarySearch(classes, prediction.actual());
      counts[row][Arrays.binarySearch(classes, prediction.predicted())]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  /** The digits for which no classifier says yes, in order. */
  public List<Prediction> nobodySaysYes() {
    return predictions.stream().filter(p -> p.yes().length == 0).toList();
  }

  /** The digits for which two or more classifiers say yes, in order. */
  public List<Prediction> severalSayYes() {
    return predictions.stream().filter(p -> p.yes().length > 1).toList();
  }

  /**
   * At most so many of the wrong answers by arg max, the worst first: those where the winner's
   * margin is furthest above that of the right classifier. Digits for which the model has no
   * classifier come first.
   */
  public List<Prediction> worst(int most) {
    return predictions.stream()
        .filter(p -> !p.correct())
        .sorted(Comparator.comparingDouble(Evaluation::lead).reversed())
        .limit(most)
        .toList();
  }

  private static double lead(Prediction p) {
    return Arrays.binarySearch(p.classes(), p.actual()) < 0
        ? Double.POSITIVE_INFINITY
        : p.margin(p.predicted()) - p.margin(p.actual());
  }

  /**
   * Precision, recall, F1 and support by arg max, one row per digit; shares are 0 to 1, rounded to
   * four decimals.
   */
  public Table table() {
    ConfusionMatrix confusion = confusion();
    return Table.create(
        "each digit by arg max",
        StringColumn.create("digit", IntStream.of(classes).mapToObj(String::valueOf)),
        shares("precision", confusion::precision),
        shares("recall", confusion::recall),
        shares("f1", confusion::f1),
        IntColumn.create("support", IntStream.of(classes).map(confusion::support)));
  }

  private DoubleColumn shares(String name, IntToDoubleFunction share) {
    return DoubleColumn.create(
        name, IntStream.of(classes).mapToDouble(share).map(s -> Math.round(s * 1e4) / 1e4));
  }

  /** Both rules side by side, one row per rule; errors are counts and percentages. */
  public Table decisions() {
    Decision[] rules = Decision.values();
    return Table.create(
        "how one answer is made of the ten",
        StringColumn.create("decision", Arrays.stream(rules).map(String::valueOf)),
        IntColumn.create("errors", Arrays.stream(rules).mapToInt(this::errors)),
        DoubleColumn.create(
            "error %", Arrays.stream(rules).mapToDouble(r -> Math.round(error(r) * 1e4) / 1e2)));
  }

  /**
   * One row each for no yes, one yes and several yeses: how many digits, and how many of them each
   * rule gets wrong.
   */
  public Table byYes() {
    List<List<Prediction>> cases =
        List.of(
            nobodySaysYes(),
            predictions.stream().filter(p -> p.yes().length == 1).toList(),
            severalSayYes());
    Table table =
        Table.create(
            "how many say yes",
            StringColumn.create("say yes", "nobody", "one", "several"),
            IntColumn.create("digits", cases.stream().mapToInt(List::size)));
    for (Decision decision : Decision.values()) {
      table.addColumns(
          IntColumn.create(
              "wrong by " + decision, cases.stream().mapToInt(c -> errors(c, decision))));
    }
    return table;
  }

  /** Four lines: the errors by both rules, and how many digits got no yes or several. */
  @Override
  public String toString() {
    return Message.of(
        "test error (arg max): %.2f %%%ntest error (first yes): %.2f %%%n"
            + "nobody says yes: %,d of %,d%nseveral say yes: %,d of %,d",
        100 * error(Decision.ARG_MAX),
        100 * error(Decision.FIRST_YES),
        nobodySaysYes().size(),
        predictions.size(),
        severalSayYes().size(),
        predictions.size());
  }
}
