package digits.panels;

import digits.data.Digit;
import digits.data.DigitSet;
import digits.model.Decision;
import digits.model.DigitClassifier;
import digits.model.Prediction;
import digits.widgets.Needed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A walk through the digits of a set in random order, through all or only some of them, with a
 * score of those seen. A place is one in the set, a step is one of the walk. Each digit is judged
 * when it is asked for, or all at once.
 */
final class Walk {

  private final DigitClassifier model;
  private final DigitSet digits;
  private final int[] indices;
  private final Map<Integer, Prediction> some = new HashMap<>();
  private volatile List<Prediction> all = List.of();
  private final Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
  private final BitSet seen = new BitSet();
  private int[] order = {};
  private int[] steps = {};
  private int step;
  private Filter filter = Filter.ALL;
  private Decision decision = Decision.ARG_MAX;

  /** Stands at the first digit of the order that seed 0 gives. */
  Walk(DigitClassifier model, DigitSet digits) {
    this.model = Needed.of(model, "A model");
    this.digits = Needed.of(digits, "A set of digits");
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a tester needs at least one digit");
    }
    indices = digits.stream().mapToInt(Digit::index).toArray();
    counts.put(Filter.ALL, digits.size());
    shuffle(0);
  }

  /** How many digits the set has. */
  int size() {
    return digits.size();
  }

  boolean isJudged() {
    return !all.isEmpty();
  }

  /** Judges all, which takes as long as the model takes; may run beside all else. */
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

  /** Begins anew, in the order of {@link DigitSet#sample}; what was seen is forgotten. */
  void shuffle(long seed) {
    // Not the digits' own indices, which several may share: those of a blank set are its places.
    DigitSet blank = DigitSet.of("places", new byte[size() * Digit.PIXELS], new byte[size()]);
    order = blank.sample(size(), seed).stream().mapToInt(Digit::index).toArray();
    steps = steps(filter, decision);
    restart();
  }

  /** Goes back to the first digit; what was seen is forgotten. */
  void restart() {
    seen.clear();
    stand(0);
  }

  /** Goes some steps on, or back if negative; false if there are not so many: then stays. */
  boolean move(int by) {
    boolean possible = step + by >= 0 && step + by < steps.length;
    if (possible) {
      stand(step + by);
    }
    return possible;
  }

  /**
   * Goes to a digit by its index; if several have it, to the next of them. If the filter hides it,
   * all are shown again.
   *
   * @throws IllegalArgumentException if there is no such digit
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

  /** The step to the next digit with an index, from here to the end and on from the beginning. */
  private OptionalInt next(int[] among, long index) {
    return IntStream.rangeClosed(1, among.length)
        .map(on -> (step + on) % among.length)
        .filter(there -> indices[among[there]] == index)
        .findFirst();
  }

  /** Which digits there are. */
  private String which() {
    int[] sorted = IntStream.of(indices).sorted().toArray();
    return Arrays.equals(sorted, IntStream.range(0, sorted.length).toArray())
        ? String.format(Locale.ROOT, "they are 0 to %,d.", sorted.length - 1)
        : String.format(
            Locale.ROOT,
            "these %,d have the index that each had in the set it was taken from.",
            sorted.length);
  }

  /**
   * Chooses which digits to see, and by which rule to judge. Stays at its digit if that is one of
   * them, else goes on to the next that is. All filters but {@link Filter#ALL} need that all are
   * judged.
   *
   * @throws IllegalArgumentException if there are no such digits: then all stays as it is
   */
  void choose(Filter wanted, Decision rule) {
    int[] left = steps(wanted, rule);
    if (left.length == 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s, by %s: none of these %,d digits.", wanted, rule, size()));
    }
    int here = steps[step];
    long before =
        IntStream.of(order).takeWhile(p -> p != here).filter(p -> accepts(p, wanted, rule)).count();
    filter = wanted;
    decision = rule;
    steps = left;
    for (Filter each : isJudged() ? Filter.values() : new Filter[0]) {
      counts.put(each, steps(each, rule).length);
    }
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

  /** What the model says of the digit here. */
  Prediction prediction() {
    return judged(steps[step]);
  }

  Filter filter() {
    return filter;
  }

  Decision decision() {
    return decision;
  }

  /** How many steps lie behind. */
  int step() {
    return step;
  }

  /** How many digits there are to see. */
  int length() {
    return steps.length;
  }

  /** How many digits each filter leaves, as far as that is known. */
  Map<Filter, Integer> counts() {
    return counts;
  }

  /** Different digits seen. */
  int seen() {
    return seen.cardinality();
  }

  /** How many of those a rule gets right. */
  int right(Decision rule) {
    return (int)
        seen.stream().mapToObj(this::judged).filter(p -> p.predicted(rule) == p.actual()).count();
  }
}
