package digits.evaluate;

import digits.data.Message;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often a model answers, and how often its answers are right, when it may say "I don't know".
 * If it answers, it does so by arg max.
 *
 * <p>C. K. Chow: On optimum recognition error and reject tradeoff. IEEE Transactions on Information
 * Theory 16, 1970.
 *
 * @param rule a name for the condition under which it answers
 * @param answered number of digits for which it gives an answer
 * @param right number of right answers among them
 * @param total number of all digits
 */
public record Coverage(String rule, int answered, int right, int total) {

  private static final int PERCENT_STEP = 5;
  private static final int LEAST_PERCENT = 50;

  private static Coverage of(String rule, Evaluation evaluation, Predicate<Prediction> answers) {
    List<Prediction> answered = evaluation.predictions().stream().filter(answers).toList();
    int right = (int) answered.stream().filter(Prediction::correct).count();
    return new Coverage(rule, answered.size(), right, evaluation.predictions().size());
  }

  /** The coverage of a model that answers only when exactly one classifier says yes. */
  public static Coverage exactlyOneYes(Evaluation evaluation) {
    return of("exactly one yes", evaluation, p -> p.yes().length == 1);
  }

  /**
   * The price of certainty: the model answers only when its two largest margins are far enough
   * apart, for gaps at which 100 %, 95 % and so on down to 50 % of the digits get an answer.
   *
   * @return one row per gap: the gap, coverage and accuracy (0 to 1), answers and wrong answers
   */
  public static Table table(Evaluation evaluation) {
    double[] gaps = evaluation.predictions().stream().mapToDouble(Coverage::gap).sorted().toArray();
    return table(
        evaluation,
        IntStream.rangeClosed(0, LEAST_PERCENT / PERCENT_STEP)
            .mapToDouble(step -> gaps[(int) ((long) gaps.length * step * PERCENT_STEP / 100)])
            .toArray());
  }

  static Table table(Evaluation evaluation, double... gaps) {
    List<Coverage> all =
        DoubleStream.of(gaps)
            .mapToObj(least -> of("gap of " + least + " or more", evaluation, p -> gap(p) >= least))
            .toList();
    return Table.create(
        "answers only where the two largest margins are apart",
        Shares.column("gap", DoubleStream.of(gaps)),
        Shares.column("coverage", all.stream().mapToDouble(Coverage::coverage)),
        Shares.column("accuracy", all.stream().mapToDouble(Coverage::accuracy)),
        IntColumn.create("answered", all.stream().mapToInt(Coverage::answered)),
        IntColumn.create("wrong", all.stream().mapToInt(c -> c.answered() - c.right())));
  }

  /**
   * The reasons to doubt an answer. Each digit is counted once, for the first reason that applies.
   *
   * @param gap a smaller distance between the two largest margins is a reason, too
   * @return one row per reason, and one for no doubt: digits, and how many arg max gets wrong
   */
  public static Table reasons(Evaluation evaluation, double gap) {
    String[] names = {"nobody says yes", "several say yes", "small gap", "no doubt"};
    int[] digits = new int[names.length];
    int[] wrong = new int[names.length];
    for (Prediction p : evaluation.predictions()) {
      int yes = p.yes().length;
      int reason = yes == 0 ? 0 : yes > 1 ? 1 : gap(p) < gap ? 2 : 3;
      digits[reason]++;
      wrong[reason] += p.correct() ? 0 : 1;
    }
    return Table.create(
        "reasons to doubt",
        StringColumn.create("reason", Arrays.asList(names)),
        IntColumn.create("digits", digits),
        IntColumn.create("wrong", wrong));
  }

  /** The distance between the two largest margins; infinite if there is only one. */
  private static double gap(Prediction p) {
    return p.classes().length < 2
        ? Double.POSITIVE_INFINITY
        : p.margin(p.predicted()) - p.margin(p.runnerUp());
  }

  /** The share of digits that get an answer, 0 to 1. */
  public double coverage() {
    return Shares.of(answered, total);
  }

  /** The share of the answers that are right, 0 to 1; 0 without answers. */
  public double accuracy() {
    return Shares.of(right, answered);
  }

  /** One line, such as {@code exactly one yes: answers 86.65 % of the digits, 96.90 % right}. */
  @Override
  public String toString() {
    return Message.of(
        "%s: answers %.2f %% of the digits, %.2f %% right",
        rule, 100 * coverage(), 100 * accuracy());
  }
}
