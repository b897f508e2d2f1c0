package digits.panels;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.data.Message;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import jjava.widgets.Needed;

/**
 * A walk through all or some of the digits of a set in random order, with a score of those seen. A
 * <i>place</i> is a position in the set, a <i>step</i> a position in the walk. Digits are judged
 * one by one when asked for, or all at once.
 */
final class Walk {

  private final DigitClassifier model;
  private final DigitSet digits;
  private final int[] indices;
  private final Map<Integer, Prediction> some = new HashMap<>();
  private volatile List<Prediction> all = List.of();
  private final BitSet seen = new BitSet();
  private int[] order = {};
  private int[] steps = {};
  private int step;
  private Filter filter = Filter.ALL;
  private Decision decision = Decision.ARG_MAX;

  /** Starts at the first digit in the order of seed 0. */
  Walk(DigitClassifier model, DigitSet digits) {
    this.model = Needed.of(model, "A model");
    this.digits = Needed.of(digits, "A set of digits");
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a tester needs at least one digit");
    }
    indices = digits.stream().mapToInt(Digit::index).toArray();
    shuffle(0);
  }

  int size() {
    return digits.size();
  }

  boolean isJudged() {
    return !all.isEmpty();
  }

  /** Judges all digits; may run on a thread of its own. */
  void judge() {
    if (!isJudged()) {
      all = model.predict(digits);
    }
  }

  private Prediction judged(int place) {
    return isJudged()
        ? all.get(place)
        : some.computeIfAbsent(place, p -> model.predict(digits.get(p)));
  }

  /** Starts again in the order of {@link DigitSet#sample}; the score is reset. */
  void shuffle(long seed) {
    // The indices of a blank set are its places; several of the digits may share an index.
    DigitSet blank = DigitSet.of("places", new byte[size() * Digit.PIXELS], new byte[size()]);
    order = blank.sample(size(), seed).stream().mapToInt(Digit::index).toArray();
    steps = steps(filter, decision);
    restart();
  }

  /** Goes back to the first digit; the score is reset. */
  void restart() {
    seen.clear();
    stand(0);
  }

  /** Goes forward, or back if negative; stays and returns false if there are too few steps. */
  boolean move(int by) {
    boolean possible = step + by >= 0 && step + by < steps.length;
    if (possible) {
      stand(step + by);
    }
    return possible;
  }

  /**
   * Goes to the digit with an index, if there is one. If the filter hides it, the filter is
   * removed.
   */
  void goTo(long index) {
    OptionalInt shown = next(steps, index);
    OptionalInt there = shown.isPresent() ? shown : next(order, index);
    if (there.isEmpty()) {
      throw new IllegalArgumentException("There is no digit " + index + ": " + which());
    }
    if (shown.isEmpty()) {
      filter = Filter.ALL;
      steps = order;
    }
    stand(there.getAsInt());
  }

  /** The step to the next digit with an index; after the last step comes the first. */
  private OptionalInt next(int[] among, long index) {
    return IntStream.rangeClosed(1, among.length)
        .map(on -> (step + on) % among.length)
        .filter(there -> indices[among[there]] == index)
        .findFirst();
  }

  private String which() {
    int[] sorted = IntStream.of(indices).sorted().toArray();
    return Arrays.equals(sorted, IntStream.range(0, sorted.length).toArray())
        ? Message.of("they are 0 to %,d.", sorted.length - 1)
        : Message.of(
            "these %,d have the index that each had in the set it was taken from.", sorted.length);
  }

  /**
   * Chooses which digits to see and by which rule to judge. Stays at the current digit if it is one
   * of them, otherwise goes to the next that is. {@link #judge} must have been called, except for
   * {@link Filter#ALL}.
   *
   * @throws IllegalArgumentException if there are no such digits; nothing is changed then
   */
  void choose(Filter wanted, Decision rule) {
    int[] left = steps(wanted, rule);
    if (left.length == 0) {
      throw new IllegalArgumentException(
          Message.of("%s, by %s: none of these %,d digits.", wanted, rule, size()));
    }
    int here = steps[step];
    long before =
        IntStream.of(order).takeWhile(p -> p != here).filter(p -> accepts(p, wanted, rule)).count();
    filter = wanted;
    decision = rule;
    steps = left;
    stand((int) Math.min(before, left.length - 1));
  }

  private int[] steps(Filter wanted, Decision rule) {
    return IntStream.of(order).filter(place -> accepts(place, wanted, rule)).toArray();
  }

  private boolean accepts(int place, Filter wanted, Decision rule) {
    return wanted == Filter.ALL || wanted.accepts(judged(place), rule);
  }

  private void stand(int there) {
    step = there;
    seen.set(steps[there]);
  }

  /** What the model says of the current digit. */
  Prediction prediction() {
    return judged(steps[step]);
  }

  Filter filter() {
    return filter;
  }

  Decision decision() {
    return decision;
  }

  /** The current step, from 0. */
  int step() {
    return step;
  }

  /** How many digits the filter leaves. */
  int length() {
    return steps.length;
  }

  /** How many digits a filter would leave; unknown, except for all, until all are judged. */
  OptionalInt count(Filter wanted) {
    boolean known = wanted == Filter.ALL || isJudged();
    return known ? OptionalInt.of(steps(wanted, decision).length) : OptionalInt.empty();
  }

  /** How many different digits were seen. */
  int seen() {
    return seen.cardinality();
  }

  /** How many of the digits seen a rule gets right. */
  int right(Decision rule) {
    return (int)
        seen.stream().mapToObj(this::judged).filter(p -> p.predicted(rule) == p.actual()).count();
  }
}
