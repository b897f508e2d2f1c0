package digits.panels;

import digits.data.DigitSet;
import digits.model.Decision;
import digits.model.Prediction;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A walk through the digits of a set in random order, through all or only some of them, with a
 * score of those seen. A place is one in the set, a step is one of the walk.
 */
final class Walk {

  private final Judged judged;
  private final Map<Long, Integer> places = new HashMap<>();
  private final Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
  private final BitSet seen = new BitSet();
  private int[] order = {};
  private int[] steps = {};
  private int step;
  private Filter filter = Filter.ALL;
  private Decision decision = Decision.ARG_MAX;

  /** Stands at the first digit of the order that seed 0 gives. */
  Walk(Judged judged) {
    this.judged = judged;
    for (int place = 0; place < judged.size(); place++) {
      places.putIfAbsent((long) judged.digits().get(place).index(), place);
    }
    counts.put(Filter.ALL, judged.size());
    shuffle(0);
  }

  /** Begins anew, in the order of {@link DigitSet#sample}; what was seen is forgotten. */
  void shuffle(long seed) {
    DigitSet shuffled = judged.digits().sample(judged.size(), seed);
    order = shuffled.stream().mapToInt(digit -> places.get((long) digit.index())).toArray();
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
   * Goes to a digit by its index. If the filter hides it, all are shown again.
   *
   * @throws IllegalArgumentException if there is no such digit
   */
  void goTo(long index) {
    if (!places.containsKey(index)) {
      boolean whole = places.containsKey(0L) && places.containsKey(judged.size() - 1L);
      String which =
          whole
              ? "they are 0 to %,d"
              : "these are only some, %,d, of a larger set, by their index there";
      int number = whole ? judged.size() - 1 : judged.size();
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "There is no digit %d: " + which + ".", index, number));
    }
    int place = places.get(index);
    if (IntStream.of(steps).noneMatch(p -> p == place)) {
      filter = Filter.ALL;
      steps = order;
    }
    stand(
        IntStream.range(0, steps.length).filter(s -> steps[s] == place).findFirst().orElseThrow());
  }

  /**
   * Chooses which digits to see, and by which rule to judge. Stays at its digit if that is one of
   * them, else goes on to the next that is. All filters but {@link Filter#ALL} need a complete set.
   *
   * @throws IllegalArgumentException if there are no such digits: then all stays as it is
   */
  void choose(Filter wanted, Decision rule) {
    int[] left = steps(wanted, rule);
    if (left.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s, by %s: none of these %,d digits.", wanted, rule, judged.size()));
    }
    int here = steps[step];
    long before =
        IntStream.of(order).takeWhile(p -> p != here).filter(p -> accepts(p, wanted, rule)).count();
    filter = wanted;
    decision = rule;
    steps = left;
    for (Filter each : judged.isComplete() ? Filter.values() : new Filter[0]) {
      counts.put(each, steps(each, rule).length);
    }
    stand((int) Math.min(before, left.length - 1));
  }

  private int[] steps(Filter wanted, Decision rule) {
    return IntStream.of(order).filter(place -> accepts(place, wanted, rule)).toArray();
  }

  private boolean accepts(int place, Filter wanted, Decision rule) {
    return wanted == Filter.ALL || wanted.accepts(judged.get(place), rule);
  }

  private void stand(int there) {
    step = there;
    seen.set(steps[there]);
  }

  /** What the model says of the digit here. */
  Prediction prediction() {
    return judged.get(steps[step]);
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
        seen.stream().mapToObj(judged::get).filter(p -> p.predicted(rule) == p.actual()).count();
  }
}
