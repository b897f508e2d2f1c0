package digits.evaluate;

import digits.model.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often a model answers, and how often it is then right, when it may say "I don't know". The
 * answer is always that of arg max.
 *
 * <p>C. K. Chow: On optimum recognition error and reject tradeoff. IEEE Transactions on Information
 * Theory 16, 1970.
 *
 * @param rule when it answers
 * @param answered digits to which it answers
 * @param right right answers among them
 * @param total all digits
 */
public record Coverage(String rule, int answered, int right, int total) {

  private static final int PERCENT_STEP = 5;
  private static final int LEAST_PERCENT = 50;

  /**
   * Answers only some digits.
   *
   * @param rule what to call this
   * @param evaluation the model's predictions
   * @param answers which it answers
   * @return how many, and how many of those are right
   */
  public static Coverage of(String rule, Evaluation evaluation, Predicate<Prediction> answers) {
    List<Prediction> answered = evaluation.predictions().stream().filter(answers).toList();
    int right = (int) answered.stream().filter(Prediction::correct).count();
    return new Coverage(rule, answered.size(), right, evaluation.predictions().size());
  }

  /**
   * Answers only where exactly one classifier says yes.
   *
   * @param evaluation the model's predictions
   * @return how many, and how many of those are right
   */
  public static Coverage exactlyOneYes(Evaluation evaluation) {
    return of("exactly one yes", evaluation, p -> p.yes().length == 1);
  }

  /**
   * The price of certainty, at gaps that answer 100 %, 95 % and so on down to 50 % of the digits.
   *
   * @param evaluation the model's predictions
   * @return one row a gap: the gap, coverage and accuracy (0 to 1), answers and wrong answers
   */
  public static Table table(Evaluation evaluation) {
    double[] gaps = evaluation.predictions().stream().mapToDouble(Coverage::gap).sorted().toArray();
    return table(
        evaluation,
        IntStream.rangeClosed(0, LEAST_PERCENT / PERCENT_STEP)
            .mapToDouble(step -> gaps[(int) ((long) gaps.length * step * PERCENT_STEP / 100)])
            .toArray());
  }

  /**
   * The price of certainty, at gaps of your choice.
   *
   * @param evaluation the model's predictions
   * @param gaps the smallest gaps with which it answers
   * @return one row a gap: the gap, coverage and accuracy (0 to 1), answers and wrong answers
   */
  public static Table table(Evaluation evaluation, double... gaps) {
    List<Coverage> all =
        DoubleStream.of(gaps)
            .mapToObj(least -> of("gap of " + least + " or more", evaluation, p -> gap(p) >= least))
            .toList();
    int[] rows = IntStream.range(0, gaps.length).toArray();
    return Table.create(
        "answers only where the two largest margins are apart",
        Shares.column("gap", rows, i -> gaps[i]),
        Shares.column("coverage", rows, i -> all.get(i).coverage()),
        Shares.column("accuracy", rows, i -> all.get(i).accuracy()),
        IntColumn.create("answered", all.stream().mapToInt(Coverage::answered)),
        IntColumn.create("wrong", all.stream().mapToInt(c -> c.answered() - c.right())));
  }

  /**
   * Why a model may doubt. Each digit is counted once, for the first reason that holds.
   *
   * @param evaluation the model's predictions
   * @param gap less than this between the two largest margins is a reason, too
   * @return one row a reason, and one for no reason: digits, and how many arg max gets wrong
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

  /** From the largest margin down to the second largest; infinite when there is only one. */
  private static double gap(Prediction p) {
    return p.classes().length < 2
        ? Double.POSITIVE_INFINITY
        : p.margin(p.predicted()) - p.margin(p.runnerUp());
  }

  /** The share of digits that get an answer, 0 to 1. */
  public double coverage() {
    return Shares.of(answered, total);
  }

  /** The share of right answers among the answers, 0 to 1; 0 without answers. */
  public double accuracy() {
    return Shares.of(right, answered);
  }

  /** One line, such as {@code exactly one yes: answers 86.65 % of the digits, 96.90 % right}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: answers %.2f %% of the digits, %.2f %% right",
        rule,
        100 * coverage(),
        100 * accuracy());
  }
}
